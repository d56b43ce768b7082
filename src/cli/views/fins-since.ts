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
  const { since, recordsBegin, start, stays } = found;
  const openings = found.days.at(-1)?.openings ?? 0;
  const begun = recordsBegin
    ? [paragraph(`The records begin ${weekdayInWords(recordsBegin)}: what was before is not known.`, look)]
    : [];
  if (stays.length === 0) {
    const nobody = `No family was on the FINS list since ${weekdayInWords(since)}. ${counted(openings, 'opening')}.`;
    return [paragraph(nobody, look), ...begun].join('\n');
  }
  const tell: Teller = { ...wording, look, rankOf: ranksIn(found) };
  const title = look.bold(`FINS list since ${weekdayInWords(since)}`);
  return [
    [title, ...begun, sum(stays, start, openings, look)].join('\n'),
    ...sections(stays, tell),
    `${look.bold('Day by day')}\n${dayTable(found, look, wording)}`,
  ].join('\n\n');
}

/** Those who came, those who left and those who were there all the time, each in a table; nobody, no table. */
function sections(stays: readonly Stay[], tell: Teller): string[] {
  const { look } = tell;
  const hasSeveral = new Set(stays.map((stay) => stay.program)).size > 1;
  const parts = [
    ['Came', cameColumns, stays.filter(({ came }) => came)],
    ['Left', leftColumns, stays.filter(({ left }) => left)],
    ['On the list all the time', stayedColumns, stays.filter(({ came, left }) => !came && !left)],
  ] as const;
  return parts
    .filter(([, , some]) => some.length > 0)
    .map(([title, columns, some]) => {
      const shown = columns.filter((column) => column !== program || hasSeveral);
      const lines = some.map((stay): Line => ({ stay, tell }));
      return `${look.bold(`${title}: ${some.length}`)}\n${drawTableOf(shown, lines, look)}`;
    });
}

function sum(stays: readonly Stay[], start: CensusDay, openings: number, look: Look): string {
  const { atStart, came, left, now } = countsOf(stays);
  const people = `${counted(atStart, 'family', 'families')} at the start + ${came} came − ${left} left = ${now} now`;
  return paragraph(`${people} · openings: ${start.openings} at the start, ${openings} now`, look);
}

interface Teller extends Wording {
  look: Look;
  rankOf: (stay: Stay) => string;
}

/** A stay with what it takes to tell of it. */
interface Line {
  stay: Stay;
  tell: Teller;
}

type Told = ColumnOf<Line>;

const referral: Told = { title: 'Referral', needed: 10, of: ({ stay }) => stay.referral };
const family: Told = {
  title: 'Family',
  needed: 9,
  of: ({ stay, tell }) => stay.family ?? tell.look.dim('not named'),
};
const priority: Told = { title: 'Priority', needed: 6, of: ({ stay }) => prioritiesInWords(stay) };
const reviews: Told = { title: 'Reviews', needed: 5, align: 'right', of: ({ stay }) => String(stay.reviews) };
const rank: Told = { title: 'Rank', needed: 4, of: ({ stay, tell }) => tell.rankOf(stay) };
const days: Told = {
  title: 'Days',
  needed: 3,
  align: 'right',
  of: ({ stay, tell }) => String(daysOn(stay, tell)),
};
const program: Told = { title: 'Program', needed: 2, of: ({ stay }) => stay.program };
const need: Told = { title: 'Need', needed: 1, wrap: true, of: ({ stay }) => stay.need ?? '' };

const cameColumns: Told[] = [
  referral,
  family,
  { title: 'Came', needed: 8, of: ({ stay, tell }) => dayOf(stay.came!.at, tell) },
  { title: 'Why', needed: 7, wrap: true, of: ({ stay, tell }) => cameInWords(stay, tell) },
  priority,
  reviews,
  rank,
  program,
  need,
];

const leftColumns: Told[] = [
  referral,
  family,
  { title: 'Left', needed: 8, of: ({ stay, tell }) => dayOf(stay.left!.at, tell) },
  { title: 'Where to, or why', needed: 7, wrap: true, of: ({ stay, tell }) => leftInWords(stay, tell) },
  priority,
  reviews,
  days,
  program,
];

const stayedColumns: Told[] = [
  referral,
  family,
  priority,
  reviews,
  {
    title: 'Last review',
    needed: 5,
    of: ({ stay, tell }) => (stay.reviewedAt ? dayOf(stay.reviewedAt, tell) : 'not yet'),
  },
  rank,
  days,
  program,
  need,
];

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
function ranksIn({ start, days: all }: FinsSince): (stay: Stay) => string {
  const [first, last] = [start, all.at(-1)].map(
    (day) => new Map(day?.families.map((one) => [one.referral, one.rank])),
  );
  return (stay) => {
    const then = stay.came ? undefined : first!.get(stay.referral);
    const now = stay.left ? undefined : last!.get(stay.referral);
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
