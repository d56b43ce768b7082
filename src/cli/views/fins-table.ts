import type { FinsLine, FinsList } from '../../desk/fins-list.ts';
import type { FcsState } from '../../rules/fins.ts';
import { ageInWords, dueInWords, shortDay } from '../../rules/in-words.ts';
import { priorities } from '../../rules/words.ts';
import { ageOn, dateIn } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, type Wording } from './wording.ts';

export const finsColumns: readonly Column[] = [
  { title: 'Referral', needed: 10 },
  { title: 'Priority', needed: 9 },
  { title: 'Family', needed: 10 },
  { title: 'County', needed: 6 },
  { title: 'Children', needed: 4 },
  { title: 'Days', needed: 5, align: 'right' },
  { title: 'Last review', needed: 3 },
  { title: 'Next review', needed: 9 },
  { title: 'Could serve', needed: 8 },
  { title: 'FCS', needed: 2 },
  { title: 'Need', needed: 1, wrap: true },
];

/** The Families in Need of Services list under a line that says how things stand. */
export function finsView({ lines, openings }: FinsList, look: Look, wording: Wording): string {
  if (lines.length === 0) return `No family is on the FINS list. ${counted(openings, 'opening')}.`;
  const table = drawTable(
    { columns: finsColumns, rows: lines.map((line) => finsRow(line, look, wording)) },
    look,
  );
  return [paragraph(finsHeadline(lines, openings, look), look), '', table].join('\n');
}

/** How things stand on the list, in one line. */
export function finsHeadline(lines: readonly FinsLine[], openings: number, look: Look): string {
  const overdue = lines.filter((line) => line.overdue).length;
  const placeable = lines.filter((line) => line.couldBeServedBy.length > 0).length;
  const byPriority = [...priorities, null]
    .map(
      (priority) =>
        [priority ?? 'priority not set', lines.filter((line) => line.priority === priority).length] as const,
    )
    .filter(([, n]) => n > 0)
    .map(([priority, n]) => `${n} ${priority}`);
  return [
    look.bold(`Families in Need of Services: ${counted(lines.length, 'family', 'families')}`) +
      ` (${byPriority.join(', ')})`,
    overdue > 0 ? look.red(`${counted(overdue, 'review')} overdue`) : 'all reviews current',
    `${counted(openings, 'opening')}; ${placeable === 0 ? 'none fits a family on the list' : `${counted(placeable, 'family', 'families')} could be served now`}`,
  ].join(' · ');
}

/** The cells of a family, in the order of the columns. */
export function finsRow(line: FinsLine, look: Look, { now, zone }: Wording): string[] {
  const today = dateIn(now, zone);
  const due = dueInWords(line.reviewDueAt, now, zone);
  return [
    line.referral,
    line.priority === 'imminent' ? look.bold(line.priority) : (line.priority ?? look.yellow('not set')),
    line.family ?? look.dim('not named'),
    line.county ?? look.yellow('not known'),
    childrenInWords(line, today),
    String(line.daysOnList),
    line.reviewedAt ? shortDay(dateIn(line.reviewedAt, zone), today) : 'not yet',
    line.overdue ? look.red(due.toUpperCase()) : due,
    line.couldBeServedBy.length > 0 ? look.green(line.couldBeServedBy.join(', ')) : 'nobody',
    fcsInWords(line.fcs),
    line.need ?? '',
  ];
}

function childrenInWords(
  { children, youngestBirthDate }: FinsLine,
  today: FinsLine['youngestBirthDate'] & string,
): string {
  if (youngestBirthDate === null) return String(children);
  const age = ageInWords(ageOn(youngestBirthDate, today));
  return children === 1 ? `1 (${age})` : `${children} (youngest ${age})`;
}

export const fcsInWords = (fcs: FcsState | null): string => fcs?.state ?? '';
