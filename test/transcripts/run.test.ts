import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { headOf, parseTranscript, played } from './transcript.ts';

const folder = import.meta.dirname;

describe.concurrent('transcripts', () => {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const transcript = parseTranscript(text);

    it(`${file}: ${transcript.sentence}`, async ({ expect }) => {
      const actual = await played(transcript, headOf(text));
      await expect(actual).toMatchFileSnapshot(join(folder, file));
    });
  }
});
