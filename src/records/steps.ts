import type { Finding, ScreeningResult } from '../rules/eligibility.ts';
import type { FormProblem } from '../rules/intake.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { ContactOutcome, ProgramCode, ReferralNumber } from '../rules/words.ts';
import { grouped, inChunks } from './columns.ts';
import type { Writing } from './journal.ts';
import { referralKey } from './referrals.ts';
import type { Db } from './tables.ts';

/** The steps of a referral on its way: how it came, contacts, screenings, denials. */

export interface IntakeSource {
  /** `form`, `json`, `flags` or `interview`. */
  channel: string;
  /** The form as it came; `null` when the referral was typed. */
  text: string | null;
  leftovers: string[];
  problems: FormProblem[];
}

export async function addIntakeSource(
  writing: Writing,
  id: ReferralNumber,
  source: IntakeSource,
): Promise<void> {
  await writing.insert('intake_source', {
    referral_id: await referralKey(writing.db, id),
    channel: source.channel,
    text: source.text,
    leftovers: JSON.stringify(source.leftovers),
    problems: JSON.stringify(source.problems),
  });
}

export async function intakeSourceOf(db: Db, id: ReferralNumber): Promise<IntakeSource | null> {
  const row = await db
    .selectFrom('intake_source')
    .selectAll()
    .where('referral_id', '=', await referralKey(db, id))
    .executeTakeFirst();
  if (!row) return null;
  const { channel, text, leftovers, problems } = row;
  return { channel, text, leftovers: JSON.parse(leftovers), problems: JSON.parse(problems) };
}

/** Keeps other problems of the form than before. */
export async function setProblems(
  writing: Writing,
  id: ReferralNumber,
  problems: readonly FormProblem[],
): Promise<void> {
  const row = await writing.db
    .selectFrom('intake_source')
    .select('id')
    .where('referral_id', '=', await referralKey(writing.db, id))
    .executeTakeFirst();
  if (row) await writing.update('intake_source', row.id, { problems: JSON.stringify(problems) });
}

/** The referrals that were taken in with one of these texts, as they came; of each text the oldest first. */
export async function referralsByText(
  db: Db,
  texts: readonly string[],
): Promise<Map<string, ReferralNumber[]>> {
  const rows = await inChunks(texts, (some) =>
    db
      .selectFrom('intake_source as s')
      .innerJoin('referral as r', 'r.id', 's.referral_id')
      .select(['s.text', 'r.number'])
      .where('s.text', 'in', some)
      .orderBy('s.id')
      .execute(),
  );
  const byText = grouped(rows, ({ text }) => text as string);
  return new Map([...byText].map(([text, of]) => [text, of.map(({ number }) => number as ReferralNumber)]));
}

export interface Contact {
  at: Instant;
  outcome: ContactOutcome;
  note: string | null;
}

export async function addContact(writing: Writing, id: ReferralNumber, contact: Contact): Promise<void> {
  await writing.insert('contact', { referral_id: await referralKey(writing.db, id), ...contact });
}

/** The contacts with the submitter, first to last. */
export async function contactsOf(db: Db, id: ReferralNumber): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contact')
    .select(['at', 'outcome', 'note'])
    .where('referral_id', '=', await referralKey(db, id))
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows as Contact[];
}

export interface Screening {
  program: ProgramCode;
  at: Instant;
  by: string;
  result: ScreeningResult;
  criteria: Finding[];
}

/** Keeps a screening; earlier ones stay as they are. */
export async function addScreening(
  writing: Writing,
  id: ReferralNumber,
  screening: Pick<Screening, 'program' | 'result' | 'criteria'>,
): Promise<void> {
  await writing.insert('screening', {
    referral_id: await referralKey(writing.db, id),
    program: screening.program,
    at: writing.at,
    by: writing.who,
    result: screening.result,
    criteria: JSON.stringify(screening.criteria),
  });
}

/** Every screening of the referral, first to last. */
export async function screeningsOf(db: Db, id: ReferralNumber): Promise<Screening[]> {
  const rows = await db
    .selectFrom('screening')
    .selectAll()
    .where('referral_id', '=', await referralKey(db, id))
    .orderBy('id')
    .execute();
  return rows.map(({ program, at, by, result, criteria }) => ({
    program,
    at: at as Instant,
    by,
    result: result as ScreeningResult,
    criteria: JSON.parse(criteria) as Finding[],
  }));
}

/** A recorded "no" to a referral: the state counts them whether or not the family is served later [001]. */
export interface Denial {
  at: Instant;
  reason: string;
  note: string | null;
  facesOn: CalendarDate | null;
}

export async function addDenial(
  writing: Writing,
  id: ReferralNumber,
  denial: { reason: string; note: string | null },
): Promise<void> {
  const referral_id = await referralKey(writing.db, id);
  await writing.insert('denial', { referral_id, at: writing.at, ...denial, faces_on: null });
}

/** Every denial of the referral, first to last. */
export async function denialsOf(db: Db, id: ReferralNumber): Promise<Denial[]> {
  const rows = await db
    .selectFrom('denial')
    .selectAll()
    .where('referral_id', '=', await referralKey(db, id))
    .orderBy('id')
    .execute();
  return rows.map(({ at, reason, note, faces_on }) => ({
    at: at as Instant,
    reason,
    note,
    facesOn: faces_on as CalendarDate | null,
  }));
}

/** Notes that every denial of the referral so far has been keyed into FACES on this day. */
export async function keyDenials(writing: Writing, id: ReferralNumber, on: CalendarDate): Promise<number> {
  const rows = await writing.db
    .selectFrom('denial')
    .select('id')
    .where('referral_id', '=', await referralKey(writing.db, id))
    .where('faces_on', 'is', null)
    .execute();
  for (const row of rows) await writing.update('denial', row.id, { faces_on: on });
  return rows.length;
}
