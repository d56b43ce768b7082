import type { WaitingRecord } from '../rules/placing.ts';
import type { ProgramCode, ReferralNumber } from '../rules/words.ts';
import { inChunks } from './columns.ts';
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

/** Of the referrals with no language set, what was said of the family's needs. */
export async function needsWithoutLanguage(db: Db, referrals: readonly ReferralNumber[]) {
  const rows = await inChunks(referrals, (some) =>
    db
      .selectFrom('referral')
      .select(['number', 'accommodations', 'interpreter_arranged'])
      .where('number', 'in', some)
      .where('language', 'is', null)
      .execute(),
  );
  return rows.map((row) => ({
    referral: row.number as ReferralNumber,
    language: null,
    interpreterArranged: row.interpreter_arranged === 1,
    accommodations: row.accommodations,
  }));
}
