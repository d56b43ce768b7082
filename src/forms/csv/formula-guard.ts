/**
 * A spreadsheet takes a cell for a formula that begins with = + - @ or their full-width and small twins, also behind
 * blanks and control characters [OWASP ASVS 1.2.10]. An apostrophe before it makes it text. Apostrophes that stand there
 * already count too, so that taking one away always gives back what was written.
 */
const begins = String.raw`[\s\0-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|[\0\t\r\n]`;
const risky = new RegExp(`^'*(?:${begins})`);
const guardedOnce = new RegExp(`^'+(?:${begins})`);

/** The text of a cell, safe to open in a spreadsheet. */
export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** The text that `guarded` was given. Only for files that this program wrote: elsewhere the apostrophe is part of it. */
export const unguarded = (cell: string): string => (guardedOnce.test(cell) ? cell.slice(1) : cell);
