/** So many rows fit a few megabytes, and the year of the whole state fits one page; a database may have a million. */
const PAGE = 2500;

/** The last row of the page before, by the time that the rows are in order of. */
export interface After<Time extends string> {
  since: Time;
  id: number;
}

/** Rows in order of a time, then of `id`, some at once, so that memory does not grow with them. */
export async function* inPages<Time extends string, Row extends After<Time>>(
  from: Time,
  page: (after: After<Time>, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let after: After<Time> = { since: from, id: 0 }; ; ) {
    const rows = await page(after, PAGE);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!;
  }
}
