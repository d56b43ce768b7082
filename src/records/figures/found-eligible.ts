import type { Employed } from '../../rules/figures/at-work.ts';
import type { Begun, FoundEligible, HeldPlace } from '../../rules/figures/capacity.ts';
import type { Instant } from '../../rules/time.ts';
import { grouped } from '../columns.ts';
import { factsIn, toLeave } from '../specialists.ts';
import type { Db } from '../tables.ts';

/** What the need for specialists follows from: who was found eligible, what held places, and who worked. */

export interface Span {
  from: Instant;
  before: Instant;
}

/** Each referral that was found eligible for its program for the first time within the span, in order of time. */
export async function foundEligible(db: Db, { from, before }: Span): Promise<FoundEligible[]> {
  const rows = await db
    .selectFrom('screening as s')
    .innerJoin('referral as r', (join) =>
      join.onRef('r.id', '=', 's.referral_id').onRef('r.program', '=', 's.program'),
    )
    .where('s.result', '=', 'eligible')
    .where('s.at', '>=', from)
    .where('s.at', '<', before)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('screening as earlier')
            .select('earlier.id')
            .whereRef('earlier.referral_id', '=', 's.referral_id')
            .whereRef('earlier.program', '=', 's.program')
            // Not by the index of results: SQLite would look through all who were found eligible, each time.
            .where((inner) => inner(inner.fn.coalesce('earlier.result', inner.val('')), '=', 'eligible'))
            .whereRef('earlier.id', '<', 's.id'),
        ),
      ),
    )
    .select(['s.at', 'r.circuit', 'r.program'])
    .select((e) =>
      e
        .selectFrom('denial as d')
        .select((d) => d.fn.countAll<number>().as('n'))
        .whereRef('d.referral_id', '=', 'r.id')
        .where('d.reason', '=', 'no_opening')
        .as('denials'),
    )
    .orderBy('s.at')
    .orderBy('s.id')
    .execute();
  return rows.map(({ at, circuit, program, denials }) => ({
    at: at as Instant,
    circuit,
    program,
    denied: Number(denials) > 0,
  }));
}

/** Every case that held a place within the span, of those assigned from `since` on. */
export async function heldPlaces(db: Db, { from, before }: Span, since: Instant): Promise<HeldPlace[]> {
  const rows = await db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .where('c.assigned_at', '>=', since)
    .where('c.assigned_at', '<', before)
    .where((e) => e.or([e('c.ended_at', 'is', null), e('c.ended_at', '>=', from)]))
    .select(['r.circuit', 'c.program', 'c.referral_id', 'c.assigned_at', 'c.ended_at'])
    .orderBy('c.assigned_at')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    circuit: row.circuit,
    program: row.program,
    referral: row.referral_id,
    assignedAt: row.assigned_at as Instant,
    endedAt: row.ended_at as Instant | null,
  }));
}

/** Everyone who was ever taken on, by code. */
export async function everEmployed(db: Db): Promise<Employed[]> {
  const rows = await db.selectFrom('specialist').selectAll().orderBy('code').execute();
  const leaves = grouped(
    await db.selectFrom('leave').selectAll().orderBy('from_on').execute(),
    (leave) => leave.specialist_id,
  );
  return rows.map((row) => {
    const { code, program, circuits, counties, languages, takes, ended } = factsIn(row);
    const own = (leaves.get(row.id) ?? []).map(toLeave);
    const facts = { program, circuits, counties, languages, takes, ended };
    return { code, ...facts, addedAt: row.added_at as Instant, leaves: own };
  });
}

/** What the records of the office begin with; `null` where they have neither. */
export async function recordsBegin(db: Db): Promise<Begun | null> {
  const specialist = await db
    .selectFrom('specialist')
    .select((e) => e.fn.min('added_at').as('at'))
    .executeTakeFirst();
  const screening = await db
    .selectFrom('screening')
    .select((e) => e.fn.min('at').as('at'))
    .executeTakeFirst();
  const begun: Begun[] = [
    ...(specialist?.at ? [{ at: specialist.at as Instant, by: 'specialist' as const }] : []),
    ...(screening?.at ? [{ at: screening.at as Instant, by: 'family' as const }] : []),
  ];
  return begun.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}
