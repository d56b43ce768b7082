// [003] results flyer: the contract’s outcomes · [004] Practice Point PN08-25
import { type CaseEvent, type CaseFollowUp, isOutOfHome, type Whereabouts } from '../case/case.ts';
import { bringsHome, followUpFrom } from '../case/policy.ts';
import type { Program } from '../policy.ts';
import type { CalendarDate } from '../time.ts';

/** What is known of a service that is over, and of the family since. */
export interface Closed {
  startedOn: CalendarDate | null;
  closedOn: CalendarDate;
  endReason: string | null;
  intact: boolean | null;
  /** Confirmed abuse or neglect during the service. */
  abuse: boolean | null;
  /** Where each child lived at the end. */
  children: readonly Whereabouts[];
  events: readonly Pick<CaseEvent, 'kind' | 'on'>[];
  followUps: readonly Omit<CaseFollowUp, 'note'>[];
}

/** What shall not have happened to a family. */
export const harms = ['abuse', 'placement'] as const;
export type Harm = (typeof harms)[number];

/** A time over which an outcome is asked for: the service itself, or so many months from its end on. */
export type Span = 'service' | number;

/**
 * How it came out for a family over a span. `not_due`: that time is not over. `not_reached`: nobody could say though it
 * was tried. `not_asked`: nobody has said. `told_otherwise`: neither, but what was told for another time says that it had
 * happened. `no_home`: no child had come home, so that none could be placed again [004].
 */
export type Outcome =
  | 'without'
  | 'with'
  | 'not_reached'
  | 'not_asked'
  | 'told_otherwise'
  | 'not_due'
  | 'no_home';

/**
 * How it came out. What happened within three months has happened within twelve, too. But a share is only of families that
 * were reached for just that time: of the others either bad news alone would come in (it had happened before) or good
 * news alone (it had not even later).
 */
export function outcomeOf(
  one: Closed,
  harm: Harm,
  span: Span,
  { program, today }: { program: Program; today: CalendarDate },
): Outcome {
  if (harm === 'placement' && bringsHome(program) && homeSince(one) === null) return 'no_home';
  if (span === 'service') return duringService(one, harm, program);
  if (followUpFrom(one.closedOn, span) > today) return 'not_due';
  const has = one.followUps.some((each) => hasHappened(each, harm, span, one.closedOn));
  const own = one.followUps.find(({ months }) => months === span);
  const isReached = own?.reached === true && (harm === 'abuse' ? own.abuse : own.placed) !== null;
  if (isReached) return has ? 'with' : 'without';
  if (has) return 'told_otherwise';
  return own ? 'not_reached' : 'not_asked';
}

function duringService(one: Closed, harm: Harm, program: Program): Outcome {
  const happened = harm === 'abuse' ? one.abuse : placedMeanwhile(one, program);
  if (happened === null) return 'not_asked';
  return happened ? 'with' : 'without';
}

/**
 * Whether a child was placed out of the home during the service: an event, the reason for which it ended, or where a
 * child lived at its end tell of it; `null` where the whereabouts of one are not known. To live with a relative or
 * elsewhere is no placement. Of a program that brings a child home, only what came after that counts, and a child who is
 * still away beside one who is home was not placed again [004].
 */
function placedMeanwhile(one: Closed, program: Program): boolean | null {
  const bringing = bringsHome(program);
  const since = bringing ? homeSince(one) : one.startedOn;
  const told = one.events.some(({ kind, on }) => kind === 'placed' && (since === null || on >= since));
  const isAway = one.children.some(isOutOfHome) && !(bringing && one.children.includes('home'));
  if (told || one.endReason === 'child_placed' || isAway) return true;
  return one.children.length === 0 || one.children.includes('not_known') ? null : false;
}

/** Since when a child is home that the program brought there; `null` where none came. */
export function homeSince({ events, children, closedOn }: Closed): CalendarDate | null {
  const came = events.find(({ kind }) => kind === 'home');
  if (came) return came.on;
  return children.includes('home') ? closedOn : null;
}

/** Whether a follow-up tells that it had happened by then: by the day of a placement, where that is known. */
function hasHappened(
  { months, reached, abuse, placed, placedOn }: Closed['followUps'][number],
  harm: Harm,
  by: number,
  closedOn: CalendarDate,
): boolean {
  if (!reached) return false;
  if (harm === 'placement' && placed && placedOn !== null) return placedOn <= followUpFrom(closedOn, by);
  return months <= by && (harm === 'abuse' ? abuse : placed) === true;
}
