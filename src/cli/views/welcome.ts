import { paragraph } from './card.ts';
import type { Look } from './look.ts';

const first = [
  ['iis demo', 'see it at work in a fictional circuit'],
  ['iis settings set', 'set up your own desk: circuits, name, initials'],
  ['iis referral add', 'take in the first referral, asked step by step'],
] as const;

/** What somebody reads who has just installed the program. */
export const welcome = ({ database }: { database: string }, look: Look): string =>
  [
    paragraph(
      'iis is the gatekeeper’s desk for Intensive In-Home Services: referrals come in, are screened, matched to openings, and nothing that is due is overlooked.',
      look,
    ),
    '',
    `There is no database yet at ${database}. To begin:`,
    '',
    ...first.map(([command, words]) => `  ${look.bold(command.padEnd(18))}${words}`),
    '',
    'Every command: iis --help',
  ].join('\n');
