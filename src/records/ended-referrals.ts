import type { EndedReferral } from '../rules/due.ts';
import type { ReferralStatus } from '../rules/referral.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { Priority, ReferralNumber } from '../rules/words.ts';
import { nameOf } from './columns.ts';
import { namesOf } from './names.ts';
import type { Db } from './tables.ts';

const ended: readonly ReferralStatus[] = ['withdrawn', 'closed'];

/**
 * The ended referrals of which something is not in FACES, the referral or a denial, or that were offered FCS and have
 * not answered; each is found by an index that holds nothing else. `notForFaces`: the reasons for which a referral ends without being one of its own.
 */
export async function endedReferrals(db: Db, notForFaces: readonly string[]): Promise<EndedReferral[]> {
  const rows = await db
    .selectFrom('referral as r')
    .where((of) => of('r.id', 'in', keysOf(db, notForFaces)))
    .leftJoin('fcs_offer as o', (join) => join.onRef('o.referral_id', '=', 'r.id').on('o.answer', 'is', null))
    .select(['r.number', 'r.status', 'r.program', 'r.priority', 'r.faces_number', 'r.status_reason'])
    .select('o.offered_on')
    .select(namesOf)
    .select((of) =>
      of
        .selectFrom('denial as d')
        .whereRef('d.referral_id', '=', 'r.id')
        .where('d.faces_on', 'is', null)
        .select((d) => d.fn.countAll().as('n'))
        .as('denials'),
    )
    .execute();
  const over = rows.filter(({ status }) => ended.includes(status as ReferralStatus));
  return over.map((row) => ({
    referral: row.number as ReferralNumber,
    program: row.program,
    family: nameOf(row.caregiver ?? row.child),
    priority: row.priority as Priority | null,
    inFaces: row.faces_number !== null || notForFaces.includes(row.status_reason ?? ''),
    denialsToKey: Number(row.denials),
    fcs: row.offered_on === null ? null : { state: 'offered', offeredOn: row.offered_on as CalendarDate },
  }));
}

// Which have ended is asked of those that were found: asked here, SQLite would begin with all that have.
const keysOf = (db: Db, notForFaces: readonly string[]) =>
  db
    .selectFrom('referral as u')
    .select('u.id')
    .where('u.faces_number', 'is', null)
    .where('u.status', 'in', ended)
    .where((of) => of.or([of('u.status_reason', 'is', null), of('u.status_reason', 'not in', notForFaces)]))
    .union(db.selectFrom('denial as k').select('k.referral_id as id').where('k.faces_on', 'is', null))
    .union(db.selectFrom('fcs_offer as f').select('f.referral_id as id').where('f.answer', 'is', null));
