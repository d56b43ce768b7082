// [000] program description · [001] Practice Alert PA22-CM-10
import { changeCase, endCase, settleEvents } from '../../records/case-steps.ts';
import type { Writing } from '../../records/journal.ts';
import { setStatus } from '../../records/referrals.ts';
import { addDenial } from '../../records/steps.ts';
import type { CaseFile } from '../../rules/case/case.ts';
import { lastServiceDay } from '../../rules/case/policy.ts';
import {
  requireDay,
  requireMoment,
  requireSeen,
  requireUndecided,
  requireUnseen,
  wrongDay,
} from '../../rules/case/standing.ts';
import { dayBetween } from '../../rules/day-gone-by.ts';
import { seenBy } from '../../rules/due/of-case.ts';
import { dayInWords, deadlineInWords } from '../../rules/in-words.ts';
import { programOf } from '../../rules/policy.ts';
import { chosenReason, type Reason } from '../../rules/reasons.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import type { CaseNumber } from '../../rules/words.ts';
import { type Desk, today } from '../desk.ts';
import type { ReasonGiven } from '../work-referral.ts';
import { dayOf, step } from './step.ts';

/**
 * Keeps when the specialist saw the family. A visit after the program's hours needs a reason [000][004]. Refuses a time
 * before the assignment or still to come, and a family that was seen already.
 */
export const seeFamily = (
  desk: Desk,
  id: CaseNumber,
  { at, late }: { at: Instant; late: string | null },
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireUnseen(file, desk.settings.zone);
    requireMoment(at, file, desk.now, desk.settings.zone);
    const dueAt = seenBy(file.assignedAt, programOf(desk.programs, file.program));
    const isLate = at > dueAt;
    if (isLate && !late?.trim()) throw lateWithoutReason(desk, id, dueAt);
    await changeCase(writing, id, { seen_at: at, seen_late: isLate ? late!.trim() : null });
  });

const lateWithoutReason = (desk: Desk, id: CaseNumber, dueAt: Instant) =>
  new Refusal({
    kind: 'invalid',
    code: 'late_reason_needed',
    message: `The family was to be seen by ${deadlineInWords(dueAt, desk.settings.zone)}: say why it was later.`,
    hint: `iis case seen ${id} --at WHEN --late "why"`,
    details: { missing: ['--late'], dueAt },
  });

/**
 * The specialist takes the family: the service starts on `on` (else the day of the first visit) and ends by `until`
 * (else as late as the policy allows) [000][004]. Refuses a family that was not seen, and an end past the policy.
 */
export const acceptCase = (
  desk: Desk,
  id: CaseNumber,
  { on, until }: { on: CalendarDate | null; until: CalendarDate | null },
): Promise<CaseFile> =>
  step(desk, id, async (writing, file) => {
    requireUndecided(file);
    const seenOn = dayOf(desk, requireSeen(file));
    const started = on ?? seenOn;
    const from = { on: seenOn, words: 'the family was seen' };
    requireDay('The start', started, { from, until: { on: today(desk), words: '' } });
    const atMost = lastServiceDay(started, programOf(desk.programs, file.program));
    const ends = until ?? atMost;
    if (ends < started)
      throw wrongDay('The service can’t end before it starts.', dayBetween(started, atMost));
    if (ends > atMost) throw tooLong(file, atMost);
    await changeCase(writing, id, { status: 'accepted', started_on: started, ends_on: ends });
    await setStatus(writing, file.referral, 'accepted');
  });

const tooLong = ({ id, program }: CaseFile, atMost: CalendarDate) =>
  new Refusal({
    kind: 'rule',
    code: 'service_too_long',
    message: `By the policy of ${program} the service ends on ${dayInWords(atMost)} at the latest.`,
    hint: `Longer only with an approval, when the time comes: iis case extend ${id}`,
  });

/**
 * The specialist does not take the family, for a coded reason: the place is free at once and the family is the
 * gatekeeper's again; it is a denial, which the state counts [001]. The time spent screening is kept, since the
 * contractor is reimbursed for it [000].
 */
export const declineCase = (
  desk: Desk,
  id: CaseNumber,
  given: ReasonGiven & { screeningMinutes: number },
): Promise<CaseFile> =>
  step(
    desk,
    id,
    async (writing, file) => {
      requireUndecided(file);
      const reason = chosenReason(desk.reasons, 'decline', given.code, given.note);
      const screening_minutes = given.screeningMinutes;
      await endCase(writing, id, 'not_accepted', given, { screening_minutes });
      await settleEvents(writing, id, { on: today(desk), how: 'not accepted' });
      await backToGatekeeper(writing, file, reason);
      await addDenial(writing, file.referral, { reason: reason.code, note: given.note });
    },
    given.note,
  );

/** Only a reason that says nothing against the family leaves it eligible. */
const backToGatekeeper = (
  writing: Writing,
  { referral }: CaseFile,
  { code, effect }: Reason,
): Promise<void> =>
  effect === 'list_again'
    ? setStatus(writing, referral, 'eligible')
    : setStatus(writing, referral, 'not_accepted', code);
