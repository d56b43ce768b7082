import { newestOffer } from '../records/fcs.ts';
import { finsStaysOf } from '../records/fins.ts';
import { referralByNumber, setStatus } from '../records/referrals.ts';
import { readSettings } from '../records/settings.ts';
import { addDenial, addScreening, type Screening, screeningsOf } from '../records/steps.ts';
import type { Db } from '../records/tables.ts';
import { type Assessment, assess, type GivenAnswers, type ScreeningFacts } from '../rules/eligibility.ts';
import { type FcsState, nextReviewDue } from '../rules/fins.ts';
import { type Program, programOf } from '../rules/policy.ts';
import type { Referral, ReferralStatus } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Settings } from '../rules/settings.ts';
import { requireAgreement, requireNoCase, requireUnended } from '../rules/standing.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { requireScreeningAsSeen } from './changed-meanwhile.ts';
import { type Desk, reviewRules } from './desk.ts';
import { warningsFor } from './dossier.ts';
import { write } from './write.ts';

export interface Screened {
  referral: Referral;
  assessment: Assessment;
  /** What to see to before the family is matched. */
  warnings: string[];
  /** What was done for the family already. */
  done: {
    /** Its review on the FINS list; `null` where it is not on it. */
    review: 'current' | 'due' | null;
    fcs: FcsState['state'] | null;
  };
}

/** Notes to the answers, by criterion; `null`: none. */
export type Notes = Readonly<Record<string, string | null>>;

const statusAfter: Record<Assessment['result'], ReferralStatus> = {
  eligible: 'eligible',
  not_eligible: 'not_eligible',
  needs_information: 'in_screening',
};

/**
 * Screens the referral against its program's criteria and keeps the screening beside earlier ones. A
 * criterion that is not answered now keeps its last answer. Refuses a family that has not agreed [002
 * Community Referral form], a referral that has ended or has a case, and answers to criteria that are not
 * the program's. Not eligible is kept as a denial too: the state counts it [001 Practice Alert PA22-CM-10].
 * Where the last answers were `seen`, those that somebody else has changed since are not overridden unseen: refused
 * (`changed_meanwhile`). `notes` go to the answers of their criteria, given now or before; refused where there is none.
 */
export function screenReferral(
  desk: Desk,
  id: ReferralNumber,
  answers: GivenAnswers,
  { seen, notes = {} }: { seen?: GivenAnswers; notes?: Notes } = {},
): Promise<Screened> {
  return write(desk, async (writing) => {
    const referral = (await referralByNumber(writing.db, id))!;
    requireScreenable(referral);
    const program = programOf(desk.programs, referral.program);
    requireKnownCriteria(program, Object.keys({ ...answers, ...notes }));
    const earlier = (await screeningsOf(writing.db, id)).filter((s) => s.program === program.code).at(-1);
    const now = lastAnswers(earlier);
    if (seen)
      await requireScreeningAsSeen(writing.db, id, { seen, now, wanted: answers }, desk.settings.zone);
    const facts = screeningFacts(referral, await readSettings(writing.db));
    const assessment = assess(program, noted({ ...now, ...answers }, notes), facts);
    const { result, criteria } = assessment;
    await addScreening(writing, id, { program: program.code, result, criteria });
    await setStatus(writing, id, statusAfter[result]);
    if (result === 'not_eligible') {
      const reason = denialReason(program, assessment);
      const said =
        earlier?.result === 'not_eligible' &&
        denialReason(program, { reasons: failedIn(earlier) }) === reason;
      if (!said) await addDenial(writing, id, { reason, note: null });
    }
    const screened = (await referralByNumber(writing.db, id))!;
    const done = await doneFor(desk, writing.db, screened);
    return { referral: screened, assessment, warnings: warningsFor(screened), done };
  });
}

async function doneFor(desk: Desk, db: Db, referral: Referral): Promise<Screened['done']> {
  const stay = (await finsStaysOf(db, referral.id)).at(-1);
  const fcs = (await newestOffer(db, referral.id))?.state ?? null;
  if (!stay || stay.removed) return { review: null, fcs };
  const { addedAt, reviews } = stay;
  const reviewedAt = reviews.at(-1)?.at ?? null;
  const dueAt = nextReviewDue({ ...referral, addedAt, reviewedAt }, reviewRules(desk));
  return { review: dueAt <= desk.now ? 'due' : 'current', fcs };
}

function noted(answers: GivenAnswers, notes: Notes): GivenAnswers {
  const open = Object.keys(notes).filter((id) => !answers[id]);
  if (open.length > 0) throw withoutAnswer(open);
  const withNotes = Object.entries(notes).map(([id, note]) => [id, { ...answers[id]!, note }]);
  return { ...answers, ...Object.fromEntries(withNotes) };
}

const withoutAnswer = (ids: readonly string[]) =>
  new Refusal({
    kind: 'invalid',
    code: 'note_without_answer',
    message: `A note was given without an answer: ${ids.join(', ')}.`,
    hint: `Give the answer with it: ${ids.map((id) => `--answer ${id}=yes|no|unknown`).join(' ')}`,
  });

export function requireScreenable(referral: Referral): void {
  requireUnended(referral);
  requireNoCase(referral);
  requireAgreement(referral);
}

/** What the referral and the settings say for the criteria that rest on it. */
export const screeningFacts = (referral: Referral, settings: Settings): ScreeningFacts => ({
  situation: referral.situation,
  circuit: referral.circuit,
  divisionInvolvement: referral.divisionInvolvement,
  discussedOn: referral.discussedOn,
  familyAgrees: referral.familyAgrees,
  taken: settings.take,
  siteCircuits: settings.ifrsCircuits,
});

/** The answers that were given at the last screening, to start the next one from. */
export const lastAnswers = (screening: Screening | undefined): GivenAnswers =>
  Object.fromEntries(
    (screening?.criteria ?? []).map(({ id, answer, note, given }) => [id, given ?? { answer, note }]),
  );

const failedIn = ({ criteria }: Screening): string[] =>
  criteria.filter((c) => c.answer === 'no').map((c) => c.id);

/** A denial is counted under the first criterion that failed. */
const denialReason = (program: Program, { reasons }: Pick<Assessment, 'reasons'>): string =>
  program.criteria.find((c) => reasons.includes(c.id))!.denial;

function requireKnownCriteria(program: Program, ids: readonly string[]): void {
  const strange = ids.filter((id) => !program.criteria.some((c) => c.id === id));
  if (strange.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'unknown_criterion',
    message: `${program.code} has no criterion “${strange.join('”, “')}”.`,
    hint: `Its criteria are: ${program.criteria.map((c) => c.id).join(', ')}.`,
  });
}
