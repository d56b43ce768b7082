import type { Look } from '../views/look.ts';
import { safeText } from '../views/safe-text.ts';
import type { ChoiceQuestion, ManyQuestion } from './ask.ts';
import { narrowed } from './narrowed.ts';
import { type Terminal, typedLines } from './typed.ts';

/** A choice by its place among the choices of the question; below 0: the way back. */
interface Listed {
  value: number;
  name: string;
  /** The name once it is chosen. */
  short: string;
  description?: string;
  also?: string;
}

/** A list that is longer is not read out whole unless that is wanted: it is narrowed first. */
const LONG = 12;

/**
 * Choices for an accessible screen: numbered lines, answered by a number or by words of a choice on a line of its
 * own. Nothing is drawn twice, and what Enter alone means is said. Answers are places among the choices, -1 is the way
 * back.
 */
export function choicesInLines({
  look,
  input,
  output,
  show,
}: Terminal & { look: Look; show(text: string): void }) {
  const line = async (prompt: string): Promise<string> =>
    (await typedLines({ input, output }, { prompt: `${prompt} `, several: false })).join(' ').trim();
  const list = (choices: readonly Listed[]) =>
    show(
      choices
        .map(({ name, description }, i) => `${i + 1}. ${name}${description ? ` – ${description}` : ''}`)
        .join('\n'),
    );
  const said = (names: readonly string[]) => show(look.dim(names.join(', ') || 'None'));

  return {
    async choose(
      { message, search, back }: ChoiceQuestion<unknown>,
      listed: readonly Listed[],
      initial: number,
    ): Promise<number> {
      const all = listed.filter(({ value }) => value >= 0);
      const enter = all[initial] ? ` (Enter: ${all[initial].short})` : '';
      let shown: readonly Listed[] = search && all.length > LONG ? [] : all;
      show(look.bold(safeText(message)));
      if (shown.length > 0) list(shown);
      else show(`${all.length} choices. Words narrow them; a question mark lists them all.`);
      while (true) {
        const text = await line(`Number or words${enter}:`);
        if (text === '<' && back) return -1;
        if (text === '' && !all[initial]) {
          show('Choose an answer first.');
          continue;
        }
        if (text === '' && all[initial]) return initial;
        const found = text === '?' ? all : meant(text, shown, all);
        if (found.length === 1 && text !== '?') {
          said([found[0]!.short]);
          return found[0]!.value;
        }
        if (found.length === 0) {
          show(`No choice is “${safeText(text)}”. Type its number or words of it.`);
          continue;
        }
        if (text !== '?') show(`${found.length} choices fit:`);
        shown = found;
        list(shown);
      }
    },

    async chooseMany(
      { message, back, needed, initial = [], choices }: ManyQuestion<unknown>,
      listed: readonly Listed[],
    ): Promise<number[]> {
      const all = listed.filter(({ value }) => value >= 0);
      const before = all.filter(({ value }) => initial.includes(choices[value]!.value));
      const names = (some: readonly Listed[]) => some.map(({ short }) => short);
      const kept = names(before).join(', ');
      const enter = kept ? ` (Enter: ${kept}; -: none)` : needed ? '' : ' (Enter: none)';
      show(look.bold(safeText(message)));
      list(all);
      while (true) {
        const text = await line(`Numbers or words, with commas between${enter}:`);
        if (text === '<' && back) return [-1];
        if (text === '?') {
          list(all);
          continue;
        }
        const parts = text === '-' ? [] : text.split(',').map((part) => part.trim());
        const found = parts.map((part) => ({ part, fits: meant(part, all, all) }));
        if (needed && (text === '-' || (text === '' && before.length === 0))) {
          show('Choose an answer first.');
          continue;
        }
        const wrong = text === '' ? undefined : found.find(({ fits }) => fits.length !== 1);
        if (wrong) {
          show(`“${safeText(wrong.part)}” is not one of them. Type numbers or words, with commas between.`);
          continue;
        }
        const chosen = text === '' ? before : found.map(({ fits }) => fits[0]!);
        said(names(chosen));
        return [...new Set(chosen.map(({ value }) => value))];
      }
    },
  };
}

/**
 * The choices that a number among those shown, or words, can mean: a whole label goes before its
 * beginning, that before whole words, and those before beginnings of words.
 */
function meant(text: string, shown: readonly Listed[], all: readonly Listed[]): readonly Listed[] {
  if (text === '') return [];
  const numbered = /^\d{1,4}$/.test(text) ? shown[Number(text) - 1] : undefined;
  if (numbered) return [numbered];
  const typed = text.toLowerCase();
  const whole = all.filter(({ name }) => name.toLowerCase() === typed);
  if (whole.length === 1) return whole;
  const begun = all.filter(({ name }) => name.toLowerCase().startsWith(typed));
  if (begun.length === 1) return begun;
  const found = narrowed(all, text);
  const words = typed.split(/\s+/);
  const inWords = found.filter(({ name }) => {
    const own = name.toLowerCase().split(/[^\p{L}\p{N}\u2019]+/u);
    return words.every((word) => own.includes(word));
  });
  return inWords.length === 1 ? inWords : found;
}
