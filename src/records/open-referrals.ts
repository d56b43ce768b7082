import type { LeftDraft, OpenReferral } from '../rules/due.ts';
import type { Finding } from '../rules/eligibility.ts';
import { openStatuses, type ReferralStatus } from '../rules/referral.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { CaseNumber, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { nameOf, truthOf } from './columns.ts';
import { fcsState } from './fcs.ts';
import { leftFins } from './fins.ts';
import { finsStay, matchFacts } from './match-facts.ts';
import { namesOf } from './names.ts';
import type { Db } from './tables.ts';

const unended: readonly ReferralStatus[] = [...openStatuses, 'assigned', 'accepted'];

/** Every referral that is not ended, with all that decides what is due for it. Ended ones are not looked at. */
export async function openReferrals(db: Db): Promise<OpenReferral[]> {
  const rows = await openRows(db).execute();
  const left = await leftFins(db);
  return rows.map((row) => {
    const fcs = fcsState(row);
    return matchFacts(row, {
      status: row.status as ReferralStatus,
      family: nameOf(row.caregiver ?? row.child),
      agrees: truthOf(row.family_agrees),
      contactedAt: row.contacted_at as Instant | null,
      attempts: Number(row.attempts),
      screened: row.criteria === null ? null : (JSON.parse(row.criteria) as Finding[]),
      tapa:
        row.tapa !== 1 || row.tapa_ended_on !== null
          ? null
          : {
              date: row.tapa_on as CalendarDate | null,
              writtenOn: row.tapa_written_on as CalendarDate | null,
            },
      inFaces: row.faces_number !== null,
      denialsToKey: Number(row.denials),
      fins: finsStay(row),
      leftFins: left.get(row.number) ?? null,
      fcs,
      fcsOffered: fcs?.state === 'offered',
      case:
        row.case_number === null
          ? null
          : {
              id: row.case_number as CaseNumber,
              specialist: row.code as SpecialistCode,
              status: row.case_status ?? '',
              assignedAt: row.assigned_at as Instant,
              seenAt: row.seen_at as Instant | null,
              startedOn: row.started_on as CalendarDate | null,
              endsOn: (row.extended_until ?? row.ends_on) as CalendarDate | null,
              nextStaffingOn: row.next_staffing_on as CalendarDate | null,
              cameHome: row.came_home !== null,
            },
    });
  });
}

const openRows = (db: Db) =>
  db
    .selectFrom('referral as r')
    .leftJoin('fins_entry as e', (join) =>
      join.onRef('e.referral_id', '=', 'r.id').on('e.removed_at', 'is', null),
    )
    .leftJoin('service_case as c', (join) =>
      join.onRef('c.referral_id', '=', 'r.id').on('c.ended_at', 'is', null),
    )
    .leftJoin('specialist as p', 'p.id', 'c.specialist_id')
    .leftJoin('fcs_offer as o', (join) =>
      join.on('o.id', '=', (of) =>
        of
          .selectFrom('fcs_offer')
          .select((f) => f.fn.max('id').as('id'))
          .whereRef('referral_id', '=', 'r.id'),
      ),
    )
    .leftJoin('screening as s', (join) =>
      join.on('r.status', '=', 'in_screening').on('s.id', '=', (of) =>
        of
          .selectFrom('screening')
          .select((f) => f.fn.max('id').as('id'))
          .whereRef('referral_id', '=', 'r.id')
          .whereRef('program', '=', 'r.program'),
      ),
    )
    .where('r.status', 'in', unended)
    .select(['r.number', 'r.status', 'r.program', 'r.priority', 'r.received_at', 'r.circuit', 'r.county'])
    .select(['r.language', 'r.interpreter_arranged', 'r.situation', 'r.family_agrees', 'r.tapa', 'r.tapa_on'])
    .select(['r.tapa_written_on', 'r.tapa_ended_on', 'r.faces_number'])
    .select(['e.added_at', 'o.offered_on', 'o.answer', 'o.answered_on', 's.criteria'])
    .select(['c.number as case_number', 'c.status as case_status', 'c.assigned_at', 'p.code'])
    .select(['c.seen_at', 'c.started_on', 'c.ends_on'])
    .select(namesOf)
    .select((of) => {
      const contacts = of.selectFrom('contact as k').whereRef('k.referral_id', '=', 'r.id');
      return [
        of
          .selectFrom('case_extension as x')
          .whereRef('x.case_id', '=', 'c.id')
          .select((x) => x.fn.max('x.until_on').as('until_on'))
          .as('extended_until'),
        of
          .selectFrom('case_staffing as g')
          .whereRef('g.case_id', '=', 'c.id')
          .select('g.next_on')
          .orderBy('g.on_day', 'desc')
          .orderBy('g.id', 'desc')
          .limit(1)
          .as('next_staffing_on'),
        of
          .selectFrom('case_event as h')
          .whereRef('h.case_id', '=', 'c.id')
          .where('h.kind', '=', 'home')
          .select('h.id')
          .limit(1)
          .as('came_home'),
        contacts
          .where('k.outcome', '=', 'reached')
          .select((k) => k.fn.min('k.at').as('at'))
          .as('contacted_at'),
        contacts.select((k) => k.fn.countAll().as('n')).as('attempts'),
        of
          .selectFrom('denial as d')
          .whereRef('d.referral_id', '=', 'r.id')
          .where('d.faces_on', 'is', null)
          .select((d) => d.fn.countAll().as('n'))
          .as('denials'),
        of
          .selectFrom('fins_review as v')
          .whereRef('v.entry_id', '=', 'e.id')
          .select((v) => v.fn.max('v.at').as('at'))
          .as('reviewed_at'),
      ];
    });

/** Every interview that was begun and not finished, the first one first. */
export async function leftDrafts(db: Db): Promise<LeftDraft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['id', 'kind', 'owner', 'started_at'])
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  // A draft is kept under the command that it belongs to.
  return rows.map(({ id, kind, owner, started_at }) => ({
    id,
    command: `iis ${kind}`,
    referral: (/ (R\d\d-\d{4,})$/.exec(kind)?.[1] ?? null) as ReferralNumber | null,
    owner,
    startedAt: started_at as Instant,
  }));
}
