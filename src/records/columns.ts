import { withoutRemark } from '../rules/referral.ts';

/** Between a value and its column, and between long lists and queries. */

export const flagOf = (value: boolean | null): number | null => (value === null ? null : Number(value));

export const truthOf = (column: number | null): boolean | null => (column === null ? null : column === 1);

/** What a family is called by the name of one of its people. */
export const nameOf = (name: string | null): string | null => (name === null ? null : withoutRemark(name));

/** Rows by the value of one of their columns. */
export function grouped<K, R>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** An engine takes only so many values in one statement. */
const CHUNK = 1000;

export async function inChunks<K, R>(keys: readonly K[], query: (some: K[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let i = 0; i < keys.length; i += CHUNK) found.push(...(await query(keys.slice(i, i + CHUNK))));
  return found;
}
