import * as z from 'zod';
import * as cases from './case.ts';
import { dueLine, explanation } from './due.ts';
import { familyPage } from './family-page.ts';
import { found } from './find.ts';
import { finsLine, finsSince } from './fins.ts';
import { changedFund, fundBudget, fundRequest } from './fund.ts';
import { mailed, mailPreview } from './mail.ts';
import { matched } from './match.ts';
import {
  circuits,
  completion,
  demo,
  formWritten,
  history,
  policy,
  settingsChanged,
  settingsShown,
  undone,
} from './office.ts';
import { changed, dossier, edited, facesSheet, referralLine, returned, screened, taken } from './referral.ts';
import { report } from './report.ts';
import * as specialists from './specialist.ts';
import * as tables from './tables.ts';
import { changedTapa, tapa } from './tapa.ts';
import { training } from './training.ts';

/** What each command answers with `--json`, in the order of docs/json.md. */
export const values = {
  'referral add': z.union([taken, z.array(mailed), z.array(mailPreview)]),
  'referral screen': screened,
  find: z.array(found),
  match: matched,
  today: z.array(dueLine),
  why: z.array(explanation),
  'list due': z.array(dueLine),
  'list fins': z.array(finsLine),
  'list fins --since': finsSince,
  'list openings': z.array(specialists.openingsLine),
  'list referrals': z.array(referralLine),
  'list cases': z.array(cases.caseLine),
  'list specialists': z.array(specialists.specialist),
  'referral list': z.array(referralLine),
  'referral show': z.union([
    dossier.meta({ title: 'dossier' }),
    facesSheet,
    changed.meta({ title: 'with --faces --number or --denial' }),
  ]),
  'referral edit': edited,
  'referral contact': changed,
  'referral faces': changed,
  'referral return': returned,
  'referral withdraw': changed,
  'referral close': changed,
  'fins add': changed,
  'fins review': changed,
  'fins remove': changed,
  'fcs offer': changed,
  'fcs answer': changed,
  'fund request': changedFund,
  'fund decide': changedFund,
  'fund pay': changedFund,
  'fund close': changedFund,
  'fund show': changedFund,
  'fund list': z.array(fundRequest),
  'fund budget': z.array(fundBudget),
  'tapa add': changedTapa,
  'tapa list': z.array(tapa),
  'tapa written': changedTapa,
  'tapa refer': changedTapa,
  'tapa end': changedTapa,
  'case list': z.array(cases.caseLine),
  'case show': cases.serviceCase,
  'case seen': cases.changedCase,
  'case accept': cases.changedCase,
  'case decline': cases.freedCase,
  'case goal': cases.changedCase,
  'case hours': cases.changedCase,
  'case staffing': cases.changedCase,
  'case unsafe': cases.changedCase,
  'case placed': cases.changedCase,
  'case settle': cases.changedCase,
  'case visit': cases.changedCase,
  'case home': cases.changedCase,
  'case extend': cases.changedCase,
  'case transfer': cases.freedCase,
  'case close': cases.freedCase,
  'case abuse': cases.changedCase,
  'case reopen': cases.changedCase,
  'case followup': cases.changedCase,
  'specialist add': specialists.added,
  'specialist list': z.array(specialists.specialist),
  'specialist show': specialists.shown,
  'specialist edit': specialists.edited,
  'specialist leave': specialists.gone,
  'specialist return': specialists.shown,
  'specialist training': z.array(training),
  'specialist end': specialists.gone,
  'report year': report,
  'report timeliness': report,
  'report outcomes': report,
  'report fund': report,
  'report capacity': report,
  'form blank': formWritten,
  'form fill': formWritten,
  'export referrals': tables.exportedReferrals,
  'export fins': tables.exportedFins,
  'export cases': tables.exportedCases,
  'export specialists': tables.exportedSpecialists,
  'import referrals': tables.importedReferrals,
  'import specialists': tables.importedSpecialists,
  history,
  'history --page': familyPage,
  undo: undone,
  policy,
  circuits,
  settings: settingsShown,
  'settings set': settingsChanged,
  demo,
  completion,
} satisfies Record<string, z.ZodType>;

export type Command = keyof typeof values;
