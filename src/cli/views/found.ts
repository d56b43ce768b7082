import type { Finding } from '../../desk/find.ts';
import { becauseInWords } from '../../rules/finding.ts';
import { shortDay } from '../../rules/in-words.ts';
import { familyName, hasCase, statusInWords } from '../../rules/referral.ts';
import { dateIn } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { counted, type Wording } from './wording.ts';

/** What fits what was typed, each referral with why; or what to try where nothing does. */
export function findView(value: Finding & { text: string }, look: Look, wording: Wording): string {
  const { found, total } = value;
  if (found.length === 0) return nothingFound(value, look);
  const more = total - found.length;
  return [
    ...found.map((one) => foundBlock(one, look, wording)),
    '',
    more > 0
      ? `The best ${found.length} of ${total}. Add a word to narrow it, or see them all with --all.`
      : `${counted(total, 'referral')}.`,
  ].join('\n');
}

function foundBlock(
  { referral, because }: Finding['found'][number],
  look: Look,
  { now, zone }: Wording,
): string {
  const { state, county, receivedAt } = referral;
  const standing = [
    hasCase(state) ? `${statusInWords[state.status]}, ${state.specialist}` : statusInWords[state.status],
    ...(county ? [county] : []),
    `received ${shortDay(dateIn(receivedAt, zone), dateIn(now, zone))}`,
  ].join('; ');
  const name = familyName(referral.family) ?? 'not named';
  return [
    paragraph(`${look.bold(`${referral.id}  ${name}`)}  (${standing})`, look),
    ...because.map((why) => paragraph(becauseInWords(why), look, 4)),
  ].join('\n');
}

function nothingFound({ text, alone }: Finding & { text: string }, look: Look): string {
  const parts = alone.map(({ typed, total }) => `  “${typed}” alone: ${counted(total, 'referral')}`);
  return [
    paragraph(`Nothing fits “${text.slice(0, 80)}”.`, look),
    ...parts,
    paragraph(
      parts.length > 0
        ? 'Together they fit no family. Leave one out.'
        : 'Try a part of the name, another spelling, the year of birth or the end of a phone. All: iis referral list --all',
      look,
    ),
  ].join('\n');
}
