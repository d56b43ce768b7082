import { accessSync, constants, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { Command } from 'commander';
import { weekdayInWords } from '../../rules/in-words.ts';
import { Refusal } from '../../rules/refusal.ts';
import { defaultSettings } from '../../rules/settings.ts';
import { addMs } from '../../rules/time.ts';
import { dateIn } from '../../rules/zone.ts';
import { examples, type NounCommand } from '../command.ts';
import { type DemoStep, demoDay, demoSteps, tryNext } from '../demo-steps.ts';
import { type Answer, answer, type Session } from '../session.ts';
import { paragraph } from '../views/card.ts';

export const demoCommand: NounCommand = (run) =>
  new Command('demo')
    .option('--dir <folder>', 'where to put its database (else a new folder for temporary files)')
    .addHelpText('after', examples('iis demo', 'iis demo --dir ./demo'))
    .action(run(demo));

const STEP_MINUTES = 3;

async function demo(session: Session, flags: { dir?: string }): Promise<Answer> {
  if (session.flags.db !== undefined) throw notHere();
  const file = newDatabase(flags.dir);
  const steps = demoSteps(join(session.dataFolder, 'samples'));
  const quiet = session.flags.json === true;
  const done: { command: string; exit: number }[] = [];
  let since = { now: demoDay, step: 0 };
  for (const [i, step] of steps.entries()) {
    if (step.now) since = { now: step.now, step: i };
    if (!quiet) announce(session, step, i);
    const out = (text: string) => (quiet ? undefined : session.out(text.trimEnd()));
    const now = addMs(since.now, (i - since.step) * STEP_MINUTES * 60_000);
    const exit = await session.again(inheriting(session, step.argv), { file, now, out, err: out });
    done.push({ command: lineOf(step.argv), exit });
  }
  return answer(
    { database: file, steps: done },
    {
      json: (value) => value,
      show: ({ database }, look) => ['', look.bold('What to try next'), ...tryNext(database)].join('\n'),
    },
  );
}

/** Flags of the demo that hold for each of its commands. */
const inheriting = ({ flags }: Session, argv: readonly string[]): string[] => [
  ...argv,
  ...(flags.private ? ['--private'] : []),
  ...(flags.color ? [] : ['--no-color']),
  '--no-input',
];

const notHere = () =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: 'The demo makes a database of its own: it takes no --db, so that nobody’s records are touched.',
    hint: 'Say where to put it with --dir, or leave --db out.',
  });

/** A database that was not there before: the demo never touches anybody's records. */
function newDatabase(dir: string | undefined): string {
  const file = join(folderFor(dir), 'iis-demo.db');
  if (!existsSync(file)) return file;
  throw new Refusal({
    kind: 'invalid',
    code: 'demo_exists',
    message: `There is a demo in this folder already: ${file}`,
    hint: 'Name another folder with --dir, or go on with that one by adding --db to any command.',
  });
}

function folderFor(dir: string | undefined): string {
  if (dir?.trim() === '') throw noFolderNamed();
  try {
    if (dir === undefined) return mkdtempSync(join(tmpdir(), 'iis-demo-'));
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK);
    return dir;
  } catch (error) {
    throw noSuchFolder(dir ?? tmpdir(), error);
  }
}

const noFolderNamed = () =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: '--dir names no folder: what was given is empty.',
    hint: 'Give it a folder, or leave it out: then it is a new one for temporary files.',
  });

function noSuchFolder(folder: string, error: unknown): unknown {
  const reason = causes[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) return error;
  return new Refusal({
    kind: 'database',
    code: 'no_access',
    message: `The demo can’t be put in this folder: ${folder}`,
    reasons: [reason],
    hint: 'Name another folder with --dir.',
  });
}

const causes: Readonly<Record<string, string>> = {
  EEXIST: 'There is a file of that name.',
  ENOTDIR: 'A part of the name is a file.',
  ENOENT: 'There is no such folder.',
  EACCES: 'It can’t be written to.',
  EPERM: 'It can’t be written to.',
  EROFS: 'It can’t be written to.',
  ENAMETOOLONG: 'The name is too long.',
  ELOOP: 'It is a link that leads back to itself.',
  EINVAL: 'It is no name of a folder.',
  ENOSPC: 'The disk is full.',
};

function announce({ look, out }: Session, { title, words, now, argv }: DemoStep, i: number): void {
  if (title) out(`${i > 0 ? '\n' : ''}${look.bold(look.cyan(title))}`);
  if (now) out(`\n${look.bold(weekdayInWords(dateIn(now, defaultSettings.zone)))}`);
  if (words) out(paragraph(words, look));
  out(`\n${look.bold(`$ ${lineOf(argv)}`)}`);
}

/** The command as somebody would type it; the samples by their name alone. */
const lineOf = (argv: readonly string[]): string =>
  ['iis', ...argv.map((arg) => (isAbsolute(arg) ? basename(arg) : arg)).map(quoted)].join(' ');

const quoted = (arg: string): string => (/[\s;"'’]/.test(arg) ? `"${arg}"` : arg);
