import type { FinsSince } from '../../desk/fins-since.ts';
import { type CensusDay, countsOf, type Stay } from '../../rules/census.ts';
import { shortDay, weekdayInWords } from '../../rules/in-words.ts';
import { reasonInSentence } from '../../rules/reasons.ts';
import { statusInWords } from '../../rules/referral.ts';
import type { Instant } from '../../rules/time.ts';
import { type Priority, priorities } from '../../rules/words.ts';
import { dateIn, daysBetween } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { type Column, type ColumnOf, drawTable, drawTableOf } from './table.ts';
import { counted, type Wording } from './wording.ts';

/** Who came onto the list since a day, who left, who is still there, and the list day by day. */
export function finsSinceView(found: FinsSince, look: Look, wording: Wording): string {
  const { since, recordsBegin, start, days, stays } = found;
  const openings = days.at(-1)?.openings ?? 0;
  const begun = recordsBegin
    ? [paragraph(`The records begin ${weekdayInWords(recordsBegin)}: what was before is not known.`, look)]
    : [];
  if (stays.length === 0) {
    const nobody = `No family was on the FINS list since ${weekdayInWords(since)}. ${counted(openings, 'opening')}.`;
    return [paragraph(nobody, look), ...begun].join('\n');
  }
  const stayed = stays.filter(({ came, left }) => came === null && left === null);
  const columns = columnsFor(found, look, wording);
  const section = (title: string, shown: readonly ColumnOf<Stay>[], some: readonly Stay[]): string =>
    some.length === 0 ? '' : `${look.bold(`${title}: ${some.length}`)}\n${drawTableOf(shown, some, look)}`;
  return [
    [look.bold(`FINS list since ${weekdayInWords(since)}`), ...begun, sum(stays, start, openings, look)].join(
      '\n',
    ),
    section(
      'Came',
      columns.came,
      stays.filter(({ came }) => came),
    ),
    section(
      'Left',
      columns.left,
      stays.filter(({ left }) => left),
    ),
    section('On the list all the time', columns.stayed, stayed),
    `${look.bold('Day by day')}\n${dayTable(found, look, wording)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sum(stays: readonly Stay[], start: CensusDay, openings: number, look: Look): string {
  const { atStart, came, left, now } = countsOf(stays);
  const people = `${counted(atStart, 'family', 'families')} at the start + ${came} came − ${left} left = ${now} now`;
  return paragraph(`${people} · openings: ${start.openings} at the start, ${openings} now`, look);
}

/** The columns of each of the three lists; the program is one where there are several. */
function columnsFor(found: FinsSince, look: Look, wording: Wording) {
  const referral: ColumnOf<Stay> = { title: 'Referral', needed: 10, of: (stay) => stay.referral };
  const family: ColumnOf<Stay> = {
    title: 'Family',
    needed: 9,
    of: ({ family: name }) => name ?? look.dim('not named'),
  };
  const when = (title: string, atOf: (stay: Stay) => Instant | undefined): ColumnOf<Stay> => ({
    title,
    needed: 8,
    of: (stay) => dayOf(atOf(stay)!, wording),
  });
  const why = (title: string, of: (stay: Stay, wording: Wording) => string): ColumnOf<Stay> => ({
    title,
    needed: 7,
    wrap: true,
    of: (stay) => of(stay, wording),
  });
  const priority: ColumnOf<Stay> = { title: 'Priority', needed: 6, of: prioritiesInWords };
  const reviews: ColumnOf<Stay> = {
    title: 'Reviews',
    needed: 5,
    align: 'right',
    of: (stay) => String(stay.reviews),
  };
  const last: ColumnOf<Stay> = {
    title: 'Last review',
    needed: 5,
    of: ({ reviewedAt }) => (reviewedAt ? dayOf(reviewedAt, wording) : 'not yet'),
  };
  const rank: ColumnOf<Stay> = { title: 'Rank', needed: 4, of: ranksIn(found) };
  const days: ColumnOf<Stay> = {
    title: 'Days',
    needed: 3,
    align: 'right',
    of: (stay) => String(daysOn(stay, wording)),
  };
  const programs = new Set(found.stays.map(({ program }) => program));
  const program: ColumnOf<Stay>[] =
    programs.size > 1 ? [{ title: 'Program', needed: 2, of: (stay) => stay.program }] : [];
  const need: ColumnOf<Stay> = { title: 'Need', needed: 1, wrap: true, of: (stay) => stay.need ?? '' };
  return {
    came: [
      ...[referral, family, when('Came', ({ came }) => came?.at), why('Why', cameInWords)],
      ...[priority, reviews, rank, ...program, need],
    ],
    left: [
      ...[referral, family, when('Left', ({ left }) => left?.at), why('Where to, or why', leftInWords)],
      ...[priority, reviews, days, ...program],
    ],
    stayed: [referral, family, priority, reviews, last, rank, days, ...program, need],
  };
}

const dayOf = (at: Instant, { now, zone }: Wording): string => shortDay(dateIn(at, zone), dateIn(now, zone));

const daysOn = ({ addedAt, left }: Stay, { now, zone }: Wording): number =>
  daysBetween(dateIn(addedAt, zone), dateIn(left?.at ?? now, zone));

function cameInWords({ came }: Stay, { reasons }: Wording): string {
  const { how, denial, status } = came!;
  if (how === 'put_back') return 'put back: its leaving was undone';
  if (denial) return `denied: ${reasonInSentence(reasons, denial)}`;
  return statusInWords[status];
}

function leftInWords({ left }: Stay, { reasons }: Wording): string {
  const { how, reasonCode, note, case: placed } = left!;
  if (how === 'taken_back') return 'never was: its listing was undone';
  if (placed) return `placed with ${placed.specialist} (${placed.id})`;
  const because = reasonCode === null ? 'no reason kept' : reasonInSentence(reasons, reasonCode);
  return note ? `${because} – “${note}”` : because;
}

function prioritiesInWords({ priority: now, priorityChanges }: Stay): string {
  const known = priorityChanges.length > 0 ? priorityChanges : [{ before: null, after: now }];
  const steps = [
    ...(priorityChanges[0] ? [priorityChanges[0].before] : []),
    ...known.map(({ after }) => after),
  ];
  return steps.map((step) => step ?? 'not set').join(' → ');
}

/** The place of a stay at the start and now: `4 → 2`. */
function ranksIn({ start, days }: FinsSince): (stay: Stay) => string {
  const [first, last] = [start, days.at(-1)].map(
    (day) => new Map(day?.families.map(({ referral, rank }) => [referral, rank])),
  );
  return ({ referral, came, left }) => {
    const then = came ? undefined : first!.get(referral);
    const now = left ? undefined : last!.get(referral);
    if (then === undefined || then === now) return String(now ?? '');
    return now === undefined ? String(then) : `${then} → ${now}`;
  };
}

const ofDay = (level: Priority | null, day: CensusDay): number =>
  day.families.filter((one) => one.priority === level).length;

/** Days that are alike stand in one line. */
function dayTable({ start, days }: FinsSince, look: Look, wording: Wording): string {
  const levels = [...priorities, null].filter(
    (level) => level !== null || [start, ...days].some((day) => ofDay(level, day) > 0),
  );
  const columns: Column[] = [
    { title: 'Day', needed: 10 },
    { title: 'On the list', needed: 10, align: 'right' },
    ...levels.map((level) => ({ title: level ?? 'not set', needed: 5, align: 'right' as const })),
    { title: 'Openings', needed: 10, align: 'right' },
  ];
  const row = (label: string, day: CensusDay): string[] => [
    label,
    String(day.families.length),
    ...levels.map((level) => String(ofDay(level, day))),
    String(day.openings),
  ];
  const rows = runsOf(days).map((run) => row(daysInWords(run, wording), run.at(-1)!));
  return drawTable({ columns, rows: [row('at the start', start), ...rows] }, look);
}

function runsOf(days: readonly CensusDay[]): CensusDay[][] {
  const runs: CensusDay[][] = [];
  const same = (a: CensusDay, b: CensusDay) =>
    a.openings === b.openings && JSON.stringify(a.families) === JSON.stringify(b.families);
  for (const day of days) {
    const last = runs.at(-1);
    if (last && same(last[0]!, day)) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

function daysInWords(run: readonly CensusDay[], { now, zone }: Wording): string {
  const today = dateIn(now, zone);
  const [first, last] = [run[0]!, run.at(-1)!].map(({ day }) =>
    day === today ? 'now' : shortDay(day, today),
  );
  return first === last ? first! : `${first} to ${last}`;
}
