import type { SpecialistToday } from '../../desk/specialist-list.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { phoneInWords } from '../../rules/phone.ts';
import type { Leave, OpenCase, Specialist } from '../../rules/specialist.ts';
import { situationInWords } from '../../rules/words.ts';
import { dateIn } from '../../rules/zone.ts';
import { type CardLine, drawCard } from './card.ts';
import type { Look } from './look.ts';
import { circuitInWords } from './settings.ts';
import { standing } from './specialists.ts';
import type { Wording } from './wording.ts';

/** Everything that is known of one specialist. */
export function specialistCard(line: SpecialistToday, look: Look, wording: Wording): string {
  const { specialist, places } = line;
  const standsNow: CardLine = ['Now', standing(line, look, wording)];
  const reason: CardLine[] = specialist.ended?.reason ? [['Reason', specialist.ended.reason]] : [];
  return drawCard(
    `${specialist.code}  ${specialist.name}`,
    [
      {
        lines: [standsNow, ...reason, ...specialist.leaves.map(leaveLine), ...factLines(specialist).slice(1)],
      },
      {
        title: `Open cases (${specialist.openCases.length} of ${places} places)`,
        lines: specialist.openCases.map((open) => caseLine(open, wording)),
      },
    ],
    look,
  );
}

/** The facts that an interview asks for and `edit` changes, in words. */
export const factLines = (
  facts: Omit<Specialist, 'code' | 'leaves' | 'ended' | 'openCases' | 'idleSince'>,
): CardLine[] => [
  ['Name', facts.name],
  ['Agency', facts.agency],
  ['Supervisor', facts.supervisor],
  ['Program', facts.program],
  [facts.circuits.length === 1 ? 'Circuit' : 'Circuits', facts.circuits.map(circuitInWords).join('; ')],
  ['Only in', facts.counties.length > 0 ? facts.counties.join(', ') : 'every county of the circuits'],
  ['Languages', facts.languages.map(languageName).join(', ')],
  [
    'Also takes',
    facts.takes.map((situation) => situationInWords[situation].toLowerCase()).join(', ') || 'nothing more',
  ],
  ['Phone', facts.phone === null ? null : phoneInWords(facts.phone)],
  ['Email', facts.email],
];

const caseLine = ({ id, referral, place, assignedAt }: OpenCase, { zone }: Wording): CardLine => [
  id,
  `${referral}, place ${place}, assigned ${dayInWords(dateIn(assignedAt, zone))}`,
];

const leaveLine = (leave: Leave): CardLine => [
  'Leave',
  leaveInWords(leave) + (leave.note ? ` (${leave.note})` : ''),
];

/** `Oct 12, 2026 – Oct 16, 2026`, both days included. */
export const leaveInWords = ({ from, until }: Pick<Leave, 'from' | 'until'>): string =>
  from === until ? dayInWords(from) : `${dayInWords(from)} – ${dayInWords(until)}`;
