import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf, parseTranscript, played } from './transcript.ts';

const folder = import.meta.dirname;
const rewrite = process.env.IIS_REWRITE === '1';

describe.concurrent('transcripts', () => {
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const transcript = parseTranscript(text);

    it(`${file}: ${transcript.sentence}`, async () => {
      const actual = await played(transcript, headOf(text));
      if (rewrite) writeFileSync(join(folder, file), actual);
      expect(actual).toBe(rewrite ? actual : text);
    });
  }
});
