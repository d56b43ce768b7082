import type { CaseNumber, ProgramCode, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import type { Writing } from './journal.ts';
import { nextNumber } from './numbers.ts';
import { referralKey } from './referrals.ts';
import { specialistKey } from './specialists.ts';
import type { Db } from './tables.ts';

/**
 * Opens a case in the lowest free place of the specialist, out of `places`. Returns `null` when none is
 * free. The schema holds the same: a place takes one open case, whoever asks.
 */
export async function openCase(
  writing: Writing,
  facts: {
    referral: ReferralNumber;
    specialist: SpecialistCode;
    program: ProgramCode;
    places: number;
    decision: number;
    year: number;
  },
): Promise<{ id: CaseNumber; place: number } | null> {
  const specialist = await specialistKey(writing.db, facts.specialist);
  const place = await freePlace(writing, specialist, facts.places);
  if (place === null) return null;
  const number = await nextNumber(writing.db, 'service_case', facts.year);
  await writing.insert('service_case', {
    ...number,
    referral_id: await referralKey(writing.db, facts.referral),
    specialist_id: specialist,
    place,
    program: facts.program,
    status: 'assigned',
    decision_id: facts.decision,
    assigned_at: writing.at,
    ...nothingYet,
  });
  return { id: number.number as CaseNumber, place };
}

const nothingYet = {
  seen_at: null,
  seen_late: null,
  started_on: null,
  ends_on: null,
  closed_on: null,
  ended_at: null,
  end_reason: null,
  end_note: null,
  screening_minutes: null,
  intact: null,
  abuse: null,
  follow_up_services: null,
};

/** The lowest place of the specialist that no open case is in, out of `places`; `null` where all are taken. */
export async function freePlace(
  writing: Writing,
  specialist: number,
  places: number,
): Promise<number | null> {
  await makePlaces(writing, specialist, places);
  const taken = await writing.db
    .selectFrom('service_case')
    .select('place')
    .where('specialist_id', '=', specialist)
    .where('ended_at', 'is', null)
    .execute();
  const free = Array.from({ length: places }, (_, i) => i + 1).find(
    (n) => !taken.some(({ place }) => place === n),
  );
  return taken.length < places ? (free ?? null) : null;
}

/** The program's policy says how many places there are; a place that is not there can take no case. */
export async function makePlaces(writing: Writing, specialist: number, places: number): Promise<void> {
  const rows = await writing.db
    .selectFrom('place')
    .select('number')
    .where('specialist_id', '=', specialist)
    .execute();
  for (let number = rows.length + 1; number <= places; number += 1) {
    await writing.insert('place', { specialist_id: specialist, number });
  }
}

/** Ends an open case without a service: its place is free at once. */
export async function giveCaseBack(writing: Writing, id: CaseNumber, reason: string): Promise<void> {
  const row = await writing.db
    .selectFrom('service_case')
    .select('id')
    .where('number', '=', id)
    .executeTakeFirstOrThrow();
  await writing.update('service_case', row.id, {
    status: 'given_back',
    ended_at: writing.at,
    end_reason: reason,
  });
}

/** Those of the cases whose service has begun and not ended. */
export async function begunCases(db: Db, cases: readonly CaseNumber[]): Promise<CaseNumber[]> {
  if (cases.length === 0) return [];
  const rows = await db
    .selectFrom('service_case')
    .select('number')
    .where('number', 'in', cases)
    .where('status', '=', 'accepted')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ number }) => number as CaseNumber);
}

export interface CaseLine {
  id: CaseNumber;
  referral: ReferralNumber;
  specialist: SpecialistCode;
  program: ProgramCode;
  status: string;
  assignedAt: string;
  endedAt: string | null;
  /** Who chose the specialist past the plan, and why; `null` where it was the plan. */
  override: { by: string; reason: string } | null;
}

/** The cases of a referral, first to last. */
export async function casesOf(db: Db, referral: ReferralNumber): Promise<CaseLine[]> {
  const rows = await db
    .selectFrom('service_case as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .innerJoin('specialist as s', 's.id', 'c.specialist_id')
    .innerJoin('decision as d', 'd.id', 'c.decision_id')
    .select(['c.number', 's.code', 'c.program', 'c.status', 'c.assigned_at', 'c.ended_at'])
    .select(['d.kind', 'd.by', 'd.reason'])
    .where('r.number', '=', referral)
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    id: row.number as CaseNumber,
    referral,
    specialist: row.code as SpecialistCode,
    program: row.program,
    status: row.status,
    assignedAt: row.assigned_at,
    endedAt: row.ended_at,
    override: row.kind === 'override' ? { by: row.by, reason: row.reason ?? '' } : null,
  }));
}
