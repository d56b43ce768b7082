import { caseByNumber } from '../records/case-file.ts';
import { casesOf } from '../records/cases.ts';
import { offersOf } from '../records/fcs.ts';
import { finsStaysOf } from '../records/fins.ts';
import { fundRequests } from '../records/fund.ts';
import { listReferrals, referralByNumber, standsSince } from '../records/referrals.ts';
import { contactsOf, denialsOf, screeningsOf } from '../records/steps.ts';
import type { Db } from '../records/tables.ts';
import type { CaseFile } from '../rules/case/case.ts';
import { type PageLine, type PageRecords, pageLines } from '../rules/family-page.ts';
import { familyName, type Referral } from '../rules/referral.ts';
import { type Desk, look } from './desk.ts';

/** A family with everything that happened to it, first to last. */
export interface FamilyPage {
  /** The people as its last referral has them. */
  family: Referral['family'];
  familyName: string | null;
  county: string | null;
  circuit: number | null;
  /** First to last. */
  referrals: { id: Referral['id']; program: string; status: Referral['state']['status'] }[];
  lines: PageLine[];
}

/** The page of the family with this number, all as of one moment. */
export const familyPage = (desk: Desk, family: string): Promise<FamilyPage> =>
  look(desk, async (db) => {
    const referrals = await listReferrals(db, { family });
    const records: PageRecords[] = [];
    for (const referral of referrals) records.push(await recordsOf(db, referral));
    const last = referrals.at(-1)!;
    return {
      family: last.family,
      familyName: familyName(last.family),
      county: last.county,
      circuit: last.circuit,
      referrals: referrals.map(({ id, program, state }) => ({ id, program, status: state.status })),
      lines: pageLines(records, { reasons: desk.reasons, fund: desk.fund, zone: desk.settings.zone }),
    };
  });

const recordsOf = async (db: Db, referral: Referral): Promise<PageRecords> => ({
  referral,
  standsSince: await standsSince(db, referral.id),
  contacts: await contactsOf(db, referral.id),
  screenings: await screeningsOf(db, referral.id),
  denials: await denialsOf(db, referral.id),
  fins: await finsStaysOf(db, referral.id),
  fcs: await offersOf(db, referral.id),
  cases: await caseFilesOf(db, referral.id),
  fund: await fundRequests(db, { referrals: [referral.id] }),
});

async function caseFilesOf(db: Db, id: Referral['id']): Promise<CaseFile[]> {
  const files: CaseFile[] = [];
  for (const { id: number } of await casesOf(db, id)) files.push((await caseByNumber(db, number))!);
  return files;
}

/** The family of a referral. */
export const familyOf = (desk: Desk, id: Referral['id']): Promise<string> =>
  look(desk, async (db) => (await referralByNumber(db, id))!.family.id);
