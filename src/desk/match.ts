import { openCase } from '../records/cases.ts';
import { addDecision } from '../records/decisions.ts';
import { removeFromFins } from '../records/fins.ts';
import type { Writing } from '../records/journal.ts';
import { referralByNumber, setStatus } from '../records/referrals.ts';
import { listSpecialists } from '../records/specialists.ts';
import type { Db } from '../records/tables.ts';
import { needsWithoutLanguage, waitingFamilies } from '../records/waiting.ts';
import { dayInWords } from '../rules/in-words.ts';
import { languageDoubt } from '../rules/language-hints.ts';
import { openingsOf } from '../rules/matching.ts';
import {
  barOf,
  type Candidates,
  obstacleInWords,
  type PlacedSpecialist,
  type Plan,
  planChosen,
  planPlacements,
  samePlacements,
  samePlacementsAndWhy,
  type WaitingRecord,
} from '../rules/placing.ts';
import { missingForMatch, type Referral, statusInWords } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import { noOpening, requireEligible } from '../rules/standing.ts';
import type { Zone } from '../rules/time.ts';
import type { CaseNumber, ProgramCode, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { type Desk, look, reviewRules, today, yearNow } from './desk.ts';
import { availableOn } from './openings.ts';
import { write } from './write.ts';

export interface Assigned {
  case: CaseNumber;
  referral: ReferralNumber;
  specialist: SpecialistCode;
}

export interface Matched {
  plan: Plan;
  assigned: Assigned[];
}

export interface Wish {
  /** Only these referrals are placed, and only where the whole plan serves them; `null`: everyone. */
  only: readonly ReferralNumber[] | null;
  program: ProgramCode | null;
}

/** The best plan for everyone who waits, as the records stand. Saves nothing; refuses what `assign` refuses. */
export const planFor = (desk: Desk, wish: Wish): Promise<Plan> =>
  look(desk, async (db) => planned(db, await candidates(desk, db, wish.program), wish));

/** What keeps the plan for everyone from placing the family now, in short phrases; empty where it is placed. */
export async function inTheWayOf(desk: Desk, { id, program, state }: Referral): Promise<string[]> {
  if (state.status !== 'eligible') return [`it is ${statusInWords[state.status]}`];
  const { unserved } = await planFor(desk, { only: null, program });
  const blockers = unserved.find(({ referral }) => referral === id)?.blockers ?? [];
  return blockers.map((blocker) => obstacleInWords(blocker, desk.settings.zone));
}

/**
 * Plans and assigns in one transaction, so that nobody loses a place that is still free. With `shown`, the
 * plan that somebody confirmed, refuses (`plan_changed`) when the records no longer give that plan. Refuses
 * when referrals were named and none of them can be placed.
 */
export function assign(desk: Desk, wish: Wish, shown?: Plan): Promise<Matched> {
  return write(desk, async (writing) => {
    const facts = await candidates(desk, writing.db, wish.program);
    const plan = await planned(writing.db, facts, wish);
    if (shown && !samePlacements(shown, plan)) throw planChanged();
    if (wish.only && plan.placements.length === 0) throw noneCanBePlaced(plan, desk.settings.zone);
    return carryOut(desk, writing, facts, plan, null);
  });
}

/** A placement of the gatekeeper's choice: it goes past the plan, and the reason is kept. */
export interface Choice {
  referral: ReferralNumber;
  specialist: SpecialistCode;
}

/** What the choice would do, and what it goes past. Saves nothing; refuses what `override` refuses. */
export const planForChoice = (desk: Desk, choice: Choice): Promise<Plan> =>
  look(desk, async (db) => chosen(db, await candidates(desk, db, null), choice));

/**
 * Gives one family to a specialist of the gatekeeper's choice, with a reason that is kept. It goes past the
 * plan, language, county and situation, but never past the limit of open cases, a leave, the program, a
 * stale review, or a family that is not eligible. With `shown`, what somebody confirmed, refuses (`plan_changed`)
 * when the choice now goes past something else.
 */
export const override = (desk: Desk, choice: Choice & { reason: string }, shown?: Plan): Promise<Matched> =>
  write(desk, async (writing) => {
    const facts = await candidates(desk, writing.db, null);
    const plan = await chosen(writing.db, facts, choice);
    if (shown && !samePlacementsAndWhy(shown, plan)) throw planChanged();
    return carryOut(desk, writing, facts, plan, choice.reason);
  });

async function chosen(db: Db, facts: Candidates, choice: Choice): Promise<Plan> {
  const { referral: id, specialist: code } = choice;
  await requirePlaceable(db, facts, id);
  requireChoosable(
    facts.waiting.find(({ referral }) => referral === id)!,
    facts.specialists.find((specialist) => specialist.code === code),
    code,
  );
  return withLanguageDoubts(db, planChosen(facts, choice));
}

async function candidates(desk: Desk, db: Db, program: ProgramCode | null): Promise<Candidates> {
  const waiting = await waitingFamilies(db, program);
  const specialists = availableOn(await listSpecialists(db), today(desk), desk.programs);
  const bars = waiting.flatMap((record) => {
    const bar = barOf(record, desk.now, { ...reviewRules(desk), reasons: desk.reasons });
    return bar ? [[record.referral, bar] as const] : [];
  });
  return {
    waiting,
    bars: new Map(bars),
    specialists: specialists.filter((specialist) => program === null || specialist.program === program),
  };
}

async function planned(db: Db, facts: Candidates, { only }: Wish): Promise<Plan> {
  for (const id of only ?? []) await requirePlaceable(db, facts, id);
  return withLanguageDoubts(db, planPlacements(facts, only));
}

/** Says of each placement where English was only taken for the family's language. */
async function withLanguageDoubts(db: Db, plan: Plan): Promise<Plan> {
  const referrals = plan.placements.map(({ referral }) => referral);
  const needs = await needsWithoutLanguage(db, referrals);
  const doubtful = new Set(needs.filter(languageDoubt).map(({ referral }) => referral));
  const placements = plan.placements.map((one) =>
    doubtful.has(one.referral) ? { ...one, why: [...one.why, { kind: 'language_taken' as const }] } : one,
  );
  return { ...plan, placements };
}

/** Takes the places, moves the families, and keeps what it was decided on. */
async function carryOut(
  desk: Desk,
  writing: Writing,
  facts: Candidates,
  plan: Plan,
  overrideReason: string | null,
): Promise<Matched> {
  if (plan.placements.length === 0) return { plan, assigned: [] };
  const kind = overrideReason === null ? 'plan' : 'override';
  const kept = { ...facts, bars: [...facts.bars].map(([referral, bar]) => ({ referral, ...bar })) };
  const decision = await addDecision(writing, { kind, reason: overrideReason, facts: kept, plan });
  const assigned: Assigned[] = [];
  for (const { referral, specialist } of plan.placements) {
    const { program, places } = facts.specialists.find(({ code }) => code === specialist)!;
    const opened = await openCase(writing, {
      referral,
      specialist,
      program,
      places,
      decision,
      year: yearNow(desk),
    });
    if (!opened) throw noOpening(specialist, places);
    await setStatus(writing, referral, 'assigned');
    await removeFromFins(writing, referral, 'placed', null);
    assigned.push({ case: opened.id, referral, specialist });
  }
  return { plan, assigned };
}

async function requirePlaceable(db: Db, facts: Candidates, id: ReferralNumber): Promise<void> {
  const referral = (await referralByNumber(db, id))!;
  requireEligible(referral, missingForMatch(referral));
  if (!facts.waiting.some((record) => record.referral === id)) throw otherProgram(referral);
  const bar = facts.bars.get(id);
  if (bar?.kind === 'stale_review') throw staleReview(id);
  if (bar?.kind === 'off_list') throw offList(id, bar.because);
}

const staleReview = (id: ReferralNumber) =>
  new Refusal({
    kind: 'rule',
    code: 'stale_review',
    message: `The review of ${id} on the FINS list is no longer current.`,
    hint: `Review the family first: iis fins review ${id}`,
  });

const offList = (id: ReferralNumber, because: string) =>
  new Refusal({
    kind: 'rule',
    code: 'off_list',
    message: `${id} was taken off the FINS list: ${because}.`,
    hint: `If that has changed, list the family again: iis fins add ${id} · else close its referral: iis referral close ${id}`,
  });

function requireChoosable(
  family: WaitingRecord,
  chosen: PlacedSpecialist | undefined,
  code: SpecialistCode,
): void {
  const no = (reason: string, message: string) =>
    new Refusal({ kind: 'rule', code: reason, message, hint: 'See who has an opening: iis list openings' });
  if (!chosen) throw no('specialist_ended', `${code} no longer works here.`);
  if (chosen.program !== family.program)
    throw no('other_program', `${code} works for ${chosen.program}, not ${family.program}.`);
  if (chosen.onLeaveUntil)
    throw no('on_leave', `${code} is on leave until ${dayInWords(chosen.onLeaveUntil)}.`);
  if (openingsOf(chosen) === 0) throw noOpening(code, chosen.places);
}

const otherProgram = ({ id, program }: Referral) =>
  new Refusal({
    kind: 'rule',
    code: 'other_program',
    message: `${id} is referred to ${program}.`,
    hint: `Plan for that program: iis match ${id} --program ${program}`,
  });

const planChanged = () =>
  new Refusal({
    kind: 'rule',
    code: 'plan_changed',
    message: 'The plan no longer holds: someone else changed the records since it was shown.',
    hint: 'Nothing was assigned. Look at the new plan: iis match',
  });

const noneCanBePlaced = ({ unserved }: Plan, zone: Zone) =>
  new Refusal({
    kind: 'rule',
    code: 'no_opening',
    message: `${unserved.map(({ referral }) => referral).join(', ')} can’t be placed now.`,
    reasons: unserved.flatMap(({ referral, blockers }) =>
      blockers.map((blocker) => `${referral}: ${obstacleInWords(blocker, zone)}`),
    ),
    hint: 'List the family: iis fins add · offer FCS: iis fcs offer · place it past the plan: iis match REFERRAL --specialist CODE',
    details: { unserved },
  });
