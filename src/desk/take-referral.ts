import { referralsPerhapsAlike } from '../records/alike.ts';
import { type EarlierReferral, outcomesOf } from '../records/earlier.ts';
import type { Writing } from '../records/journal.ts';
import { addReferral, listReferrals, referralByNumber } from '../records/referrals.ts';
import { addIntakeSource } from '../records/steps.ts';
import type { Db } from '../records/tables.ts';
import { type Admission, admit } from '../rules/admission.ts';
import type { FormReading } from '../rules/intake.ts';
import { type FamilyFacts, rankAlike } from '../rules/likeness.ts';
import type { Referral } from '../rules/referral.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look, yearNow } from './desk.ts';
import { write } from './write.ts';

/** An earlier referral whose family looks like this one, and why. */
export interface LooksAlike extends EarlierReferral {
  score: number;
  why: string[];
}

export interface TakenReferral extends Omit<Admission, 'facts' | 'state'> {
  referral: Referral;
  possibleDuplicates: LooksAlike[];
  /** The earlier referrals of the family that it was linked to. */
  sameFamily: EarlierReferral[];
}

/** A filled form that is to be taken in. */
export interface IncomingForm {
  reading: FormReading;
  channel: 'form' | 'json' | 'flags' | 'interview' | 'csv';
  /** The form as it came; `null` when it was typed. */
  text: string | null;
  /** The earlier referral of the same family that it is linked to. */
  sameFamilyAs: ReferralNumber | null;
}

/** What would become of the form, without saving anything: refuses what `takeReferrals` refuses. */
export const considerForm = (desk: Desk, reading: FormReading) =>
  look(desk, async (db) => ({ admission: admit(reading, desk), alike: await looksLike(db, reading.intake) }));

/**
 * Takes the forms in, all of them or none, in the order given. Refuses a form that names nobody.
 */
export function takeReferrals(desk: Desk, forms: readonly IncomingForm[]): Promise<TakenReferral[]> {
  return write(desk, async (writing) => {
    const taken: TakenReferral[] = [];
    for (const form of forms) taken.push(await takeOne(desk, writing, form));
    return taken;
  });
}

/** Takes one form in, within a step that others belong to. `known` is what looks like it, where that was looked for. */
export async function takeOne(
  desk: Desk,
  writing: Writing,
  { reading, channel, text, sameFamilyAs }: IncomingForm,
  known?: readonly LooksAlike[],
): Promise<TakenReferral> {
  const { facts, state, ...admission } = admit(reading, desk);
  const alike = known ?? (await looksLike(writing.db, reading.intake));
  const family = sameFamilyAs && (await referralByNumber(writing.db, sameFamilyAs))!.family.id;
  const id = await addReferral(writing, facts, { family, year: yearNow(desk), state });
  const { leftovers } = reading;
  await addIntakeSource(writing, id, { channel, text, leftovers, problems: admission.problems });
  const referral = (await referralByNumber(writing.db, id))!;
  const others = alike.filter((one) => one.referral.family.id !== referral.family.id);
  const sameFamily = family === null ? [] : await earlierOf(writing.db, referral);
  return { referral, ...admission, possibleDuplicates: others, sameFamily };
}

const earlierOf = async (db: Db, { id, family }: Referral): Promise<EarlierReferral[]> =>
  outcomesOf(
    db,
    (await listReferrals(db, { family: family.id })).filter((other) => other.id !== id),
  );

/** The earlier families that look like this one, most alike first, each by its most alike and then newest referral. */
export const looksLike = async (db: Db, family: FamilyFacts): Promise<LooksAlike[]> =>
  alikeAmong(db, family, await referralsPerhapsAlike(db, family));

/** The same, among those that are perhaps alike. */
export async function alikeAmong(
  db: Db,
  family: FamilyFacts,
  earlier: readonly Referral[],
): Promise<LooksAlike[]> {
  const ranked = rankAlike(
    family,
    earlier.map((referral) => ({ id: referral.id, facts: referral.family })),
  );
  const byNumber = new Map(earlier.map((referral) => [referral.id as string, referral]));
  const shown = new Set<string>();
  const newestFirst = ranked.sort((a, b) => b.score - a.score || (a.id > b.id ? -1 : 1));
  const ofEachFamily = newestFirst.filter(({ id }) => {
    const { family } = byNumber.get(id)!;
    if (shown.has(family.id)) return false;
    shown.add(family.id);
    return true;
  });
  const outcomes = await outcomesOf(
    db,
    ofEachFamily.map(({ id }) => byNumber.get(id)!),
  );
  return ofEachFamily.map(({ score, why }, i) => ({ ...outcomes[i]!, score, why }));
}
