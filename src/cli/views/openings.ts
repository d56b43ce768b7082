import type { Openings } from '../../desk/openings.ts';
import { shortDay } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, spaced, type Wording } from './wording.ts';

const columnsFor = (programs: number): Column[] => [
  { title: 'Specialist', needed: 10 },
  { title: 'Name', needed: 9 },
  { title: 'Openings', needed: 10, align: 'right' },
  { title: 'Places', needed: 4, align: 'right' },
  { title: 'Open cases', needed: 6, align: 'right' },
  // Where several are served, an opening is none without its program.
  { title: 'Program', needed: programs > 1 ? 9.5 : 5 },
  { title: 'Circuits', needed: 3 },
  { title: 'Languages', needed: 7 },
  { title: 'Also takes', needed: 2, wrap: true },
];

/** Who has room, most openings first. */
export function openingsView(all: readonly Openings[], look: Look, wording: Wording): string {
  if (all.length === 0) return 'No specialist works here now. Add one: iis specialist add';
  const programs = [...new Set(all.map(({ specialist }) => specialist.program))].sort();
  const table = drawTable(
    { columns: columnsFor(programs.length), rows: all.map((line) => row(line, look, wording)) },
    look,
  );
  return [
    look.bold(`${openingsInWords(all, programs)} with ${counted(all.length, 'specialist')}`),
    '',
    table,
  ].join('\n');
}

function openingsInWords(all: readonly Openings[], programs: readonly string[]): string {
  const sumOf = (some: readonly Openings[]) => some.reduce((sum, { openings }) => sum + openings, 0);
  const total = counted(sumOf(all), 'opening');
  if (programs.length < 2) return total;
  const each = programs.map(
    (program) => `${program} ${sumOf(all.filter(({ specialist }) => specialist.program === program))}`,
  );
  return `${total} (${each.join(', ')})`;
}

function row(
  { specialist, places, openCases, openings, leave }: Openings,
  look: Look,
  { now, zone }: Wording,
): string[] {
  const away = leave ? ` (on leave until ${shortDay(leave.until, dateIn(now, zone))})` : '';
  return [
    specialist.code,
    `${specialist.name}${away}`,
    openings > 0 ? look.green(String(openings)) : '0',
    String(places),
    String(openCases),
    specialist.program,
    specialist.counties.length > 0 ? specialist.counties.join(', ') : specialist.circuits.join(', '),
    specialist.languages.map(languageName).join(', '),
    specialist.takes.map(spaced).join(', '),
  ];
}
