/** Whole cents, so that sums are exact. */
export type Cents = number;

/** A slip of the finger stands out long before this. */
const MOST: Cents = 10_000_000_00;

/**
 * An amount as people type dollars: `$412.50`, `412.5`, `1,200`. Refused, with a sentence: fractions of a cent, less
 * than nothing, nothing (unless `zero` may be), ten million or more, and what is no amount at all.
 */
export function parseAmount(text: string, { zero = false } = {}): { cents: Cents } | { refused: string } {
  const typed = text.trim().replace(/^\$\s*/, '');
  const shown = `“${text.trim().slice(0, 40)}”`;
  if (/^[-−–(]/.test(text.trim()) || /^[-−–]/.test(typed))
    return { refused: `${shown} is less than nothing. Give an amount such as $412.50.` };
  const [, dollars = '', part = ''] = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/.exec(typed) ?? [];
  if (dollars === '' && part === '')
    return { refused: `${shown} is not an amount in dollars. Give one such as $412.50.` };
  if (part.length > 2) return { refused: `${shown} has parts of a cent. Give dollars and cents: $412.50.` };
  const cents = Number(dollars.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
  if (cents === 0 && !zero) return { refused: 'An amount is more than $0.' };
  if (cents >= MOST) return { refused: `${shown} is more than any fund holds. Check the amount.` };
  return { cents };
}

/** `$1,412.50`; less than nothing with its sign first. */
export const dollars = (cents: Cents): string => {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}$${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
};
