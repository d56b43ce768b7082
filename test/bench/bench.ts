import { execFileSync, execSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import '../held-objects.ts';
import { madeDatabase } from './made-database.ts';
import { madeFindable } from './made-findable.ts';
import { madeYears } from './made-years.ts';
import type { MatchingRow } from './matching.ts';
import { mostMemory } from './memory.ts';
import { sideBySide, type Timed } from './start-up.ts';

// Ratios are taken side by side in one run: seconds on a shared machine say little.
const folder = mkdtempSync(join(tmpdir(), 'iis-bench-'));
const program = join(import.meta.dirname, '../../bin/iis.js');
const at = { IIS_NOW: '2026-10-05T14:00:00Z', XDG_CACHE_HOME: folder };

const bundled = join(folder, 'matching.cjs');

const nothing: Timed = { name: 'node -e 0', argv: ['-e', '0'] };
const help: Timed = { name: 'iis --help', argv: [program, '--help'], env: at };

function print(title: string, rows: ReturnType<typeof sideBySide>): void {
  console.log(`\n${title}`);
  for (const { name, ms, ratio } of rows)
    console.log(`  ${name.padEnd(36)} ${ms.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2)} × node -e 0`);
}

async function bench(): Promise<void> {
  try {
    execSync('npm run build', { stdio: ['ignore', 'ignore', 'inherit'] });
    await startUp();
    await finding();
    await reporting();
    matching();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startUp(): Promise<void> {
  const [short, small, middle, large] = ['short.db', 'small.db', 'middle.db', 'large.db'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  console.log('Making databases of 10,000, 100,000 and 1,000,000 families, 500 of them on the list …');
  await madeDatabase(short, 10_000, 20);
  await madeDatabase(small, 10_000);
  await madeDatabase(middle, 100_000);
  await madeDatabase(large, 1_000_000);
  const on = (name: string, db: string, ...words: string[]) => ({
    name,
    argv: [program, ...words, '--db', db],
    env: at,
  });
  const list = (name: string, db: string) => on(name, db, 'list', 'fins');
  const rows = sideBySide([
    nothing,
    help,
    list('iis list fins, 20 families', short),
    list('iis list fins, 500, 10k referrals', small),
    list('iis list fins, 500, 1M referrals', large),
    on('iis today, 10k families, 20 listed', short, 'today'),
    on('iis today, 10k families, 500 listed', small, 'today'),
    on('iis today, 100k families', middle, 'today'),
    on('iis today, 1M families', large, 'today'),
    on('iis, 10k families, 20 listed', short),
    on('iis, 100k families', middle),
    on('iis, 1M families', large),
  ]);
  print('Start-up, the median of 21 rounds side by side', rows);
  const growth = sideBySide([list('10k', small), list('1M', large)]).at(-1)!.ratio;
  console.log(`  growth from 10k to 1M referrals              ${growth.toFixed(2)} ×`);
  withoutExtraCertificates([help, list('iis list fins, 500, 1M referrals', large)]);
}

/**
 * Where this is set, Node reads certificates at every start, `node -e 0` too: that can take longer than all the rest, and
 * makes every ratio look better than it is on a desk.
 */
function withoutExtraCertificates(commands: readonly Timed[]): void {
  if (!process.env.NODE_EXTRA_CA_CERTS) return;
  const rows = sideBySide(
    [nothing, ...commands].map((one) => ({ ...one, env: { ...one.env, NODE_EXTRA_CA_CERTS: '' } })),
  );
  print('The same without NODE_EXTRA_CA_CERTS, which is set here', rows);
}

async function finding(): Promise<void> {
  const db = join(folder, 'findable.db');
  console.log('\nMaking a database of 100,000 families with the keys that they are found by …');
  await madeFindable(db, 100_000);
  const found = (words: string) => ({
    name: `iis find ${words}`,
    argv: [program, 'find', ...words.split(' '), '--db', db],
    env: at,
  });
  const rows = sideBySide([
    nothing,
    ...['hadzich', 'mckenzy 14', 'smith', 'smyth', 'maria', 'maria smith', 'smith 2013', 'orba', '0181'].map(
      found,
    ),
  ]);
  print(
    'Finding among 100,000 families: rare and rough, common, together, in part, the end of a phone',
    rows,
  );
}

async function reporting(): Promise<void> {
  const db = join(folder, 'years.db');
  console.log('\nMaking 25 years of 2,328 referrals in 46 circuits …');
  await madeYears(db, { first: 1997, last: 2021 });
  const report = (...words: string[]) => ({
    name: `iis report ${words.join(' ')}`,
    argv: [program, 'report', ...words, '--sfy', '2021', '--db', db],
    env: at,
  });
  const rows = sideBySide([
    nothing,
    report('year'),
    report('year', '--circuit', '13'),
    report('year', '--json'),
    report('timeliness'),
    report('outcomes'),
    report('capacity'),
    report('fund'),
  ]);
  print('A year of the state, of 25 in the database', rows);
  const larger = join(folder, 'one-year.db');
  console.log('\nMaking one year of 100,000 referrals …');
  await madeYears(larger, { first: 2021, last: 2021, aYear: 100_000 });
  for (const [name, file] of [
    ['  2,328 referrals in a year, of    58,200', db],
    ['100,000 referrals in a year, of   100,000', larger],
    ['a year of a database of         1,000,000', join(folder, 'large.db')],
  ] as const) {
    const megabytes = mostMemory([program, 'report', 'year', '--sfy', '2021', '--json', '--db', file], at);
    console.log(`  memory at most, ${name}: ${megabytes.toFixed(0)} MB`);
  }
}

/** Matched as it is built, in a process of its own for each size, as at a desk. */
function matching(): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'matching.ts')],
    bundle: true,
    platform: 'node',
    minify: true,
    outfile: bundled,
  });
  console.log(
    '\nMatching with half as many openings as families, against first-fit; each by itself, as at a desk',
  );
  for (const size of [100, 1_000, 10_000, 100_000]) {
    const { families, openings, ms, firstFitMs, displaced } = matchingOf(size);
    console.log(
      `  ${String(families).padStart(7)} families, ${String(openings).padStart(6)} openings: ${ms.toFixed(1).padStart(7)} ms;` +
        ` first-fit ${firstFitMs.toFixed(1).padStart(7)} ms (${(ms / firstFitMs).toFixed(2)} ×), displaces ${displaced} families of higher rank`,
    );
  }
}

const matchingOf = (size: number): MatchingRow =>
  JSON.parse(execFileSync(process.execPath, [bundled, String(size)], { encoding: 'utf8' }));

void bench();
