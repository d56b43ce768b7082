import type { SpecialistToday } from '../../desk/specialist-list.ts';
import { shortDay } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { phoneInWords } from '../../rules/phone.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Look } from './look.ts';
import { type Column, drawTable, type Table } from './table.ts';
import { counted, spaced, type Wording } from './wording.ts';

const columns: Column[] = [
  { title: 'Code', needed: 10 },
  { title: 'Name', needed: 10 },
  { title: 'Program', needed: 9 },
  { title: 'Circuits', needed: 7 },
  { title: 'Languages', needed: 8 },
  { title: 'Open cases', needed: 5 },
  { title: 'Standing', needed: 9 },
  { title: 'Also takes', needed: 4, wrap: true },
  { title: 'Agency', needed: 2 },
  { title: 'Phone', needed: 3 },
];

/** The specialists with what they serve and how they stand today. */
export function specialistsView(all: readonly SpecialistToday[], look: Look, wording: Wording): string {
  if (all.length === 0) return 'No specialist works here now. Add one: iis specialist add';
  const table = drawTable(withoutEmpty(all.map((line) => row(line, look, wording))), look);
  return [table, '', counted(all.length, 'specialist')].join('\n');
}

/** A column in which nobody has anything is not missed. */
function withoutEmpty(rows: string[][]): Table {
  const kept = columns.flatMap((_, at) => (rows.some((cells) => cells[at] !== '') ? [at] : []));
  return { columns: kept.map((at) => columns[at]!), rows: rows.map((cells) => kept.map((at) => cells[at]!)) };
}

function row(line: SpecialistToday, look: Look, wording: Wording): string[] {
  const { specialist, places } = line;
  return [
    specialist.code,
    specialist.name,
    specialist.program,
    areaInWords(specialist),
    specialist.languages.map(languageName).join(', '),
    `${specialist.openCases.length} of ${places}`,
    standing(line, look, wording),
    specialist.takes.map(spaced).join(', '),
    specialist.agency ?? '',
    specialist.phone === null ? '' : phoneInWords(specialist.phone),
  ];
}

/** `13, 19`, and the counties where they are limited to some: `13 (Boone)`. */
export const areaInWords = ({
  circuits,
  counties,
}: {
  circuits: readonly number[];
  counties: readonly string[];
}): string => circuits.join(', ') + (counties.length > 0 ? ` (${counties.join(', ')})` : '');

/** Whether a family can go to them now. */
export function standing(
  { specialist, works, openings, leave }: SpecialistToday,
  look: Look,
  { now, zone }: Wording,
): string {
  const today = dateIn(now, zone);
  if (!works) return look.dim(`ended ${shortDay(specialist.ended!.on, today)}`);
  if (leave) return look.yellow(`on leave until ${shortDay(leave.until, today)}`);
  const ends = specialist.ended ? `, ends ${shortDay(specialist.ended.on, today)}` : '';
  return (openings > 0 ? look.green(counted(openings, 'opening')) : 'full') + ends;
}
