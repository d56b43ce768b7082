import { findCounty } from '../rules/circuits.ts';
import { languageNamed } from '../rules/language-hints.ts';
import { priorities } from '../rules/words.ts';

/** Facts that the form has no field for and some write on it all the same, as `County: Boone` on a line of its own. */
export interface DeskFact {
  field: 'county' | 'priority' | 'language' | 'tapa';
  label: string;
  text: string;
}

const labels: Record<DeskFact['field'], RegExp> = {
  county: /^county(?: of residence)?$/i,
  priority: /^priority$/i,
  language: /^(?:primary |home |family )?language(?: spoken)?$/i,
  tapa: /^tapa(?: date)?$/i,
};

/** `imminent`, in any case; `null` for anything else. */
export const priorityNamed = (text: string) =>
  priorities.find((priority) => priority === text.trim().toLowerCase()) ?? null;

const date = String.raw`\d{1,4}[/-]\d{1,2}[/-]\d{2,4}`;
const tapa = new RegExp(String.raw`^(?:yes[,;]? ?(?:on )?)?(?<date>${date})?\.?$`, 'i');

/** The date of a TAPA as it was written, `''` where there is none; `null` where no TAPA is meant. */
export const tapaWritten = (text: string): string | null => {
  const found = text === '' ? null : tapa.exec(text);
  return found && (found.groups!.date ?? '');
};

const isKnown: Record<DeskFact['field'], (text: string) => boolean> = {
  county: (text) => 'county' in findCounty(text),
  priority: (text) => priorityNamed(text) !== null,
  language: (text) => languageNamed(text) !== null,
  tapa: (text) => tapaWritten(text) !== null,
};

/** The fact that a line states, by its label and a value that is known; `null` for any other line. */
export const deskFactIn = (line: string): DeskFact | null => {
  const [, label = '', text = ''] =
    /^[\s*•-]*([\p{L} ]{4,25}?) *[:：][ _]*([^_]{2,60}?)[ _]*$/u.exec(line) ?? [];
  const found = (Object.keys(labels) as DeskFact['field'][]).find((field) => labels[field].test(label));
  return found && isKnown[found](text) ? { field: found, label, text } : null;
};
