/** Numbers are reckoned modulo this prime: whether a sum follows from others is found without fractions. */
const PRIME = 2_147_483_647n;

const mod = (n: bigint): bigint => ((n % PRIME) + PRIME) % PRIME;

function inverse(n: bigint): bigint {
  let [result, base, power] = [1n, mod(n), PRIME - 2n];
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

type Row = Map<string, bigint>;

/** Each sum begins with its whole; cells that are not among `cells` are taken to be 0. */
export function spanOf(
  sums: readonly (readonly string[])[],
  cells: readonly string[],
): (sum: readonly string[]) => boolean {
  const known = new Set(cells);
  const rows = new Map<string, Row>();
  const rowOf = ([whole = '', ...parts]: readonly string[]): Row => {
    const row: Row = new Map();
    for (const [cell, by] of [[whole, 1n] as const, ...parts.map((part) => [part, -1n] as const)])
      if (known.has(cell)) row.set(cell, mod((row.get(cell) ?? 0n) + by));
    return row;
  };
  /** What is left of a row when all that the others say is taken from it. */
  const reduced = (row: Row): Row => {
    const left = new Map(row);
    for (;;) {
      const pivot = [...left].find(([cell, by]) => by !== 0n && rows.has(cell));
      if (!pivot) return new Map([...left].filter(([, by]) => by !== 0n));
      const [cell, by] = pivot;
      for (const [other, times] of rows.get(cell)!)
        left.set(other, mod((left.get(other) ?? 0n) - by * times));
      left.delete(cell);
    }
  };
  for (const sum of sums) {
    const row = reduced(rowOf(sum));
    const [first] = row;
    if (!first) continue;
    const scale = inverse(first[1]);
    rows.set(first[0], new Map([...row].map(([cell, by]) => [cell, mod(by * scale)])));
  }
  return (sum) => reduced(rowOf(sum)).size === 0;
}
