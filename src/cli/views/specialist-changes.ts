import type { SpecialistToday } from '../../desk/specialist-list.ts';
import { dayInWords } from '../../rules/in-words.ts';
import type { Leave } from '../../rules/specialist.ts';
import type { CalendarDate } from '../../rules/time.ts';
import type { SpecialistCode } from '../../rules/words.ts';
import type { Added, Edited, Gone } from '../json/specialist.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { factLines, leaveInWords, specialistCard } from './specialist-card.ts';
import { standing } from './specialists.ts';
import { counted, type Wording } from './wording.ts';

/** A specialist who was added, and what was taken for granted. */
export function addedView({ line, assumed }: Added, look: Look, wording: Wording): string {
  const [only] = assumed;
  const taken = only && [
    '',
    paragraph(`Not given, so the usual was taken: ${inList(assumed)}.`, look),
    `To change it: iis specialist edit ${line.specialist.code}`,
  ];
  return [specialistCard(line, look, wording), ...(taken ?? [])].join('\n');
}

/** What was changed: before → after. */
export function editedView({ before, line: { specialist: after } }: Edited, look: Look): string {
  const were = factLines(before);
  const changes = factLines(after).flatMap(([label, value], i) =>
    value === were[i]![1]
      ? []
      : [paragraph(`${label}: ${were[i]![1] ?? 'not known'} → ${value ?? 'not known'}`, look, 2)],
  );
  if (changes.length === 0) return `${after.code}: nothing changed, it was so already.`;
  return [look.bold(`${after.code}  ${after.name}`), ...changes].join('\n');
}

/** A leave that was kept, and which families are to be matched again. */
export const leaveView = (
  { line, days, givenBack }: Gone & { days: Pick<Leave, 'from' | 'until'> },
  look: Look,
): string =>
  [
    paragraph(
      `${line.specialist.code} is on leave: ${leaveInWords(days)}. No new family in that time.`,
      look,
    ),
    ...casesLines(line, givenBack, days.from, look),
  ].join('\n');

/** A specialist who is back. */
export const backView = (line: SpecialistToday, look: Look, wording: Wording): string =>
  `${line.specialist.code} works again from today: ${standing(line, look, wording)}.`;

/** An end that was kept, and which families are to be matched again. */
export const endedView = ({ line, givenBack }: Gone, look: Look): string =>
  [
    paragraph(
      `${line.specialist.code} takes no new family from ${dayInWords(line.specialist.ended!.on)} on.`,
      look,
    ),
    ...casesLines(line, givenBack, line.specialist.ended!.on, look),
  ].join('\n');

/** What was given back before somebody goes can come to them again, since a plan goes by the openings of its day. */
const stillOpenInWords = (code: SpecialistCode, from: CalendarDate): string =>
  `Until ${dayInWords(from)} ${code} still has openings: a plan may place them there again, and then says so.`;

function casesLines(
  { specialist, openings }: SpecialistToday,
  givenBack: Gone['givenBack'],
  from: CalendarDate,
  look: Look,
): string[] {
  const kept = specialist.openCases.map(({ id }) => id);
  return [
    ...(kept.length > 0
      ? [
          paragraph(
            `${counted(kept.length, 'open case')} stay${kept.length === 1 ? 's' : ''} with ${specialist.code}: ${kept.join(', ')}.`,
            look,
          ),
        ]
      : []),
    ...(givenBack.length > 0
      ? [
          paragraph(
            `To be matched again: ${givenBack.map(({ referral }) => referral).join(', ')}. Place them: iis match`,
            look,
          ),
          ...(openings > 0 ? [paragraph(stillOpenInWords(specialist.code, from), look)] : []),
        ]
      : []),
  ];
}

const inList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
