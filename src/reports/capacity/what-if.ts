import { everEmployed } from '../../records/figures/found-eligible.ts';
import { earlierCases, recordedWays } from '../../records/figures/ways.ts';
import { read } from '../../records/store.ts';
import type { Watched } from '../../rules/figures/capacity.ts';
import { usualDaysOf } from '../../rules/figures/capacity.ts';
import { languageName } from '../../rules/languages.ts';
import { programOf, usualProgram } from '../../rules/policy.ts';
import { type Compared, compared, type Likeness, likeness } from '../../rules/replay/outcome.ts';
import { replay, type World } from '../../rules/replay/replay.ts';
import { lengthsOf, waitsOf } from '../../rules/replay/waits.ts';
import { type WhatIf, withChange } from '../../rules/replay/what-if.ts';
import { addMs, DAY } from '../../rules/time.ts';
import { type ProgramCode, priorities } from '../../rules/words.ts';
import type { ReportDesk } from '../desk.ts';
import { count, share } from '../figures.ts';
import {
  cell,
  type ReportRow,
  type Scope,
  type Section,
  type Sentence,
  type Sum,
  sentence,
} from '../report.ts';

export interface WhatIfAnswer {
  sections: Section[];
  sums: Sum[];
  headline: Sentence[];
  notes: string[];
}

/** Families found eligible longer before the year than this are taken not to wait any more when it begins. */
const longestWait = 182 * DAY;
const longestCase = 400 * DAY;

/** Lives through the year twice, as it was and with the change, by the rules of matching, and counts who is placed. */
export async function whatIf(
  desk: ReportDesk,
  scope: Scope,
  { from, until }: Watched,
  asked: WhatIf,
): Promise<WhatIfAnswer> {
  const program = scope.program ?? usualProgram(desk.programs).code;
  const { ways, earlier, employed } = await read(desk.store, async (db) => ({
    ways: await recordedWays(db, { from: addMs(from, -longestWait), before: until }, null),
    earlier: await earlierCases(db, { from }, addMs(from, -longestCase)),
    employed: await everEmployed(db),
  }));
  const own = ways.filter(({ facts }) => facts.program === program);
  const usual = usualDaysOf(programOf(desk.programs, program));
  const all = lengthsOf(own, usual);
  const lengths = new Map<number | null, number[]>();
  const lengthsFor = (circuit: number | null) => {
    const known = lengths.get(circuit);
    if (known) return known;
    const here = own.filter(({ facts }) => facts.circuit === circuit);
    const ended = here.flatMap(({ cases }) => cases).filter((one) => one.until !== null).length;
    const those = ended >= desk.figures.numbers.endedFrom.value ? lengthsOf(here, usual) : all;
    lengths.set(circuit, those);
    return those;
  };
  const waits = waitsOf(own, lengthsFor).filter(
    ({ leftAt, placed, since }) => since < until && (placed?.at ?? leftAt ?? until) >= from,
  );
  const rules = { programs: desk.programs, holidays: desk.holidays, zone: desk.settings.zone };
  const world: World = {
    from,
    until,
    waits,
    employed: employed.filter((one) => one.program === program),
    before: earlier,
    rules,
  };
  const circuits =
    asked.circuit !== null
      ? [asked.circuit]
      : (scope.circuits ?? [...new Set(waits.flatMap(({ facts }) => facts.circuit ?? []))]);
  const changed = withChange(world.employed, asked, { circuits, program, from, zone: desk.settings.zone });
  const before = replay(world);
  const after = asked.change === 0 ? before : replay({ ...world, employed: changed });
  const shown = waits.filter(
    ({ facts }) =>
      scope.circuits === null || (facts.circuit !== null && scope.circuits.includes(facts.circuit)),
  );
  return answered(compared(shown, before, after), likeness(shown, before, world), asked, program);
}

const columns = [
  { id: 'families', title: 'Families' },
  { id: 'both', title: 'Placed anyhow' },
  { id: 'gained', title: 'Placed then' },
  { id: 'lost', title: 'No longer' },
  { id: 'neither', title: 'Not placed' },
];

const title = ({ change, circuit, languages }: WhatIf, program: ProgramCode): string => {
  const n = Math.abs(change);
  const who = `${n} ${program} specialist${n === 1 ? '' : 's'} ${change < 0 ? 'fewer' : 'more'}`;
  const where = circuit === null ? 'in each circuit' : `in circuit ${circuit}`;
  const speaking = languages.filter((language) => language !== 'en').map(languageName);
  return `${who} ${where}${change > 0 && speaking.length > 0 ? ` who speaks ${speaking.join(' and ')} too` : ''}`;
};

function answered(
  families: readonly Compared[],
  like: Likeness,
  asked: WhatIf,
  program: ProgramCode,
): WhatIfAnswer {
  const whole = tableOf('what-if', title(asked, program), howCounted, [
    { id: 'all', title: 'All', of: families },
    ...[...priorities, null].map((priority) => ({
      id: priority ?? 'unknown',
      title: priority ?? 'priority not known',
      level: 1 as const,
      of: families.filter((one) => one.priority === priority),
    })),
  ]);
  const by = (
    id: string,
    heading: string,
    keyOf: (one: Compared) => string | null,
    nameOf: (key: string) => string,
  ) => {
    const keys = [...new Set(families.map(keyOf))].sort((a, b) => order(a, b));
    return tableOf(
      id,
      heading,
      'As above.',
      keys.map((key) => ({
        id: key ?? 'unknown',
        title: key === null ? 'Not known' : nameOf(key),
        of: families.filter((one) => keyOf(one) === key),
      })),
    );
  };
  const sections = [
    replayedSection(like),
    whole,
    ...(new Set(families.map(({ circuit }) => circuit)).size > 1
      ? [
          by(
            'what-if-circuit',
            'By circuit',
            ({ circuit }) => (circuit === null ? null : String(circuit)),
            (key) => `Circuit ${key}`,
          ),
        ]
      : []),
    by(
      'what-if-county',
      'By county',
      ({ county }) => county,
      (key) => key,
    ),
    by(
      'what-if-language',
      'By language that a specialist must speak',
      ({ language }) => language ?? 'en',
      (key) => (key === 'en' ? 'English, or an interpreter' : languageName(key)),
    ),
  ];
  return { sections, sums: sumsOf(sections), headline: [saidFirst(asked)], notes };
}

const order = (a: string | null, b: string | null): number => {
  if (a === null || b === null) return a === null ? 1 : -1;
  const [n, m] = [Number(a), Number(b)];
  return Number.isNaN(n) || Number.isNaN(m) ? (a < b ? -1 : 1) : n - m;
};

const howCounted =
  'Each family that waited in the year once. The year is lived through twice by the rules of matching, with the specialists there were and with the change: whenever the gatekeeper looked for a place, the plan for all who waited is made. Placed anyhow: in both; placed then: only with the change; no longer: only without it. By its priority when it was first reviewed, or as it stands.';

const notes = [
  'A family that really had a place holds it for as long as it did; one that had none for as long as the others of its circuit did, one after the other. One specialist more serves every county of the circuit and was there all year; of fewer, those taken on last go.',
];

function tableOf(
  id: string,
  title: string,
  counts: string,
  rows: readonly { id: string; title: string; level?: 1; of: readonly Compared[] }[],
): Section {
  return {
    id,
    title,
    counts,
    columns,
    rows: rows
      .filter(({ id, of }) => id === 'all' || of.length > 0)
      .map(({ of, ...row }): ReportRow => {
        const so = (before: boolean, after: boolean) =>
          count(of.filter((one) => one.before === before && one.after === after).length);
        return {
          ...row,
          figures: [count(of.length), so(true, true), so(false, true), so(true, false), so(false, false)],
        };
      }),
  };
}

const at = (row: string, column: string) => cell('what-if', row, column);

function replayedSection({ recorded, placed, same, more }: Likeness): Section {
  const part = (id: string, title: string, n: number): ReportRow => ({
    id,
    title,
    level: 1,
    figures: [
      count(n),
      share(n, recorded, {
        part: cell('replay', id, 'placements'),
        of: cell('replay', 'recorded', 'placements'),
      }),
    ],
  });
  return {
    id: 'replay',
    title: 'How well the replay tells the year as it was',
    counts:
      'Placements recorded in the year, and those of them that the replay without a change makes too: at any time, and at the same moment with the same specialist; and those that only the replay makes. The more alike the two are, the more the tables below can be trusted.',
    columns: [
      { id: 'placements', title: 'Placements' },
      { id: 'share', title: 'Share' },
    ],
    rows: [
      { id: 'recorded', title: 'Recorded', figures: [count(recorded), null] },
      part('placed', 'made in the replay too', placed),
      part('same', 'same moment, same specialist', same),
      { id: 'more', title: 'Only in the replay', figures: [count(more), null] },
    ],
  };
}

const saidFirst = ({ change }: WhatIf): Sentence =>
  change < 0
    ? sentence`With fewer specialists ${{ at: at('all', 'lost'), one: 'family', many: 'families' }} that the replay places would not have been placed, and ${at('all', 'gained')} instead of them.`
    : sentence`With the change ${{ at: at('all', 'gained'), one: 'more family', many: 'more families' }} would have been placed, and ${at('all', 'lost')} no longer.`;

function sumsOf(sections: readonly Section[]): Sum[] {
  const tables = sections.filter(({ id }) => id.startsWith('what-if'));
  const parts = ['both', 'gained', 'lost', 'neither'];
  return tables
    .flatMap(({ id, rows }) => [
      ...rows.map((row) => ({
        whole: cell(id, row.id, 'families'),
        parts: parts.map((column) => cell(id, row.id, column)),
      })),
      ...columns.map((column) => ({
        whole: at('all', column.id),
        parts: rows.filter((row) => row.id !== 'all').map((row) => cell(id, row.id, column.id)),
      })),
    ])
    .filter((sum) => sum.parts.length > 0);
}
