import { weeklyContact } from './case/policy.ts';
import { type Program, type Programs, programOf } from './policy.ts';
import type { Referral, ReferralState } from './referral.ts';
import type { Settings } from './settings.ts';
import type { Instant } from './time.ts';

/** Missouri's Child Abuse and Neglect Hotline, as the form gives it [002 Community Referral form]. */
export const HOTLINE = '1-800-392-3738';

/** What the facts of a referral call for, whichever way they came in. */
export interface Notices {
  /** Sentences for the gatekeeper. */
  callsFor: string[];
  /** What to tell the submitter when the referral goes back; `null` when it does not. */
  tellSubmitter: string | null;
  suggestedProgram: string | null;
}

type Facts = Pick<
  Referral,
  'safetyConcern' | 'tapa' | 'divisionInvolvement' | 'county' | 'circuit' | 'program'
> & { state: { status: ReferralState['status']; reason?: string | null } };

interface Office {
  settings: Settings;
  programs: Programs;
}

/**
 * What these facts call for: the hotline for a child who may not be safe [002 Community Referral form], an obligatory
 * referral where a TAPA was negotiated [001 Practice Alert PA22-CM-10], another program for a child in out-of-home
 * care [004 Practice Point PN08-25], and a word to the submitter of what goes back.
 */
export function noticesOf(facts: Facts, { settings, programs }: Office): Notices {
  const program = programOf(programs, facts.program);
  const { suggest } = program;
  const suggestion = suggest && facts.divisionInvolvement === suggest.involvement ? suggest : null;
  return {
    callsFor: [...calledFor(facts, program, settings), ...(suggestion ? [`${suggestion.because}.`] : [])],
    tellSubmitter:
      facts.state.status === 'returned' ? tellSubmitterOf(facts.state.reason ?? null, program) : null,
    suggestedProgram: suggestion?.program ?? null,
  };
}

/** What the facts call for now and did not before. */
export function newNotices(before: Referral, after: Referral, office: Office): Notices {
  const was = noticesOf(isHotlineDue(before) ? { ...before, safetyConcern: null } : before, office);
  const is = noticesOf(after, office);
  return {
    callsFor: is.callsFor.filter((text) => !was.callsFor.includes(text)),
    tellSubmitter: before.state.status === 'returned' ? null : is.tellSubmitter,
    suggestedProgram: is.suggestedProgram === was.suggestedProgram ? null : is.suggestedProgram,
  };
}

/** When the hotline was shown for the facts as they are after a change: now, where it was not shown for them before. */
export const hotlineShownAfter = (
  before: Referral,
  safetyConcern: boolean | null,
  now: Instant,
): Instant | null => (safetyConcern && isHotlineDue(before) ? now : before.hotlineShownAt);

const isHotlineDue = ({ safetyConcern, hotlineShownAt }: Referral): boolean =>
  !safetyConcern || hotlineShownAt === null;

function notAgreed(program: Program): string {
  const contact = weeklyContact(program);
  const knowing = contact ? `, knowing the ${contact}` : '';
  return `A family can be referred only once it has been spoken to and agrees${knowing} [002]. Please speak with the family; when they agree, tell us the date and this referral is taken up again: nothing needs to be filled in twice.`;
}

const informationMissing = () =>
  'Something that we need to know is missing. Please send it, and this referral is taken up again: nothing needs to be filled in twice.';

const toSubmitter: Record<string, (program: Program) => string> = {
  family_has_not_agreed: notAgreed,
  family_not_spoken_to: notAgreed,
  information_missing: informationMissing,
};

const tellSubmitterOf = (reason: string | null, program: Program): string | null =>
  toSubmitter[reason ?? '']?.(program) ?? null;

function calledFor(facts: Facts, program: Program, { circuits }: Settings): string[] {
  const outside = facts.circuit !== null && circuits.length > 0 && !circuits.includes(facts.circuit);
  return [
    ...(facts.safetyConcern
      ? [`Concern for a child’s immediate safety: call the hotline now, ${HOTLINE} [002].`]
      : []),
    ...(facts.tapa ? ['A TAPA was negotiated: this referral is obligatory [001].'] : []),
    ...(facts.tapa && facts.tapa.date === null ? ['The date of the TAPA is not known.'] : []),
    ...(facts.divisionInvolvement === 'none'
      ? [`No Division involvement: paid ${program.code} services need one.`]
      : []),
    ...(outside
      ? [
          `${facts.county} is in circuit ${facts.circuit}, which is not one of yours (${circuits.join(', ')}).`,
        ]
      : []),
  ];
}
