// [000] program description · [001] Practice Alert PA22-CM-10 · [002] Community Referral form ·
// [004] Practice Point PN08-25 · RSMo 210.123
import { isWaiting } from '../census.ts';
import { daysOff, daysOffBetween } from '../days-off.ts';
import { reviewRule } from '../due/of-list.ts';
import { tapaDays } from '../due/of-tapa.ts';
import { type FinsFamily, lastLookAt, nextReviewDue } from '../fins.ts';
import { type FinsChanges, gainedInWords, inTheWayInWords, lostInWords } from '../fins-changes.ts';
import { deadlineInWords, weekdayInWords } from '../in-words.ts';
import { type Program, programOf, ruleOf, usualProgram } from '../policy.ts';
import { missingForMatch, type Referral } from '../referral.ts';
import type { KeptTapa } from '../tapa.ts';
import type { CalendarDate, Zone } from '../time.ts';
import { dateIn } from '../zone.ts';
import { type Asked, type Explanation, untilDue } from './explanation.ts';

/** When the family on the list is looked at again, and where it stands there. */
export function whyReview(
  { id, program: code, priority }: Referral,
  stay: { family: FinsFamily; place: number; of: number; changes: FinsChanges | null } | null,
  asked: Asked,
): Explanation {
  const { now, zone, holidays, programs } = asked;
  const program = programOf(programs, code);
  const { rule, source } = reviewRule(program, priority);
  const order = 'overdue reviews stand first, then priority, then who was not looked at for longest';
  const told = (answer: string, facts: Record<string, unknown>): Explanation => ({
    about: 'review',
    answer,
    rule: `${rule}; ${order}`,
    facts,
    source: `${source}; [002]`,
  });
  if (stay === null) return told(`${id} is not on the FINS list.`, {});
  const { family, place, of, changes } = stay;
  const dueAt = nextReviewDue(family, asked);
  const stands = `It is number ${place} of ${of} on the list.`;
  const by = `The next review of ${id} is due by ${deadlineInWords(dueAt, zone)}`;
  return told(`${by}${untilDue(dueAt, asked)}. ${stands}`, {
    priority,
    listedAt: family.addedAt,
    reviewedAt: family.reviewedAt,
    dueAt,
    overdue: dueAt <= now,
    placeOnList: place,
    onList: of,
    ...(changes && sinceThen(changes, isWaiting(family) ? missingForMatch(family) : [], zone)),
    // Only business days leave days out.
    daysNotCounted: rule.includes('business')
      ? daysOffBetween(lastLookAt(family), dueAt, zone, holidays)
      : [],
  });
}

/** What is not as it was at the last look. */
const sinceThen = (
  { rank, canServe, gained, lost, inTheWay }: FinsChanges,
  missing: readonly string[],
  zone: Zone,
) => ({
  rankForAnOpening: missing.length > 0 ? null : rank.now,
  rankAtLastLook: rank.before,
  canServeNow: missing.length > 0 ? [] : canServe.map(({ specialist }) => specialist),
  inTheWay:
    missing.length > 0
      ? [`${missing.join(' and ')} not known`]
      : inTheWay.map((way) => inTheWayInWords(way, zone)),
  canServeSinceThen: gained.map(gainedInWords),
  noLongerServes: lost.map(lostInWords),
});

/** What a TAPA obliges to, and its days. */
export function whyTapa(referral: Referral, asked: Asked): Explanation {
  const { id, tapa, tapaWrittenOn: writtenOn, tapaEndedOn: endedOn } = referral;
  const program = programOf(asked.programs, referral.program);
  if (tapa === null)
    return tapaTold(`No TAPA is known for ${id}: it is not obligatory.`, { tapa: false }, program);
  const obliged = `A TAPA was negotiated, so ${id} is obligatory.`;
  if (tapa.date === null)
    return tapaTold(`${obliged} Its date is not known.`, { tapa: true, agreedOn: null }, program);
  const { words, facts } = tapaRuns({ agreedOn: tapa.date, writtenOn, endedOn }, program, asked);
  return tapaTold(`${obliged} ${words}`, { tapa: true, ...facts }, program);
}

/** The same of one that was noted before its referral. */
export function whyNotedTapa(tapa: KeptTapa, asked: Asked): Explanation {
  const { id, agreedOn, writtenOn, worker, referral, closed } = tapa;
  const program = usualProgram(asked.programs);
  const { words, facts } = tapaRuns({ agreedOn, writtenOn, endedOn: closed?.on ?? null }, program, asked);
  const stands = referral
    ? `The family of ${id} is referred: its TAPA goes on with ${referral}.`
    : closed
      ? `No referral is to come for ${id} (${closed.code}).`
      : `The family of ${id} is to be referred, and is not yet: iis tapa refer ${id}.`;
  return tapaTold(`${stands} ${words}`, { tapa: id, worker, referral, ...facts }, program);
}

function tapaTold(answer: string, facts: Record<string, unknown>, program: Program): Explanation {
  const [written, lasts] = [ruleOf(program, 'tapaWrittenWithin'), ruleOf(program, 'tapaLastsAtMost')];
  return {
    about: 'tapa',
    answer,
    rule: `whoever negotiates a TAPA must refer the family; ${written.rule}; ${lasts.rule}`,
    facts,
    source: `[001]; ${[...new Set([written.source, lasts.source])].join('; ')}`,
  };
}

/** How long a TAPA runs, and whether it is in writing. */
function tapaRuns(
  {
    agreedOn,
    writtenOn,
    endedOn,
  }: Record<'agreedOn', CalendarDate> & Record<'writtenOn' | 'endedOn', CalendarDate | null>,
  program: Program,
  { holidays, now, zone }: Asked,
) {
  const { writtenBy, endsOn } = tapaDays(agreedOn, program, holidays);
  const isLate = writtenOn === null && writtenBy < dateIn(now, zone);
  const writing = writtenOn
    ? `It is in writing since ${weekdayInWords(writtenOn)}`
    : `It ${isLate ? 'was' : 'is'} to be in writing by ${weekdayInWords(writtenBy)}`;
  const end = endedOn
    ? `ended on ${weekdayInWords(endedOn)}`
    : `lasts until ${weekdayInWords(endsOn)} at most`;
  return {
    words: `${writing} and ${end}.`,
    facts: {
      agreedOn,
      writtenBy,
      writtenOn,
      endsOn,
      endedOn,
      daysNotCounted: daysOff(agreedOn, writtenBy, holidays),
    },
  };
}
