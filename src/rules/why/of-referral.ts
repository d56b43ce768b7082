// [000] program description · [001] Practice Alert PA22-CM-10 · [002] Community Referral form
import { contactDueAt } from '../clocks.ts';
import { daysOffBetween } from '../days-off.ts';
import type { Finding, ScreeningResult } from '../eligibility.ts';
import { dayInWords, deadlineInWords, durationInWords, momentInWords } from '../in-words.ts';
import { numberOf, programOf, ruleOf } from '../policy.ts';
import { isEnded, type Referral, statusInWords } from '../referral.ts';
import { hoursBetween, type Instant } from '../time.ts';
import { type Asked, type Explanation, untilDue } from './explanation.ts';

interface ContactKept {
  at: Instant;
  outcome: string;
}

/** By when the submitter was to be contacted, which days did not count, and how it went. */
export function whyContact(referral: Referral, contacts: readonly ContactKept[], asked: Asked): Explanation {
  const { zone, holidays, programs } = asked;
  const { receivedAt } = referral;
  const program = programOf(programs, referral.program);
  const within = numberOf(program, 'contactSubmitterWithin');
  const dueAt = contactDueAt(receivedAt, within, zone, holidays);
  const reachedAt = contacts.find(({ outcome }) => outcome === 'reached')?.at ?? null;
  return {
    about: 'contact',
    answer: contactInWords(referral, { dueAt, reachedAt }, asked),
    ...ruleOf(program, 'contactSubmitterWithin'),
    facts: {
      receivedAt,
      dueAt,
      reachedAt,
      notReached: contacts.filter(({ outcome }) => outcome !== 'reached').length,
      daysNotCounted: daysOffBetween(receivedAt, dueAt, zone, holidays),
    },
  };
}

function contactInWords(
  { id, state }: Referral,
  { dueAt, reachedAt }: { dueAt: Instant; reachedAt: Instant | null },
  asked: Asked,
): string {
  const { zone } = asked;
  if (reachedAt !== null) {
    const late = hoursBetween(dueAt, reachedAt);
    const how = late <= 0 ? 'in time' : `${durationInWords(late)} late`;
    return `The submitter of ${id} was reached on ${momentInWords(reachedAt, zone)}, ${how}.`;
  }
  if (isEnded(state)) return `${id} is ${statusInWords[state.status]}, and its submitter was not reached.`;
  const by = `The submitter of ${id} is to be contacted by ${deadlineInWords(dueAt, zone)}`;
  return `${by}${untilDue(dueAt, asked)}.`;
}

interface ScreeningKept {
  at: Instant;
  by: string;
  result: ScreeningResult;
  criteria: readonly Finding[];
}

/** What its last screening found, criterion by criterion. */
export function whyEligible({ id, state }: Referral, last: ScreeningKept | null): Explanation {
  const rule =
    'all criteria answered with yes: eligible; any with no: not eligible; otherwise something is still to ask';
  if (last === null) {
    const answer = `${id} has not been screened yet: it is ${statusInWords[state.status]}.`;
    return { about: 'eligible', answer, rule, facts: { status: state.status }, source: '[000]' };
  }
  const { at, by, result, criteria } = last;
  const isOpen = result !== 'needs_information' && state.status === 'in_screening';
  return {
    about: 'eligible',
    answer: `${id} ${resultInWords(last)}${isOpen ? ' Its facts changed since: screen it again.' : ''}`,
    rule,
    facts: {
      status: state.status,
      screenedAt: at,
      by,
      result,
      criteria: criteria.map(({ answer, id: criterion, question, source, note }) => ({
        answer,
        criterion,
        question,
        source,
        note,
      })),
    },
    source: [...new Set(criteria.flatMap(({ source }) => source.match(/\[\d+\]/g) ?? []))].sort().join(''),
  };
}

function resultInWords({ result, criteria }: ScreeningKept): string {
  const having = (answer: string) => criteria.filter((c) => c.answer === answer).map((c) => c.id);
  switch (result) {
    case 'eligible':
      return `is eligible: each of the ${criteria.length} criteria is answered with yes.`;
    case 'not_eligible':
      return `is not eligible: ${having('no').join(' and ')} answered with no.`;
    case 'needs_information':
      return `needs information: ${having('unknown').join(' and ')} not known.`;
  }
}

interface DenialKept {
  at: Instant;
  reason: string;
  facesOn: string | null;
}

/** Whether the state can count the referral and each of its denials. */
export function whyFaces(
  { id, faces, state }: Referral,
  denials: readonly DenialKept[],
  notForFaces: readonly string[],
): Explanation {
  const isNone = 'reason' in state && notForFaces.includes(state.reason ?? '');
  const missing = denials.filter(({ facesOn }) => facesOn === null).length;
  const entered = faces
    ? `${id} is in FACES as ${faces.number} since ${dayInWords(faces.on)}`
    : isNone
      ? `${id} is no referral of its own: it need not be in FACES`
      : `${id} is not in FACES yet: iis referral faces ${id}`;
  const denied = missing === 0 ? '' : `; ${missing} of ${denials.length} denials not there yet`;
  return {
    about: 'faces',
    answer: `${entered}${denied}.`,
    rule: 'every referral and every denial is in FACES, opening or not, also after it has ended: the state counts them there',
    facts: {
      number: faces?.number ?? null,
      enteredOn: faces?.on ?? null,
      denials: denials.map(({ at, reason: code, facesOn }) => ({
        code,
        at,
        inFaces: facesOn !== null,
      })),
    },
    source: '[001]',
  };
}
