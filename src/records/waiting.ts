import type { WaitingRecord } from '../rules/placing.ts';
import type { ProgramCode } from '../rules/words.ts';
import { leftFins } from './fins.ts';
import { finsStay, matchFacts } from './match-facts.ts';
import type { Db } from './tables.ts';

/** Every eligible referral without a case, on the FINS list or not. */
export async function waitingFamilies(db: Db, program: ProgramCode | null): Promise<WaitingRecord[]> {
  const query = db
    .selectFrom('referral as r')
    .leftJoin('fins_entry as e', (join) =>
      join.onRef('e.referral_id', '=', 'r.id').on('e.removed_at', 'is', null),
    )
    .leftJoin('fcs_offer as o', (join) => join.onRef('o.referral_id', '=', 'r.id').on('o.answer', 'is', null))
    .where('r.status', '=', 'eligible')
    .select([
      'o.id as offer',
      'r.number',
      'r.program',
      'r.priority',
      'r.received_at',
      'r.circuit',
      'r.county',
    ])
    .select(['r.language', 'r.interpreter_arranged', 'r.situation', 'e.added_at'])
    .select((of) =>
      of
        .selectFrom('fins_review as v')
        .whereRef('v.entry_id', '=', 'e.id')
        .select((v) => v.fn.max('v.at').as('at'))
        .as('reviewed_at'),
    );
  const rows = await (program === null ? query : query.where('r.program', '=', program)).execute();
  const left = await leftFins(db);
  return rows.map((row) =>
    matchFacts(row, {
      fins: finsStay(row),
      leftFins: left.get(row.number) ?? null,
      fcsOffered: row.offer !== null,
    }),
  );
}
