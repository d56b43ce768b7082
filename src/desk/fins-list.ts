import { finsFamilies } from '../records/fins.ts';
import { listSpecialists } from '../records/specialists.ts';
import { daysOnList } from '../rules/clocks.ts';
import { type FinsFamily, lastLookAt, nextReviewDue } from '../rules/fins.ts';
import { couldServeNow, ofUseTo, totalOpenings } from '../rules/matching/fitness.ts';
import type { AvailableSpecialist } from '../rules/matching.ts';
import type { Instant } from '../rules/time.ts';
import { type Priority, priorities, type SpecialistCode } from '../rules/words.ts';
import { dateIn } from '../rules/zone.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { availableOn } from './openings.ts';

/** A family on the list as the gatekeeper needs to see it now. */
export interface FinsLine extends FinsFamily {
  daysOnList: number;
  reviewDueAt: Instant;
  overdue: boolean;
  /** Who could serve this family now, in order of preference; nobody for one that can't be matched. */
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
    const day = today(desk);
    const specialists = availableOn(await listSpecialists(db), day, desk.programs);
    const couldServe = whoCouldServe(specialists);
    const dueAt = whenDue(desk);
    const lines = families.map((family) => {
      const reviewDueAt = dueAt(family);
      // Onto the family that was just read: 500 copies of it would take longer than all the rest.
      return Object.assign(family, {
        daysOnList: daysOnList(family.addedAt, day, desk.settings.zone),
        reviewDueAt,
        overdue: reviewDueAt <= desk.now,
        couldBeServedBy: couldServe(family),
      });
    });
    return { lines: byUrgency(lines), openings: totalOpenings(ofUseTo(lines, specialists)) };
  });

/** Families of one priority that were last looked at on the same day share one due date. */
function whenDue(desk: Desk): (family: FinsFamily) => Instant {
  const rules = reviewRules(desk);
  const known = new Map<string, Instant>();
  return (family) => {
    const key = `${family.program}|${family.priority}|${dateIn(lastLookAt(family), rules.zone)}`;
    const due = known.get(key) ?? nextReviewDue(family, rules);
    known.set(key, due);
    return due;
  };
}

/** Sorts as the list is shown: overdue first, then by priority, then longest since the last look. */
const urgency = (line: FinsLine): string =>
  `${Number(!line.overdue)} ${rank(line.priority)} ${lastLookAt(line)} ${line.referral}`;

const byUrgency = (lines: readonly FinsLine[]): FinsLine[] =>
  lines
    .map((line) => ({ line, urgency: urgency(line) }))
    .sort((a, b) => (a.urgency < b.urgency ? -1 : 1))
    .map(({ line }) => line);

/** A family whose priority is not known is not put behind one whose is. */
const rank = (priority: Priority | null): number => (priority === null ? 0 : priorities.indexOf(priority));

/** Families that ask the same of a specialist share one answer: the list is long, the asks are few. */
function whoCouldServe(
  specialists: readonly AvailableSpecialist[],
): (family: FinsFamily) => SpecialistCode[] {
  const known = new Map<string, SpecialistCode[]>();
  const near = inCircuits(specialists);
  return (family) => {
    const { status, priority, program, circuit, county, language, interpreterArranged, situation } = family;
    if (status !== 'eligible' || priority === null || circuit === null || county === null) return [];
    const key = `${program}|${circuit}|${county}|${language}|${interpreterArranged}|${situation}`;
    const found =
      known.get(key) ??
      couldServeNow(
        { program, circuit, county, language, interpreterArranged, situation },
        near.get(circuit) ?? [],
      ).map(({ code }) => code);
    known.set(key, found);
    return found;
  };
}

function inCircuits(specialists: readonly AvailableSpecialist[]): Map<number, AvailableSpecialist[]> {
  const near = new Map<number, AvailableSpecialist[]>();
  for (const specialist of specialists) {
    for (const circuit of specialist.circuits) {
      const others = near.get(circuit);
      if (others) others.push(specialist);
      else near.set(circuit, [specialist]);
    }
  }
  return near;
}
