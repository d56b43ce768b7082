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

/** What was written, and where: a path is never broken. */
export const writtenView = ({ what, file, count }: Written, look: Look): string =>
  [
    paragraph(`${counted(count, ...nouns[what])} written to a file that only you can read:`, look),
    `  ${file}`,
    ...(what === 'specialists'
      ? []
      : [paragraph('It tells of families: keep it safe, and delete it when it has served.', look)]),
  ].join('\n');
