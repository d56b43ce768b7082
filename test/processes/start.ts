import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

const root = process.cwd();
const bundles = mkdtempSync(join(tmpdir(), 'iis-processes-'));
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

export interface Started {
  child: ChildProcess;
  /** What it has said so far. */
  said: () => string;
  /** Everything it said, once it has ended or was ended. */
  ended: Promise<string>;
}

/** Bundles a script of this folder, which starts three times as fast as through a loader, and returns how to start it. */
export async function script(name: string): Promise<(...args: string[]) => Started> {
  const outfile = join(bundles, `${name}.cjs`);
  const entryPoints = [join(root, 'test', 'processes', `${name}.ts`)];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return (...args) => started(process.execPath, [outfile, ...args]);
}

/** The same through a shell that first sets what a process inherits, such as `umask 022`. */
export async function scriptUnder(name: string): Promise<(first: string, ...args: string[]) => Started> {
  await script(name);
  const outfile = join(bundles, `${name}.cjs`);
  return (first, ...args) =>
    started('/bin/sh', ['-c', `${first} && exec "$0" "$@"`, process.execPath, outfile, ...args]);
}

function started(command: string, args: string[]): Started {
  const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (piece: Buffer) => {
    said += piece.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<string>((done) => child.on('close', () => done(said)));
  return { child, said: () => said, ended };
}
