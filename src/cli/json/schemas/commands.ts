import * as z from 'zod';
import { dueLine, explanation } from './due.ts';
import { found } from './find.ts';
import { finsLine } from './fins.ts';
import { matched } from './match.ts';
import {
  circuits,
  completion,
  demo,
  history,
  policy,
  settingsChanged,
  settingsShown,
  undone,
} from './office.ts';
import { changed, dossier, edited, referralLine, screened, taken } from './referral.ts';
import * as specialists from './specialist.ts';
import { changedTapa, tapa } from './tapa.ts';

/** What each command answers with `--json`, in the order of docs/json.md. */
export const values = {
  'referral add': z.union([taken, z.array(taken)]),
  'referral screen': screened,
  find: z.array(found),
  match: matched,
  today: z.array(dueLine),
  why: z.array(explanation),
  'list due': z.array(dueLine),
  'list fins': z.array(finsLine),
  'list openings': z.array(specialists.openingsLine),
  'list referrals': z.array(referralLine),
  'list specialists': z.array(specialists.specialist),
  'referral list': z.array(referralLine),
  'referral show': dossier,
  'referral edit': edited,
  'referral contact': changed,
  'referral faces': changed,
  'referral return': changed,
  'referral withdraw': changed,
  'referral close': changed,
  'fins add': changed,
  'fins review': changed,
  'fins remove': changed,
  'fcs offer': changed,
  'fcs answer': changed,
  'tapa add': changedTapa,
  'tapa list': z.array(tapa),
  'tapa written': changedTapa,
  'tapa refer': changedTapa,
  'tapa end': changedTapa,
  'specialist add': specialists.added,
  'specialist list': z.array(specialists.specialist),
  'specialist show': specialists.shown,
  'specialist edit': specialists.edited,
  'specialist leave': specialists.gone,
  'specialist return': specialists.shown,
  'specialist end': specialists.gone,
  history,
  undo: undone,
  policy,
  circuits,
  settings: settingsShown,
  'settings set': settingsChanged,
  demo,
  completion,
} satisfies Record<string, z.ZodType>;

export type Command = keyof typeof values;
