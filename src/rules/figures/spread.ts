/** How long many things took, kept at 8 bytes each: of a million referrals, too. */
export interface Spread {
  add(value: number): void;
  readonly n: number;
  /** `null` of none, as the others. Of an even number the mean of the two in the middle. */
  median(): number | null;
  mean(): number | null;
  longest(): number | null;
}

export function spread(): Spread {
  let values = new Float64Array(64);
  let n = 0;
  let sorted = true;
  const inOrder = () => {
    if (!sorted) values.subarray(0, n).sort();
    sorted = true;
    return values;
  };
  return {
    add(value) {
      if (n === values.length) {
        const larger = new Float64Array(n * 2);
        larger.set(values);
        values = larger;
      }
      values[n] = value;
      n += 1;
      sorted = false;
    },
    get n() {
      return n;
    },
    median() {
      const middle = n >> 1;
      const ordered = inOrder();
      if (n === 0) return null;
      return n % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
    },
    mean: () => (n === 0 ? null : values.subarray(0, n).reduce((sum, value) => sum + value, 0) / n),
    longest: () => (n === 0 ? null : inOrder()[n - 1]!),
  };
}

/** Which of many whole numbers were seen, at a bit each. `first`: whether this is the first time. */
export function seenOnce(): { first(id: number): boolean } {
  let bits = new Uint8Array(1024);
  return {
    first(id) {
      const at = id >> 3;
      if (at >= bits.length) {
        const larger = new Uint8Array(Math.max(bits.length * 2, at + 1));
        larger.set(bits);
        bits = larger;
      }
      const bit = 1 << (id & 7);
      const isNew = (bits[at]! & bit) === 0;
      bits[at]! |= bit;
      return isNew;
    },
  };
}
