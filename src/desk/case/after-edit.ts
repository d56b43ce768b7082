import { specialistByCode } from '../../records/specialists.ts';
import { caseCallsFor } from '../../rules/case/after-edit.ts';
import { hasCase, type Referral } from '../../rules/referral.ts';
import { type Desk, look } from '../desk.ts';

/** What changed facts of a referral call for in its open case; nothing where it has none. */
export async function openCaseCallsFor(desk: Desk, before: Referral, after: Referral): Promise<string[]> {
  const { state } = after;
  if (!hasCase(state)) return [];
  const specialist = await look(desk, (db) => specialistByCode(db, state.specialist));
  return caseCallsFor(before, after, specialist!);
}
