/** Whether two words differ by so many slips at most: letters put in, left out, changed, or two neighbours swapped. */
export const isWithin = (slips: number, a: string, b: string, fromA = 0, fromB = 0): boolean => {
  let [i, j] = [fromA, fromB];
  while (i < a.length && a[i] === b[j]) {
    i += 1;
    j += 1;
  }
  if (i === a.length && j === b.length) return true;
  if (slips === 0 || Math.abs(a.length - i - (b.length - j)) > slips) return false;
  const isSwapped = a[i] === b[j + 1] && a[i + 1] === b[j];
  return (
    isWithin(slips - 1, a, b, i + 1, j + 1) ||
    isWithin(slips - 1, a, b, i + 1, j) ||
    isWithin(slips - 1, a, b, i, j + 1) ||
    (isSwapped && isWithin(slips - 1, a, b, i + 2, j + 2))
  );
};

/** How many slips a word of this length can have and still be known. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
