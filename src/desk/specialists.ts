import { begunCases, giveCaseBack } from '../records/cases.ts';
import type { Writing } from '../records/journal.ts';
import { setStatus } from '../records/referrals.ts';
import {
  addLeave,
  addSpecialist,
  changeSpecialist,
  endSpecialist,
  type SpecialistFacts,
  shortenLeave,
  specialistByCode,
} from '../records/specialists.ts';
import { isCircuit } from '../rules/circuits.ts';
import { dayInWords } from '../rules/in-words.ts';
import { type Programs, programOf } from '../rules/policy.ts';
import { Refusal } from '../rules/refusal.ts';
import { isActive, type Leave, leaveOn, type Specialist } from '../rules/specialist.ts';
import { countiesOutside } from '../rules/specialist-facts.ts';
import type { CalendarDate } from '../rules/time.ts';
import type { CaseNumber, ProgramCode, ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { addDays, dateIn } from '../rules/zone.ts';
import { requireSpecialistAsSeen } from './changed-meanwhile.ts';
import { type Desk, today } from './desk.ts';
import { namesOf } from './name-referral.ts';
import { write } from './write.ts';

/** Adds a specialist. Refuses a code that is taken, and facts that do not fit together. */
export function takeOnSpecialist(
  desk: Desk,
  code: SpecialistCode,
  facts: SpecialistFacts,
): Promise<Specialist> {
  return write(desk, async (writing) => {
    requireSound(facts, desk.programs);
    if (await specialistByCode(writing.db, code)) {
      throw new Refusal({
        kind: 'invalid',
        code: 'code_taken',
        message: `There is a specialist “${code}” already.`,
        hint: `Choose another code, or change that one: iis specialist edit ${code}`,
      });
    }
    await addSpecialist(writing, code, facts);
    return (await specialistByCode(writing.db, code))!;
  });
}

/**
 * Changes the facts that are given. With `seen`, the specialist as shown to whoever changes it, a fact that somebody
 * else changed since then is refused (`changed_meanwhile`).
 */
export function editSpecialist(
  desk: Desk,
  code: SpecialistCode,
  facts: Partial<SpecialistFacts>,
  seen?: Specialist,
): Promise<Specialist> {
  return write(desk, async (writing) => {
    const before = (await specialistByCode(writing.db, code))!;
    if (seen) await requireSpecialistAsSeen(writing.db, seen, before, facts, desk.settings.zone);
    requireSound({ ...before, ...facts }, desk.programs);
    requireSameProgram(before, facts.program ?? before.program);
    await changeSpecialist(writing, code, facts);
    return (await specialistByCode(writing.db, code))!;
  });
}

function requireSameProgram({ code, program, openCases }: Specialist, wanted: ProgramCode): void {
  if (program === wanted || openCases.length === 0) return;
  throw new Refusal({
    kind: 'rule',
    code: 'open_cases',
    message: `${code} has ${openCases.length} open ${program} cases and can’t change to ${wanted} meanwhile.`,
    hint: `See them: iis specialist show ${code}`,
  });
}

/** Why facts of a specialist can’t be kept, a sentence each. */
export function unsound(facts: Pick<SpecialistFacts, 'circuits' | 'counties'>): string[] {
  const strange = facts.circuits.filter((circuit) => !isCircuit(circuit));
  return [
    ...(facts.circuits.length === 0 ? ['A specialist serves at least one circuit.'] : []),
    ...strange.map((circuit) => `Missouri has no circuit ${circuit}.`),
    ...countiesOutside(facts),
  ];
}

function requireSound(facts: SpecialistFacts, programs: Programs): void {
  programOf(programs, facts.program);
  const reasons = unsound(facts);
  if (reasons.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_specialist',
    message: 'These facts of the specialist can’t be kept.',
    reasons,
    hint: 'See the circuits: iis circuits',
  });
}

/** What becomes of a specialist's open cases: they stay, or their families come back to be matched again. */
export type CasesThen = 'keep' | 'give_back';

/** A family that a specialist works with. */
export interface FamilyServed {
  case: CaseNumber;
  referral: ReferralNumber;
  name: string | null;
}

/** The families of the open cases of a specialist. */
export async function familiesOf(desk: Desk, { openCases }: Specialist): Promise<FamilyServed[]> {
  const ids = openCases.map(({ referral }) => referral);
  const names = await namesOf(desk, ids);
  return openCases.map(({ id, referral }) => ({ case: id, referral, name: names.get(referral) ?? null }));
}

/**
 * Keeps a leave from `from` until `until`, both days included. Refuses one that ends before it begins, ends
 * in the past, or overlaps another.
 */
export function sendOnLeave(
  desk: Desk,
  code: SpecialistCode,
  leave: Leave,
  cases: CasesThen,
): Promise<Specialist> {
  return write(desk, async (writing) => {
    const specialist = (await specialistByCode(writing.db, code))!;
    requireLeave(desk, specialist, leave);
    await addLeave(writing, code, leave);
    if (cases === 'give_back') await giveBackAll(writing, specialist, 'specialist_on_leave');
    return (await specialistByCode(writing.db, code))!;
  });
}

/** Refuses a leave that can't be. */
export function requireLeave(desk: Desk, specialist: Specialist, leave: Pick<Leave, 'from' | 'until'>): void {
  requireWorking(specialist, today(desk));
  const overlapping = specialist.leaves.find(({ from, until }) => leave.from <= until && from <= leave.until);
  const reasons = [
    ...(leave.until < leave.from
      ? [`It ends on ${dayInWords(leave.until)}, before it begins on ${dayInWords(leave.from)}.`]
      : []),
    ...(leave.until < today(desk) ? ['It is over already.'] : []),
    ...(overlapping
      ? [
          `There is a leave from ${dayInWords(overlapping.from)} until ${dayInWords(overlapping.until)} already.`,
        ]
      : []),
  ];
  if (reasons.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_leave',
    message: 'This leave can’t be kept.',
    reasons,
    hint: 'Check --from and --until.',
  });
}

/** Ends the leave that runs today: the specialist works again from today. Refuses one who is not on leave. */
export function backFromLeave(desk: Desk, code: SpecialistCode): Promise<Specialist> {
  return write(desk, async (writing) => {
    const specialist = (await specialistByCode(writing.db, code))!;
    const leave = leaveOn(specialist, today(desk));
    if (!leave) {
      throw new Refusal({
        kind: 'rule',
        code: 'not_on_leave',
        message: `${code} is not on leave today.`,
        hint: `See: iis specialist show ${code}`,
      });
    }
    const yesterday = addDays(today(desk), -1);
    await shortenLeave(writing, code, leave.from, yesterday < leave.from ? null : yesterday);
    return (await specialistByCode(writing.db, code))!;
  });
}

/** Ends the work of a specialist on a day: no new case from then on. Refuses a day before an open case was assigned. */
export function endWork(
  desk: Desk,
  code: SpecialistCode,
  end: { on: CalendarDate; reason: string | null },
  cases: CasesThen,
): Promise<Specialist> {
  return write(desk, async (writing) => {
    const specialist = (await specialistByCode(writing.db, code))!;
    requireEnd(desk, specialist, end.on);
    await endSpecialist(writing, code, end);
    if (cases === 'give_back') await giveBackAll(writing, specialist, 'specialist_ended');
    return (await specialistByCode(writing.db, code))!;
  });
}

/** Refuses an end of the work that can't be. */
export function requireEnd(desk: Desk, specialist: Specialist, on: CalendarDate): void {
  requireWorking(specialist, today(desk));
  const later = specialist.openCases
    .map(({ id, assignedAt }) => ({ id, day: dateIn(assignedAt, desk.settings.zone) }))
    .filter(({ day }) => day > on);
  if (later.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_end',
    message: `The work of ${specialist.code} can’t have ended on ${dayInWords(on)}.`,
    reasons: later.map(({ id, day }) => `${id} was assigned on ${dayInWords(day)} and is open.`),
    hint: `Give a later day: iis specialist end ${specialist.code} --on today`,
  });
}

function requireWorking(specialist: Specialist, day: CalendarDate): void {
  if (isActive(specialist, day)) return;
  throw new Refusal({
    kind: 'rule',
    code: 'specialist_ended',
    message: `${specialist.code} has not worked here since ${dayInWords(specialist.ended!.on)}.`,
    hint: 'See who works: iis list specialists',
  });
}

/** The families are eligible as before and can be matched again at once. */
async function giveBackAll(writing: Writing, specialist: Specialist, reason: string): Promise<void> {
  await requireNoneBegun(writing, specialist);
  for (const { id, referral } of specialist.openCases) {
    await giveCaseBack(writing, id, reason);
    await setStatus(writing, referral, 'eligible');
  }
}

/** A service that has begun ends with its case, which says how the family is, or goes on with somebody else. */
async function requireNoneBegun({ db }: Writing, { code, openCases }: Specialist): Promise<void> {
  const begun = await begunCases(
    db,
    openCases.map(({ id }) => id),
  );
  if (begun.length === 0) return;
  throw new Refusal({
    kind: 'rule',
    code: 'service_runs',
    message: `The service of ${begun.join(', ')} has begun: ${begun.length === 1 ? 'it is' : 'they are'} not given back.`,
    hint: `Hand it on first: iis case transfer ${begun[0]} · or, when it is over: iis case close ${begun[0]} · or leave the cases with ${code}: --cases keep`,
  });
}
