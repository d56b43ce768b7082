import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The built program as a script outside meets it: arguments and stdin in, two streams and an exit code out. */

export const home = resolve(import.meta.dirname, '../..');
export const sample = (name: string): string => join(home, 'data', 'samples', name);

export interface Shown {
  stdout: string;
  stderr: string;
  exit: number;
}

export interface Office {
  folder: string;
  run(args: readonly string[], more?: { stdin?: string; env?: Record<string, string> }): Promise<Shown>;
  leave(): void;
}

/** What a program is given that runs in this folder: nothing of whoever runs the tests but where programs are. */
export function closedWorld(folder: string): Record<string, string> {
  const own = join(folder, 'home');
  mkdirSync(own, { recursive: true });
  const { PATH = '', SystemRoot } = process.env;
  return {
    PATH,
    ...(SystemRoot && { SystemRoot }),
    HOME: own,
    USERPROFILE: own,
    APPDATA: own,
    LOCALAPPDATA: own,
    XDG_DATA_HOME: own,
    XDG_CONFIG_HOME: own,
    XDG_CACHE_HOME: own,
    TMPDIR: folder,
    TEMP: folder,
    TZ: 'UTC',
  };
}

/** A folder with a database of its own, on a Monday at 9 in circuit 13. */
export function newOffice(): Office {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'iis-')));
  const env = {
    ...closedWorld(folder),
    IIS_DB: join(folder, 'iis.db'),
    IIS_NOW: '2026-10-05T14:00:00Z',
    IIS_USER: 'kl',
  };
  return {
    folder,
    run: (args, { stdin = '', env: more = {} } = {}) => run(args, stdin, { ...env, ...more }, folder),
    leave: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function run(args: readonly string[], stdin: string, env: NodeJS.ProcessEnv, cwd: string): Promise<Shown> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(home, 'bin', 'iis.js'), ...args], { env, cwd });
    const shown = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        shown[stream] += text;
      });
    }
    // A command that reads nothing may be gone before its stdin is written.
    child.stdin.on('error', () => {}).end(stdin);
    child.on('error', failed).on('close', (code) => done({ ...shown, exit: code ?? 1 }));
  });
}
