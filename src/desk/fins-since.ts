import {
  changeTimes,
  type FinsPast,
  familiesAt,
  finsPast,
  type ListedFamily,
  specialistsAt,
} from '../records/fins-past.ts';
import { staysSince } from '../records/fins-stays.ts';
import { type Moment, recordsBeginAt } from '../records/past.ts';
import { type CensusDay, inRank, type Stay } from '../rules/census.ts';
import { dayInWords } from '../rules/in-words.ts';
import { ofUseTo, totalOpenings } from '../rules/matching/fitness.ts';
import { Refusal } from '../rules/refusal.ts';
import type { AtWork } from '../rules/specialist.ts';
import type { CalendarDate } from '../rules/time.ts';
import { addDays, dateIn, startOfDay } from '../rules/zone.ts';
import { type Desk, look, today } from './desk.ts';
import { availableOn } from './openings.ts';

/** What became of the list since a day. */
export interface FinsSince {
  since: CalendarDate;
  /** The day of the first record, where that is later than `since`: nothing is known of what was before. */
  recordsBegin: CalendarDate | null;
  /** The list when the first day began. */
  start: CensusDay;
  /** Each day since at its end, and today as it is now. */
  days: CensusDay[];
  /** Every stay that was open at the start or since, in the order of listing. */
  stays: Stay[];
}

/**
 * Who came onto the Families in Need of Services list since the beginning of a day, who left and why, and the list and
 * the openings day by day: as the journal says that the records stood. Refuses a day to come.
 */
export const finsSince = (desk: Desk, since: CalendarDate): Promise<FinsSince> => {
  const { zone } = desk.settings;
  if (since > today(desk)) throw inFuture(since);
  return look(desk, async (db) => {
    const began = await recordsBeginAt(db);
    const firstRecord = began === null ? today(desk) : dateIn(began, zone);
    const from = firstRecord > since && firstRecord <= today(desk) ? firstRecord : since;
    const start = startOfDay(from, zone);
    const past = await finsPast(db, { before: start });
    const census = censusFor(desk, familiesAt(past, null));
    return {
      since,
      recordsBegin: from > since ? from : null,
      start: census(listAt(past, past.from), addDays(from, -1)),
      days: dayByDay(desk, past, from, census),
      stays: await staysSince(db, past, start),
    };
  });
};

interface ListThen {
  families: CensusDay['families'];
  specialists: AtWork[];
}

const listAt = (past: FinsPast, moment: Moment): ListThen => ({
  families: inRank(familiesAt(past, moment)),
  specialists: specialistsAt(past, moment),
});

/** On a day without a change only leaves and last days can make a difference. */
function dayByDay(desk: Desk, past: FinsPast, from: CalendarDate, census: Census): CensusDay[] {
  const last = today(desk);
  const changed = new Set(changeTimes(past).map((at) => dateIn(at, desk.settings.zone)));
  const days: CensusDay[] = [];
  let list: ListThen | null = null;
  for (let day = from; day <= last; day = addDays(day, 1)) {
    if (list === null || changed.has(day) || day === last) {
      list = listAt(past, day === last ? null : { before: startOfDay(addDays(day, 1), desk.settings.zone) });
    }
    days.push(census(list, day));
  }
  return days;
}

type Census = (list: ListThen, day: CalendarDate) => CensusDay;

/**
 * Every day counts the openings that the list counts now, so that one day can be laid beside another. How many places a
 * specialist has is today’s policy: what it was before is not kept.
 */
const censusFor =
  ({ programs }: Desk, listed: readonly Pick<ListedFamily, 'program'>[]): Census =>
  ({ families, specialists }, day) => ({
    day,
    openings: totalOpenings(ofUseTo(listed, availableOn(specialists, day, programs))),
    families,
  });

const inFuture = (day: CalendarDate) =>
  new Refusal({
    kind: 'invalid',
    code: 'bad_date',
    message: `--since: ${dayInWords(day)} is in the future.`,
    hint: 'Give a day gone by, such as --since monday.',
  });
