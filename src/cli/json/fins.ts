import type { FinsLine } from '../../desk/fins-list.ts';
import type { FinsSince } from '../../desk/fins-since.ts';
import { countsOf } from '../../rules/census.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { ageOn } from '../../rules/zone.ts';

export const finsLineJson = (line: FinsLine, today: CalendarDate) => ({
  referral: line.referral,
  family: line.family,
  circuit: line.circuit,
  county: line.county,
  priority: line.priority,
  program: line.program,
  status: line.status,
  addedAt: line.addedAt,
  daysOnList: line.daysOnList,
  reviewedAt: line.reviewedAt,
  reviewDueAt: line.reviewDueAt,
  overdue: line.overdue,
  children: line.children,
  youngestAge: youngestAge(line.youngestBirthDate, today),
  need: line.need,
  language: line.language,
  couldBeServedBy: line.couldBeServedBy,
  fcs: line.fcs,
});

/** In full years; `null` when no date of birth is known. */
const youngestAge = (birthDate: CalendarDate | null, today: CalendarDate): number | null =>
  birthDate === null ? null : Math.max(0, ageOn(birthDate, today).years);

/** Who came and left since a day, and the list of each day. */
export const finsSinceJson = ({ since, recordsBegin, start, days, stays }: FinsSince) => ({
  since,
  recordsBegin,
  counts: countsOf(stays),
  start,
  days,
  stays,
});
