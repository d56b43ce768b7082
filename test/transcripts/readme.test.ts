import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { parseTranscript, played } from './transcript.ts';

const file = join(import.meta.dirname, '../../README.md');
const readme = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');

/** The blocks of a terminal, and between them comments that set the clock. */
const pieces = /```console\n([\s\S]*?)```|<!-- (@.*?) -->/g;
const head = '# The morning in the README is what the program shows.';
const mark = (n: number) => `# block ${n}`;

it('The morning in the README is what the program shows', async ({ expect }) => {
  const parts = [...readme.matchAll(pieces)].map(
    ([, block, setting], n) => `${mark(n)}\n\n${(block ?? setting)!.trim()}`,
  );
  const shown = await played(parseTranscript([head, ...parts].join('\n\n')), head);
  const blocks = shown.split(/^# block \d+$/m).slice(1);
  let n = 0;
  const now = readme.replace(pieces, (whole, block?: string) => {
    const made = blocks[n]!.trim();
    n += 1;
    return block === undefined ? whole : `\`\`\`console\n${made}\n\`\`\``;
  });
  await expect(now).toMatchFileSnapshot(file);
});
