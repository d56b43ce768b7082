import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { parseTranscript, recorded, shownOtherwise } from './transcript.ts';

/** The same commands for other eyes and ears: read out, or with others looking on. */

const folder = import.meta.dirname;
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n') }));

/** A bar or a sparkline: it draws what stands beside it in figures. */
const isDrawn = (word: string): boolean => /^[·│▀-▟]{2,}$|^[│▀-▟]$/.test(word);

/** What a list or a card shows at any width: without its titles, its rule, its bars, and what was cut. */
function valuesIn(lines: readonly string[]): string[] {
  const told = lines.filter((line, i) => !/[─]{3}/.test(line) && !/[─]{3}/.test(lines[i + 1] ?? ''));
  const text = told
    .join('\n')
    .replace(/Not shown at this width:[^.]*\.\s+Use\s+a\s+wider\s+window\s+or\s+--json\./g, '');
  return text.split(/\s+/).filter((word) => !/^[!→]?$|…/.test(word) && !isDrawn(word));
}

describe.concurrent('every transcript on an accessible screen', () => {
  // One of them switches the accessible screen itself.
  for (const { file, text } of transcripts.filter((one) => !one.text.includes('IIS_ACCESSIBLE'))) {
    it(`${file}: ends as it does, shows every value, and draws nothing`, async ({ expect }) => {
      const was = recorded(text);
      const now = await shownOtherwise(parseTranscript(text), { env: { IIS_ACCESSIBLE: '1' } });
      expect(now.map(({ line, shown }) => [line, shown.exit])).toEqual(
        was.map(({ line, exit }) => [line, exit]),
      );
      for (const [i, { line, shown }] of now.entries()) {
        const all = `${shown.stdout}\n${shown.stderr}`;
        expect({ line, drawn: all.match(/[\u2500-\u259f]|-{4,}/g) }).toEqual({ line, drawn: null });
        expect({ line, columns: all.match(/^.*\S {2,}\S.*$/m)?.[0] }).toEqual({ line });
        const missing = valuesIn(was[i]!.lines).filter(
          (value) => !all.includes(value.replace(/^"?\$TMP.*/, '')),
        );
        expect({ line, missing }).toEqual({ line, missing: [] });
      }
    });
  }
});
