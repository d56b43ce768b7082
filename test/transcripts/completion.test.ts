import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedWorld, home, newOffice, type Office, sample } from '../cli/program.ts';

let office: Office;
const offered = async (...words: string[]) => {
  const { stdout, stderr, exit } = await office.run(['complete', '--', ...words]);
  expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
  return stdout.split('\n').filter(Boolean);
};

beforeAll(async () => {
  office = newOffice();
  await office.run(['settings', 'set', '--circuit', '13']);
  for (const code of ['ana', 'ben'])
    await office.run(['specialist', 'add', '--code', code, '--name', 'Sam Sample']);
  await office.run(['referral', 'add', '--from', sample('01-complete.txt')]);
});
afterAll(() => office.leave());

describe('what can stand at the end of a line', () => {
  it.each([
    [['ref'], ['referral']],
    [['referral', 'w'], ['withdraw']],
    [['referral', 'list', '--st'], ['--status']],
    [['referral', 'list', '--status', 'el'], ['eligible']],
    [['referral', 'list', '--status', 'eligible,in'], ['eligible,in_screening']],
    [['referral', 'list', '--status=el'], ['--status=eligible']],
    [['referral', 'list', '--status', '=', 'el'], ['eligible']],
    [
      ['referral', 'list', '--all', '--program', 'i'],
      ['IFRS', 'IIS'],
    ],
    [
      ['referral', 'list', '--county', 'St.\\ Lo'],
      ['St. Louis County', 'St. Louis City'],
    ],
    [['referral', 'add', '--county', "'St. Fr"], ['St. Francois']],
    [
      ['referral', 'add', '--priority', ''],
      ['imminent', 'high', 'moderate'],
    ],
    [
      ['fins', 'review', '42', '--reason', 'no'],
      ['no_opening', 'not_eligible', 'not_reached'],
    ],
    [['referral', 'return', '--reason', 'i'], ['information_missing']],
    [['referral', 'add', '--reason', ''], []],
    // Paths are the shell’s own to complete.
    [['referral', 'add', '--from', ''], []],
    [['referral', 'add', '--from', 'a.txt', 'b'], []],
    [
      ['match', '42', '--specialist', ''],
      ['ana', 'ben'],
    ],
    [['specialist', 'edit', 'b'], ['ben']],
    [
      ['specialist', 'edit', ' '],
      ['ana', 'ben'],
    ],
    [['specialist', 'edit', 'ana', ''], []],
    [['history', 'a'], ['ana']],
    [['circuits', 'boo'], ['Boone']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
    [
      ['settings', 'set', '--accessible', ''],
      ['yes', 'no'],
    ],
    [['nonsense', 'more', ''], []],
  ])('%j: %j', async (words, found) => expect((await offered(...words)).sort()).toEqual([...found].sort()));

  it('every command, but not those for scripts', async () => {
    const all = await offered('');
    expect(all).toContain('match');
    expect(all).not.toContain('complete');
  });

  it('flags of the command and of every command', async () =>
    expect(await offered('fins', 'add', '--')).toEqual(
      expect.arrayContaining(['--need', '--json', '--help']),
    ));

  it.each(['show', 'edit', 'screen', 'close'])('never a family: iis referral %s', async (verb) => {
    expect(await offered('referral', verb, '')).toEqual([]);
    expect(await offered('referral', verb, 'Da')).toEqual([]);
  });

  it('nothing, and no word, where there is no database', async () => {
    const shown = await office.run(['complete', '--', 'specialist', 'edit', ''], {
      env: { IIS_DB: join(office.folder, 'nowhere.db') },
    });
    expect(shown).toEqual({ stdout: '', stderr: '', exit: 0 });
  });
});

const has = (shell: string): boolean =>
  process.platform !== 'win32' && spawnSync(shell, ['--version']).status === 0;
const hasBash = has('bash');

/** Runs a script of the shell with `iis` at hand, and gives the lines that it prints. */
function linesOf(shell: string, script: string): string[] {
  const door = join(office.folder, 'iis');
  writeFileSync(door, `#!/bin/sh\nexec "${process.execPath}" "${join(home, 'bin', 'iis.js')}" "$@"\n`);
  chmodSync(door, 0o755);
  const world = closedWorld(office.folder);
  const own = { PATH: `${office.folder}${delimiter}${world.PATH}`, IIS_DB: join(office.folder, 'iis.db') };
  const text = execFileSync(shell, ['-c', script], { env: { ...world, ...own }, encoding: 'utf8' });
  return text.split('\n').filter(Boolean);
}

describe.skipIf(!hasBash)('in bash', () => {
  const inBash = (line: string[]): string[] => {
    const words = line.map((word) => `'${word}'`).join(' ');
    const script = `eval "$(iis completion bash)"; COMP_WORDS=(iis ${words}); COMP_CWORD=${line.length}
      _iis; printf '%s\n' "\${COMPREPLY[@]}"`;
    return linesOf('bash', script);
  };

  it.each([
    [['referral', 'li'], ['list']],
    [
      ['specialist', 'show', ''],
      ['ana', 'ben'],
    ],
    [
      ['referral', 'list', '--county', 'St. Lo'],
      ['St.\\ Louis\\ City', 'St.\\ Louis\\ County'],
    ],
    [['referral', 'list', '--status', '=', 'rec'], ['received']],
  ])('%j', (line, found) => expect(inBash(line).sort()).toEqual(found));
});

describe.skipIf(!has('fish'))('in fish', () => {
  it.each([
    ['iis referral li', ['list']],
    ['iis specialist show ', ['ana', 'ben']],
    ['iis referral list --county "St. Lo', ['St. Louis City', 'St. Louis County']],
    ['iis referral list --status el', ['eligible']],
  ])('%s', (line, found) =>
    expect(linesOf('fish', `iis completion fish | source; complete -C '${line}'`).sort()).toEqual(found),
  );
});
