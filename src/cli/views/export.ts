import type { Written } from '../json/export.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { counted } from './wording.ts';

const nouns: Record<Written['what'], [one: string, several?: string]> = {
  referrals: ['referral'],
  fins: ['family on the FINS list', 'families on the FINS list'],
  cases: ['case'],
  specialists: ['specialist'],
};

/** What was written, and where. */
export function writtenView({ what, file, count }: Written, look: Look): string {
  const lines = [
    `${counted(count, ...nouns[what])} written to ${file}, which only you can read.`,
    ...(what === 'specialists'
      ? []
      : ['It tells of families: keep it safe, and delete it when it has served.']),
  ];
  return lines.map((line) => paragraph(line, look)).join('\n');
}
