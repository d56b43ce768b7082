import type { Imported, ImportedReferral } from '../../desk/import-referrals.ts';
import type { ImportedSpecialist } from '../../desk/import-specialists.ts';
import { familyName } from '../../rules/referral.ts';
import type { ReferralNumber, SpecialistCode } from '../../rules/words.ts';

/** What an import went by. */
export interface ImportFacts {
  dryRun: boolean;
  /** How many rows the table has. */
  rows: number;
  /** Whether this program wrote the table. */
  isOurs: boolean;
  columns: { heading: string; field: string | null; kept: boolean }[];
  /** The columns that nobody knew. */
  unknown: string[];
}

export type ReferralsImported = ImportFacts & Imported<ImportedReferral, ReferralNumber>;
export type SpecialistsImported = ImportFacts & Imported<ImportedSpecialist, SpecialistCode>;

const factsJson = ({ dryRun, rows, columns }: ImportFacts) => ({ dryRun, rows, columns });

export const importedReferralsJson = ({ taken, leftOut, ...facts }: ReferralsImported) => ({
  ...factsJson(facts),
  taken: taken.map(({ row, referral, warnings, possibleDuplicates }) => ({
    row,
    referral: facts.dryRun ? null : referral.id,
    family: familyName(referral.family),
    status: referral.state.status,
    warnings,
    possibleDuplicates: possibleDuplicates.map((alike) => ({ referral: alike.referral.id, why: alike.why })),
  })),
  leftOut: leftOut.map(({ row, why, is }) => ({ row, why, referral: is })),
});

export const importedSpecialistsJson = ({ taken, leftOut, ...facts }: SpecialistsImported) => ({
  ...factsJson(facts),
  taken: taken.map(({ row, code, name }) => ({ row, code, name })),
  leftOut: leftOut.map(({ row, why, is }) => ({ row, why, code: is })),
});
