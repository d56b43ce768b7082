import type { FinsLine, FinsList } from '../../desk/fins-list.ts';
import type { FcsState } from '../../rules/fins.ts';
import { ageInWords, dueInWords, shortDay } from '../../rules/in-words.ts';
import { remembered } from '../../rules/once.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { type Priority, priorities, type SpecialistCode } from '../../rules/words.ts';
import { ageOn, dateIn } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import { fewOf } from './few.ts';
import type { Look } from './look.ts';
import { type ColumnOf, drawTableOf } from './table.ts';
import { counted, type Wording } from './wording.ts';

/** The Families in Need of Services list under a line that says how things stand. */
export function finsView({ lines, openings }: FinsList, look: Look, wording: Wording): string {
  if (lines.length === 0) return `No family is on the FINS list. ${counted(openings, 'opening')}.`;
  const table = drawTableOf(finsColumns(look, wording), lines, look);
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
    `${counted(openings, 'opening')}; ${placeable === 0 ? 'none fits a family on the list' : fitInWords(placeable, openings)}`,
  ].join(' · ');
}

/** More families can fit the openings than there are openings: what is said is no promise. */
const fitInWords = (families: number, openings: number): string =>
  `${counted(families, 'family', 'families')} ${families === 1 ? 'fits' : 'fit'} ${openings === 1 ? 'it' : 'one of them'}`;

/** What is shown of each family. */
export function finsColumns(look: Look, { now, zone }: Wording): ColumnOf<FinsLine>[] {
  const today = dateIn(now, zone);
  const dueWords = remembered((at: FinsLine['reviewDueAt']) => dueInWords(at, now, zone));
  return [
    { title: 'Referral', needed: 10, of: ({ referral }) => referral },
    { title: 'Priority', needed: 9, of: ({ priority }) => priorityInWords(priority, look) },
    { title: 'Family', needed: 10, of: ({ family }) => family ?? look.dim('not named') },
    { title: 'County', needed: 6, of: ({ county }) => county ?? look.yellow('not known') },
    { title: 'Children', needed: 4, of: (line) => childrenInWords(line, today) },
    { title: 'Days', needed: 5, align: 'right', of: (line) => String(line.daysOnList) },
    {
      title: 'Last review',
      needed: 3,
      of: ({ reviewedAt }) => (reviewedAt ? shortDay(dateIn(reviewedAt, zone), today) : 'not yet'),
    },
    {
      title: 'Next review',
      needed: 9,
      of: ({ overdue, reviewDueAt }) =>
        overdue ? look.red(dueWords(reviewDueAt).toUpperCase()) : dueWords(reviewDueAt),
    },
    {
      title: 'Could serve',
      needed: 8,
      of: ({ couldBeServedBy: could }) => (could.length > 0 ? look.green(preferred(could, look)) : 'nobody'),
    },
    { title: 'FCS', needed: 2, of: ({ fcs }) => fcsInWords(fcs) },
    { title: 'Need', needed: 1, wrap: true, of: ({ need }) => need ?? '' },
  ];
}

/** The preferred ones of many, so that where room is short codes never take that of what is known of the family. */
function preferred(codes: readonly SpecialistCode[], { width }: Look): string {
  if (width === Number.POSITIVE_INFINITY) return codes.join(', ');
  const { named, more } = fewOf(codes);
  return more > 0 ? `${named.join(', ')} +${more}` : named.join(', ');
}

const priorityInWords = (priority: Priority | null, look: Look): string =>
  priority === 'imminent' ? look.bold(priority) : (priority ?? look.yellow('not set'));

function childrenInWords({ children, youngestBirthDate }: FinsLine, today: CalendarDate): string {
  if (youngestBirthDate === null) return String(children);
  const age = ageInWords(ageOn(youngestBirthDate, today));
  return children === 1 ? `1 (${age})` : `${children} (youngest ${age})`;
}

export const fcsInWords = (fcs: FcsState | null): string => fcs?.state ?? '';
