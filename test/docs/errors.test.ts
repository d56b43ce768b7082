import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageAt, root } from './pages.ts';

/** Every code that a refusal in src has, with its exit codes. */

const exits = { invalid: 2, not_found: 3, rule: 4, database: 5 } as const;
type Kind = keyof typeof exits;

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name));

const refusal = /kind: '(invalid|not_found|rule|database)',\s*code:?\s*([^;]*?),\s*message/g;

/** Where a code is chosen from words that stand elsewhere in the file. */
const chosen: Record<string, RegExp> = {
  reason: /\bno\('(\w+)'/g,
  name: /^\s+'(\w+)',$/gm,
};

function codesIn(text: string): [code: string, exit: number][] {
  return [...text.matchAll(refusal)].flatMap(([, kind = '', code = '']) => {
    const exit = exits[kind as Kind];
    const words = [...code.matchAll(/'(\w+)'/g)].map(([, word = '']) => word);
    if (words.length > 0) return words.map((word): [string, number] => [word, exit]);
    const pattern = chosen[code];
    if (!pattern) throw new Error(`This test does not know where the code “${code}” comes from.`);
    return [...text.matchAll(pattern)].map(([, word = '']): [string, number] => [word, exit]);
  });
}

const inSource = new Map([
  ...files.flatMap((file) => codesIn(readFileSync(file, 'utf8'))),
  // These are not refused but happen.
  ['fault', 1] as const,
  ['interrupted', 130] as const,
]);

const onPage = new Map(
  [...pageAt('docs/errors.md').matchAll(/^\| `(\w+)` \| (\d+) \| .+ \| .+ \|$/gm)].map(
    ([, code = '', exit]) => [code, Number(exit)] as const,
  ),
);

describe('docs/errors.md', () => {
  it('the source is read right', () => {
    expect(inSource.size).toBeGreaterThan(50);
    expect(codesIn("({ kind: 'rule',\n code: a === 'x' ? 'x' : 'y', message: '' })")).toEqual([
      ['x', 4],
      ['x', 4],
      ['y', 4],
    ]);
    const refusals = files.flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/kind: '(invalid|not_found|rule|database)'/g),
    ]);
    const read = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(refusal)]);
    // The kinds themselves are told in one file without a code.
    expect(refusals.length - read.length).toBeLessThanOrEqual(1);
  });

  it('has every code of the program, with its exit code, and none besides', () => {
    const sorted = (codes: ReadonlyMap<string, number>) => [...codes].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(onPage)).toEqual(sorted(inSource));
  });
});
