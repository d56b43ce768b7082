import { InvalidArgumentError } from 'commander';
import type { Desk } from '../desk/desk.ts';
import { today } from '../desk/desk.ts';
import { type Cents, parseAmount } from '../rules/money.ts';
import { Refusal } from '../rules/refusal.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import { type Looking, parseDay, parseWhen } from '../rules/typed-date.ts';

/** Refuses with every missing flag at once: asked or told, the same command. */
export function needFlags(
  missing: readonly string[],
  hint = 'Add them, or run the command on a terminal to be asked.',
): void {
  if (missing.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'flags_missing',
    message: `Missing: ${missing.join(', ')}.`,
    hint,
    details: { missing },
  });
}

/** Refuses texts that are given and say nothing, all of them at once. */
export function refuseBlank(flags: object): void {
  const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
  const blank = Object.entries(flags)
    .filter(([, value]) => [value].flat().some(isBlank))
    .map(([name]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  if (blank.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_value',
    message: `Nothing is given with ${blank.join(', ')}.`,
    hint: 'Give a value, or leave the flag out.',
    details: { blank },
  });
}

const unreadable = (flag: string, refused: string) =>
  new Refusal({ kind: 'invalid', code: 'bad_date', message: `${flag}: ${refused}` });

/** A day as people type it, in the circuit's zone; looks back unless told otherwise. */
export async function dayOf(
  desk: Desk,
  flag: string,
  text: string,
  looking: Looking = 'back',
): Promise<CalendarDate> {
  const parsed = await parseDay(text, desk.now, desk.settings.zone, { looking });
  if ('date' in parsed) return parsed.date;
  throw unreadable(flag, parsed.refused);
}

/** The day of a flag, or today where it is not given. */
export const dayOrToday = async (
  desk: Desk,
  flag: string,
  text: string | undefined,
): Promise<CalendarDate> => (text === undefined ? today(desk) : dayOf(desk, flag, text));

/** A moment as people type it; a day alone is its beginning, today is now. */
export async function whenOf(desk: Desk, flag: string, text: string): Promise<Instant> {
  const parsed = await parseWhen(text, desk.now, desk.settings.zone);
  if ('refused' in parsed) throw unreadable(flag, parsed.refused);
  return parsed.at;
}

/** One of a closed set of words, `imminent` or `status-offense` as typed. Refuses any other with the set, as it is `shown`. */
export function oneOf<T extends string>(
  flag: string,
  text: string,
  words: readonly T[],
  shown: readonly string[] = words,
): T {
  const found = words.find(
    (word) =>
      word ===
      text
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
  );
  if (found) return found;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_value',
    message: `${flag}: “${text.slice(0, 80)}” is not one of ${shown.join(', ')}.`,
  });
}

/** Dollars as people type them. Refuses what is no amount, and nothing unless `zero` may be. */
export function amountOf(flag: string, text: string, options: { zero?: boolean } = {}): Cents {
  const parsed = parseAmount(text, options);
  if ('cents' in parsed) return parsed.cents;
  throw new Refusal({ kind: 'invalid', code: 'bad_amount', message: `${flag}: ${parsed.refused}` });
}

/** A number of 1 or more, for commander. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number of 1 or more.');
}

/** A state fiscal year by the year in which it ends, `2027` or `SFY27`, for commander. */
export function fiscalYear(text: string): number {
  const [, year] = /^(?:sfy)?\s*((?:20)?\d{2})$/i.exec(text.trim()) ?? [];
  if (year) return 2000 + (Number(year) % 100);
  throw new InvalidArgumentError('Give the year in which it ends, such as 2027.');
}
