// A country code other than 1, typed with + or the American way of dialling out.
const abroad = /^\s*(?:011|\+(?!\s*1(?:\D|\d{10}(?!\d))))/;
const extension = /\s*[,;]?\s*(?:ext(?:ension|n)?\.?|[x#])\s*\d{1,6}\D*$/i;
const usNumber = /(?<!\d)(?:\+?1[\s.-]*)?\(?([2-9]\d{2})\)?[\s./-]*([2-9]\d{2})[\s./-]*(\d{4})(?!\d)/;

// 999-999-9999 stands for "no phone" and would make strangers look alike.
const isFilledIn = (digits: string): boolean => !/^(\d)\1*$/.test(digits);

const plain = (text: string): string => text.normalize('NFKC').replace(extension, '');

/**
 * The ten national digits of a US number typed in any shape, with a leading 1 and an extension dropped; of two
 * numbers in one field the first. `null` when there is no such number: too few digits, another country, or one
 * digit ten times over.
 */
export const phoneDigits = (text: string): string | null => {
  const typed = plain(text);
  if (abroad.test(typed)) return null;
  const digits = typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  const found = /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? digits : usNumber.exec(typed)?.slice(1).join('');
  return found !== undefined && isFilledIn(found) ? found : null;
};

/**
 * What two phones are compared by: the ten digits of a US number, else the last ten of whatever digits there are,
 * so that a number abroad or one without its area code still meets itself. `null` below seven digits.
 */
export const phoneKey = (text: string): string | null => {
  const digits = plain(text).replace(/\D/g, '');
  return phoneDigits(text) ?? (digits.length >= 7 && isFilledIn(digits) ? digits.slice(-10) : null);
};

/** A plain US number as `573-555-0123`; anything else, also a number with an extension, as it was typed. */
export const phoneInWords = (text: string): string => {
  const digits = phoneDigits(text);
  const isPlain = digits !== null && /^[\s\d()+./-]*$/.test(text) && text.replace(/\D/g, '').length <= 11;
  return isPlain ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : text;
};
