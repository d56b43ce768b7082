import { type Compilable, CompiledQuery } from 'kysely';
import madeAhead from '#fixed-queries';
import type { Db } from '../tables.ts';

/** A query as it is sent: its text, and what stands in the places of its question marks. */
interface Sent {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

type Make<Row> = (db: Db) => Compilable<Row>;

const makers = new Map<string, Make<unknown>>();

/**
 * A query that is told nothing, so that it is always the same; returns what gives its rows. The program is built with its
 * text, since to make it takes a start about as long as to run it; the sources make it each time.
 */
export function fixedQuery<Row>(name: string, make: Make<Row>): (db: Db) => Promise<Row[]> {
  makers.set(name, make);
  const sent = (madeAhead as Record<string, Sent | undefined>)[name];
  return async (db) => {
    const query = sent ? CompiledQuery.raw(sent.sql, [...sent.parameters]) : make(db).compile();
    const { rows } = await db.executeQuery(query);
    return rows as Row[];
  };
}

/** All of them as they are sent, by name. */
export const fixedQueries = (db: Db): Record<string, Sent> =>
  Object.fromEntries(
    [...makers].map(([name, make]) => {
      const { sql, parameters } = make(db).compile();
      return [name, { sql, parameters }];
    }),
  );
