import type { TakenReferral } from '../../desk/take-referral.ts';
import type { EarlierReferral } from '../../records/earlier.ts';
import { deadlineInWords } from '../../rules/in-words.ts';
import { familyName, statusInWords } from '../../rules/referral.ts';
import type { Instant } from '../../rules/time.ts';
import { paragraph } from './card.ts';
import { outcomeInWords } from './earlier.ts';
import type { Look } from './look.ts';
import { counted, dashed, type Wording } from './wording.ts';

export type TakenShown = TakenReferral & { contactDueAt: Instant };

/** What was saved, what is missing, and what the facts call for. */
export function takenView(taken: TakenShown, look: Look, wording: Wording): string {
  const { referral, origin, warnings, leftovers, possibleDuplicates, sameFamily, tellSubmitter } = taken;
  const { status } = referral.state;
  const next =
    status === 'returned'
      ? `Tell the submitter: ${tellSubmitter}`
      : `Contact the submitter by ${deadlineInWords(taken.contactDueAt, wording.zone)}: iis referral contact ${referral.id}`;
  return [
    look.bold(`${referral.id}  ${familyName(referral.family) ?? 'Family not named'}`) +
      `  ${statusInWords[status]}`,
    ...(origin ? [paragraph(`Read from ${origin}.`, look)] : []),
    paragraph(next, look),
    ...(warnings.length > 0
      ? ['', look.yellow('To see to:'), ...dashed(warnings).map((line) => hanging(line, look))]
      : []),
    ...(leftovers.length > 0
      ? [
          '',
          `Kept with it: ${counted(leftovers.length, 'line')} that fit no field (iis referral show ${referral.id}).`,
        ]
      : []),
    ...(sameFamily.length > 0 ? ['', 'This family was referred before:'] : []),
    ...sameFamily.flatMap((earlier) => earlierLines(earlier, look, wording)),
    ...(possibleDuplicates.length > 0
      ? ['', look.yellow('Looks like a family that was referred before:')]
      : []),
    ...possibleDuplicates.flatMap((alike) => [
      ...earlierLines(alike, look, wording),
      // With --private one sign stands for all of them.
      ...[...new Set(alike.why)].map((why) => `    ${why}`),
    ]),
    ...(possibleDuplicates.length > 0
      ? [
          `  If it is the same family: iis referral edit ${referral.id} --same-family-as ${possibleDuplicates[0]!.referral.id}`,
        ]
      : []),
  ].join('\n');
}

/** A dashed line that is too long goes on under its own text. */
export function hanging(line: string, look: Look): string {
  const [first = '', ...rest] = paragraph(line.slice(4), { ...look, width: look.width - 4 }).split('\n');
  return [`  - ${first}`, ...rest.map((more) => `    ${more}`)].join('\n');
}

const earlierLines = (earlier: EarlierReferral, look: Look, wording: Wording): string[] => [
  `  ${earlier.referral.id}  ${familyName(earlier.referral.family) ?? 'not named'}`,
  paragraph(outcomeInWords(earlier, wording), look, 4),
];
