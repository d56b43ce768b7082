import { finsFamilies } from '../records/fins.ts';
import { listSpecialists } from '../records/specialists.ts';
import { daysOnList } from '../rules/clocks.ts';
import { type FinsFamily, lastLookAt, nextReviewDue } from '../rules/fins.ts';
import { type AvailableSpecialist, couldServeNow } from '../rules/matching.ts';
import { totalOpenings } from '../rules/placing.ts';
import type { Instant } from '../rules/time.ts';
import { type Priority, priorities, type SpecialistCode } from '../rules/words.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { availableOn } from './specialists.ts';

/** A family on the list as the gatekeeper needs to see it now. */
export interface FinsLine extends FinsFamily {
  daysOnList: number;
  reviewDueAt: Instant;
  overdue: boolean;
  /** Who could serve this family now, in order of preference. */
  couldBeServedBy: SpecialistCode[];
}

export interface FinsList {
  lines: FinsLine[];
  openings: number;
}

/** The Families in Need of Services list: overdue reviews first, then priority, then longest since a review. */
export const finsList = (desk: Desk): Promise<FinsList> =>
  look(desk, async (db) => {
    const families = await finsFamilies(db);
    const specialists = availableOn(await listSpecialists(db), today(desk), desk.programs);
    const couldServe = whoCouldServe(specialists);
    const lines = families.map((family) => {
      const reviewDueAt = nextReviewDue(family, reviewRules(desk));
      return {
        ...family,
        daysOnList: daysOnList(family.addedAt, desk.now, desk.settings.zone),
        reviewDueAt,
        overdue: reviewDueAt <= desk.now,
        couldBeServedBy: couldServe(family),
      };
    });
    return { lines: lines.sort(byUrgency), openings: totalOpenings(specialists) };
  });

const byUrgency = (a: FinsLine, b: FinsLine): number =>
  Number(b.overdue) - Number(a.overdue) ||
  rank(a.priority) - rank(b.priority) ||
  compare(lastLookAt(a), lastLookAt(b)) ||
  compare(a.referral, b.referral);

/** A family whose priority is not known is not put behind one whose is. */
const rank = (priority: Priority | null): number => (priority === null ? 0 : priorities.indexOf(priority));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Families that ask the same of a specialist share one answer: the list is long, the asks are few. */
function whoCouldServe(
  specialists: readonly AvailableSpecialist[],
): (family: FinsFamily) => SpecialistCode[] {
  const known = new Map<string, SpecialistCode[]>();
  return (family) => {
    const { program, circuit, county, language, interpreterArranged, situation, priority } = family;
    if (circuit === null || county === null) return [];
    const key = [program, circuit, county, language, interpreterArranged, situation].join('|');
    const found =
      known.get(key) ??
      couldServeNow({ ...family, circuit, county, priority: priority ?? 'imminent' }, specialists).map(
        (s) => s.code,
      );
    known.set(key, found);
    return found;
  };
}
