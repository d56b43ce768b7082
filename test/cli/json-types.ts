import type * as z from 'zod';
import type { Failure } from '../../src/cli/failure.ts';
import type { caseLineJson, changedCaseJson, freedCaseJson } from '../../src/cli/json/case.ts';
import type { dueJson } from '../../src/cli/json/due.ts';
import type { exportedReferralJson, placementJson, Written } from '../../src/cli/json/export.ts';
import type { familyPageJson } from '../../src/cli/json/family-page.ts';
import type { foundJson } from '../../src/cli/json/find.ts';
import type { finsLineJson, finsSinceJson } from '../../src/cli/json/fins.ts';
import type { formWrittenJson } from '../../src/cli/json/form.ts';
import type { budgetJson, changedFundJson, fundRequestJson } from '../../src/cli/json/fund.ts';
import type { historyJson, undoneJson } from '../../src/cli/json/history.ts';
import type { importedReferralsJson, importedSpecialistsJson } from '../../src/cli/json/import.ts';
import type { mailJson, mailPreviewJson } from '../../src/cli/json/mail.ts';
import type { matchJson } from '../../src/cli/json/match.ts';
import type { openingsJson } from '../../src/cli/json/openings.ts';
import type { policyJson } from '../../src/cli/json/policy.ts';
import type {
  dossierJson,
  referralJson,
  referralLineJson,
  screenedJson,
  takenJson,
} from '../../src/cli/json/referral.ts';
import type { reportJson } from '../../src/cli/json/report.ts';
import type * as serviceCase from '../../src/cli/json/schemas/case.ts';
import type * as due from '../../src/cli/json/schemas/due.ts';
import type * as page from '../../src/cli/json/schemas/family-page.ts';
import type * as find from '../../src/cli/json/schemas/find.ts';
import type * as fins from '../../src/cli/json/schemas/fins.ts';
import type * as fund from '../../src/cli/json/schemas/fund.ts';
import type { referralInput } from '../../src/cli/json/schemas/input.ts';
import type * as mail from '../../src/cli/json/schemas/mail.ts';
import type * as match from '../../src/cli/json/schemas/match.ts';
import type * as office from '../../src/cli/json/schemas/office.ts';
import type * as referral from '../../src/cli/json/schemas/referral.ts';
import type * as reports from '../../src/cli/json/schemas/report.ts';
import type * as specialist from '../../src/cli/json/schemas/specialist.ts';
import type * as tables from '../../src/cli/json/schemas/tables.ts';
import type * as tapa from '../../src/cli/json/schemas/tapa.ts';
import type * as training from '../../src/cli/json/schemas/training.ts';
import type { settingsChangeJson, settingsJson } from '../../src/cli/json/settings.ts';
import type { addedJson, editedJson, goneJson, specialistJson } from '../../src/cli/json/specialist.ts';
import type { changedTapaJson, tapaJson } from '../../src/cli/json/tapa.ts';
import type { trainingJson } from '../../src/cli/json/training.ts';
import type { explanationJson } from '../../src/cli/json/why.ts';
import type { Circuit } from '../../src/rules/circuits.ts';
import type { FactChange } from '../../src/rules/edit.ts';
import type { FacesSheet } from '../../src/rules/faces-sheet.ts';
import type { Intake } from '../../src/rules/intake.ts';

/**
 * The compiler holds each mapper to its schema, field by field: what one of them has and the other has not is
 * an error here. Brands and `readonly` don't count, since JSON has neither; of several
 * shapes every field counts.
 */

type Scalar = string | number | boolean | null | undefined;
type Word<T> = T extends { __kind: unknown } ? string : T;
type Key<T> = T extends unknown ? keyof T : never;
type Value<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type List<T> = T extends readonly (infer Item)[] ? Plain<Item>[] : never;
type Fields<T> = [T] extends [never] ? never : { [K in Key<T>]: Plain<Value<T, K>> };
type Plain<T> =
  | Word<Extract<T, string>>
  | Exclude<Extract<T, Scalar>, string>
  | List<Extract<T, readonly unknown[]>>
  | Fields<Exclude<T, Scalar | readonly unknown[]>>;

type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false;
type Gives<Mapper extends (...given: never[]) => unknown, Schema extends z.ZodType> = Same<
  ReturnType<Mapper>,
  z.infer<Schema>
>;
type Holds<Claim extends true> = Claim;

export type Held = [
  Holds<Gives<typeof referralJson, typeof referral.referral>>,
  Holds<Gives<typeof takenJson, typeof referral.taken>>,
  Holds<Gives<typeof mailJson, typeof mail.mailed>>,
  Holds<Gives<typeof mailPreviewJson, typeof mail.mailPreview>>,
  Holds<Gives<typeof screenedJson, typeof referral.screened>>,
  Holds<Gives<typeof referralLineJson, typeof referral.referralLine>>,
  Holds<Gives<typeof dossierJson, typeof referral.dossier>>,
  Holds<Gives<typeof matchJson, typeof match.matched>>,
  Holds<Gives<typeof dueJson, typeof due.dueLine>>,
  Holds<Gives<typeof tapaJson, typeof tapa.tapa>>,
  Holds<Gives<typeof changedTapaJson, typeof tapa.changedTapa>>,
  Holds<Gives<typeof reportJson, typeof reports.report>>,
  Holds<Gives<typeof fundRequestJson, typeof fund.fundRequest>>,
  Holds<Gives<typeof budgetJson, typeof fund.fundBudget>>,
  Holds<Gives<typeof changedFundJson, typeof fund.changedFund>>,
  Holds<Gives<typeof trainingJson, typeof training.training>>,
  Holds<Gives<typeof familyPageJson, typeof page.familyPage>>,
  Holds<Gives<typeof caseLineJson, typeof serviceCase.caseLine>>,
  Holds<Gives<typeof changedCaseJson, typeof serviceCase.changedCase>>,
  Holds<Gives<typeof freedCaseJson, typeof serviceCase.freedCase>>,
  Holds<Gives<typeof explanationJson, typeof due.explanation>>,
  Holds<Gives<typeof foundJson, typeof find.found>>,
  Holds<Gives<typeof finsLineJson, typeof fins.finsLine>>,
  Holds<Gives<typeof finsSinceJson, typeof fins.finsSince>>,
  Holds<Gives<typeof openingsJson, typeof specialist.openingsLine>>,
  Holds<Gives<typeof specialistJson, typeof specialist.specialist>>,
  Holds<Gives<typeof addedJson, typeof specialist.added>>,
  Holds<Gives<typeof editedJson, typeof specialist.edited>>,
  Holds<Gives<typeof goneJson, typeof specialist.gone>>,
  Holds<Gives<typeof formWrittenJson, typeof office.formWritten>>,
  Holds<Gives<typeof historyJson, typeof office.history>>,
  Holds<Gives<typeof exportedReferralJson, typeof referral.exportedReferral>>,
  Holds<Gives<typeof placementJson, typeof tables.placement>>,
  Holds<Same<Written, z.infer<typeof tables.written>>>,
  Holds<Gives<typeof importedReferralsJson, typeof tables.importedReferrals>>,
  Holds<Gives<typeof importedSpecialistsJson, typeof tables.importedSpecialists>>,
  Holds<Same<FacesSheet, z.infer<typeof referral.facesSheet>>>,
  Holds<Gives<typeof undoneJson, typeof office.undone>>,
  Holds<Gives<typeof policyJson, typeof office.policy>>,
  Holds<Gives<typeof settingsChangeJson, typeof office.settingsChanged>>,
  Holds<Same<ReturnType<typeof settingsJson>, z.infer<typeof office.settingsShown>['settings']>>,
  Holds<Same<FactChange, z.infer<typeof referral.edited>['changes'][number]>>,
  Holds<Same<Circuit, z.infer<typeof office.circuits>[number]>>,
  Holds<Same<keyof Failure['json'], keyof z.infer<typeof office.failure>['error']>>,
  // What can be given is what intake knows.
  Holds<Same<keyof Intake, Exclude<keyof Input, 'family'> | keyof Input['family']>>,
  Holds<Same<keyof Intake['caregivers'][number], keyof Input['family']['caregivers'][number]>>,
  Holds<Same<keyof Intake['children'][number], keyof Input['family']['children'][number]>>,
  Holds<Same<keyof Intake['submitter'], keyof Input['submitter']>>,
];

type Input = z.infer<typeof referralInput>;
