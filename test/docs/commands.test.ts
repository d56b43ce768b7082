import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, linesIn, pageAt, pages, root } from './pages.ts';

const all = await commands();
const verbs = [...all.keys()].filter(
  (path) => ![...all.keys()].some((other) => other.startsWith(`${path} `)),
);
const everywhere = ['--json', '--no-input', '--yes', '--db', '--as', '--no-color', '--private', '--debug'];

/** The longest command that a line begins with. */
const commandOf = (line: string[]): string | undefined =>
  [line.slice(0, 2).join(' '), line[0]!].find((path) => all.has(path));

describe('docs/commands.md', () => {
  const page = pageAt('docs/commands.md');

  it.each(verbs)('has iis %s, with an example', (verb) => {
    expect(page).toMatch(new RegExp(`^\\| \`iis ${verb}[ \`]`, 'm'));
    expect(linesIn(page).some((line) => line.join(' ').startsWith(verb))).toBe(true);
  });

  it.each([...all].flatMap(([path, flags]) => [...flags].map((flag) => [path, flag] as const)))(
    'iis %s %s is named',
    (_, flag) => expect(page).toContain(flag),
  );
});

const readme = existsSync(join(root, 'README.md')) ? pageAt('README.md') : '';

describe.skipIf(readme.split('\n').length <= 50)('README.md', () => {
  it.each(verbs)('has iis %s', (verb) => {
    const [noun = '', word = ''] = verb.split(' ');
    expect(readme).toMatch(new RegExp(`iis ${noun}[^\\n]*\\b${word}`));
  });
});

describe('what is written can be typed', () => {
  const typed = pages().flatMap((path) =>
    linesIn(pageAt(path)).map((line) => ({ path, line, text: line.join(' ') })),
  );

  it('there are enough of them', () => expect(typed.length).toBeGreaterThan(100));

  it.each(typed.filter(({ line }) => /^[a-z]/.test(line[0] ?? '')))('$path: iis $text', ({ line }) => {
    const command = commandOf(line) ?? '';
    expect(all.has(command), `There is no command iis ${line.join(' ')}`).toBe(true);
    const known = new Set([...all.get(command)!, ...everywhere, '--help']);
    const flags = line.flatMap((word) => /^--[a-z-]+/.exec(word) ?? []);
    expect(flags.filter((flag) => !known.has(flag))).toEqual([]);
  });

  it('every page is in the index', () => {
    const index = pageAt('docs/README.md');
    const missing = pages().filter((path) => !/README/.test(path) && !index.includes(`(${path.slice(5)})`));
    expect(missing).toEqual([]);
  });
});
