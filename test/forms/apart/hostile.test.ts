import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApart } from '../../../src/forms/apart/read-apart.ts';
import { readingLimits } from '../../../src/forms/limits.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { Refusal } from '../../../src/rules/refusal.ts';
import { home, newOffice, type Office } from '../../cli/program.ts';
import { facts } from '../filled-form.ts';
import { hostileFiles } from '../hostile-files.ts';

const refusalOf = async (reading: Promise<unknown>): Promise<Refusal> => {
  try {
    await reading;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was read');
};

const endless = hostileFiles.find(([name]) => name.includes('endless'))![1];

/** The most by which the process grew meanwhile, in megabytes. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  await work();
  clearInterval(watch);
  return (most - before) / 1024 ** 2;
}

describe('a hostile file', () => {
  it.each(hostileFiles)('ends in a sentence, within the limits: %s', async (_, make) => {
    const bytes = make();
    const grown = await growth(async () => {
      const { facts: refused } = await refusalOf(readFormFile(bytes, facts));
      expect(refused).toMatchObject({ kind: 'invalid', code: 'form_refused' });
      expect(refused.message).toMatch(/^[A-Z][^.]+\.$/);
      expect(refused.hint).toMatch(/^[A-Z].+[.d]$/);
    });
    expect(grown).toBeLessThan(readingLimits.memoryMegabytes + 64);
    expect(({} as Record<string, unknown>).status).toBeUndefined();
  });

  it('that takes too long is stopped in the middle of its work', async () => {
    const bytes = endless();
    const { message } = await refusalOf(readApart(bytes, facts, { ...readingLimits, seconds: 0.3 }));
    expect(message).toBe('The file takes longer than 0.3 seconds to read, which no form does.');
  });

  it('that asks for too much memory is stopped', async () => {
    const bytes = endless();
    const { message } = await refusalOf(readApart(bytes, facts, { ...readingLimits, memoryMegabytes: 8 }));
    expect(message).toBe('The file asks for more than 8 MB of memory, which no form does.');
  });
});

describe('the program', () => {
  let office: Office;
  beforeAll(() => {
    office = newOffice();
  });
  afterAll(() => office.leave());

  it.each(hostileFiles)('says so and keeps nothing: %s', async (_, make) => {
    const file = join(office.folder, 'form.docx');
    writeFileSync(file, make());
    const { stdout, stderr, exit } = await office.run(['referral', 'add', '--from', file, '--no-input']);
    expect({ stdout, exit }).toEqual({ stdout: '', exit: 2 });
    expect(stderr.split('\n').length).toBeLessThan(9);
    const list = await office.run(['referral', 'list', '--json']);
    expect(list.stdout.trim()).toBe('[]');
  });

  it('takes no more than a form from a pipe that does not end', async () => {
    const stdin = 'x,'.repeat(15 * 1024 * 1024);
    const { stderr, exit } = await office.run(['referral', 'add', '--from', '-', '--no-input'], { stdin });
    expect({ stderr, exit }).toMatchObject({ stderr: expect.stringContaining('20 MB'), exit: 2 });
  });
});

describe('the thread that reads', () => {
  it('has no module that reaches out or starts anything', () => {
    const built = readFileSync(join(home, 'dist', 'reader.cjs'), 'utf8');
    const asked = [...built.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual(['node:crypto', 'node:worker_threads']);
    expect(built).not.toMatch(/\bcreateRequire\b|\bimport\(/);
  });

  // Node 22 and newer load their client of the network where its names are only looked at.
  it('ends without a fault once it has said what it read', async () => {
    const bytes = readFileSync(join(home, 'test/fixtures/forms/python-docx.docx'));
    const options = { execArgv: [], env: {}, workerData: { bytes, facts } };
    const worker = new Worker(join(home, 'dist', 'reader.cjs'), options);
    const faults: unknown[] = [];
    worker.on('error', (fault) => faults.push(fault));
    const exit = await new Promise((resolve) => worker.once('exit', resolve));
    expect({ exit, faults }).toEqual({ exit: 0, faults: [] });
  });

  it('can’t reach the network, nor run text as code', async () => {
    const source = readFileSync(join(home, 'src/forms/apart/shut-out.ts'), 'utf8');
    const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
    const tries = [
      'fetch("http://127.0.0.1")',
      'new WebSocket("ws://127.0.0.1")',
      'eval("1")',
      'Function("return 1")()',
      '(() => {}).constructor("return 1")()',
      '(async () => {}).constructor("return 1")()',
      'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
    ];
    const attempt = (one: string) => `try { ${one}; held.push(${JSON.stringify(one)}); } catch {}`;
    const worker = new Worker(
      `${code}\nmodule.exports.shutOut();\nconst held = [];\n${tries.map(attempt).join('\n')}\nrequire('node:worker_threads').parentPort.postMessage(held);`,
      { eval: true },
    );
    const held = await new Promise((resolve, reject) =>
      worker.once('message', resolve).once('error', reject),
    );
    expect(held).toEqual([]);
  });
});
