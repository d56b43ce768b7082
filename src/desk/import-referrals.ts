import { perhapsAlikeIn } from '../records/alike.ts';
import { referralByNumber } from '../records/referrals.ts';
import { saveSettings } from '../records/settings.ts';
import type { Db } from '../records/tables.ts';
import { admit, namesSomeone } from '../rules/admission.ts';
import type { FormProblem, FormReading } from '../rules/intake.ts';
import { Refusal } from '../rules/refusal.ts';
import { isSameReferral } from '../rules/same-referral.ts';
import type { Settings } from '../rules/settings.ts';
import { type Instant, msOf } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import type { Desk, Deskless } from './desk.ts';
import { alikeAmong, type LooksAlike, type TakenReferral, takeOne } from './take-referral.ts';
import { write } from './write.ts';

/** A referral as a row of a table gives it. */
export interface IncomingRow {
  row: number;
  reading: FormReading;
  /** The row as it stood. */
  text: string;
  /** What it was where the table was exported; `null` in tables of other programs. */
  before: { id: string; receivedAt: string | null } | null;
}

export const duplicateChoices = ['take', 'leave_out', 'refuse'] as const;
/** What becomes of what is there already: taken all the same, left out, or the whole table refused. */
export type Duplicates = (typeof duplicateChoices)[number];

export interface ImportOptions {
  /** `null`: what was taken in already is left out, a family that only looks like another is taken. */
  duplicates: Duplicates | null;
  /** Everything is done and then undone. */
  dryRun: boolean;
  /** What the columns were said to mean, kept with the import. */
  remember: Partial<Settings>;
  /** Is told before each row how far it is. */
  at?: (done: number, total: number) => Promise<void>;
}

export interface LeftOut<Id> {
  row: number;
  why: 'taken_already' | 'looks_alike';
  /** What is there already. */
  is: Id;
}

export interface Imported<Taken, Id> {
  taken: Taken[];
  leftOut: LeftOut<Id>[];
}

export type ImportedReferral = TakenReferral & { row: number };

/** A cell that can’t be taken; without a field the whole row. */
export interface RowProblem {
  row: number;
  problem: Pick<FormProblem, 'field' | 'text'> | null;
}

/** Everything in the rows that can’t be taken: what is only missing can follow later. */
export const problemsIn = (desk: Deskless, rows: readonly IncomingRow[]): RowProblem[] =>
  rows.flatMap(({ row, reading }): RowProblem[] => {
    const isNamed = namesSomeone(reading.intake);
    const { problems } = admit(isNamed ? reading : withSomeName(reading), desk);
    const unreadable = problems.filter(({ kind }) => kind === 'unreadable');
    return [...(isNamed ? [] : [{ row, problem: null }]), ...unreadable.map((problem) => ({ row, problem }))];
  });

/** So that the other cells of a row that names nobody are looked at too. */
const withSomeName = (reading: FormReading): FormReading => ({
  ...reading,
  intake: { ...reading.intake, submitter: { ...reading.intake.submitter, name: '?' } },
});

/**
 * Takes the rows in as new referrals, all of them or none, in the order given; each is compared with what is there,
 * earlier rows included. Refused (`duplicates`): with `refuse`, when anything is there already.
 */
export const importReferrals = (
  desk: Desk,
  rows: readonly IncomingRow[],
  options: ImportOptions,
): Promise<Imported<ImportedReferral, ReferralNumber>> =>
  rehearsed(desk, options, async (writing) => {
    const taken: ImportedReferral[] = [];
    const leftOut: LeftOut<ReferralNumber>[] = [];
    const numbers = new Map<ReferralNumber, string>();
    const perhapsAlike = perhapsAlikeIn(writing.db);
    for (const [done, incoming] of rows.entries()) {
      await options.at?.(done, rows.length);
      const { known, alike } = await whatIsThere(desk, writing.db, incoming, { numbers, perhapsAlike });
      if (known && isLeftOut(known.why, options.duplicates)) {
        leftOut.push({ row: incoming.row, ...known });
        continue;
      }
      const { reading, text } = incoming;
      const form = { reading, text, channel: 'csv', sameFamilyAs: null } as const;
      const one = await takeOne(desk, writing, form, alike);
      taken.push({ row: incoming.row, ...one });
      if (incoming.before?.id) numbers.set(one.referral.id, incoming.before.id);
    }
    return { taken, leftOut };
  });

/** Does an import, and with a dry run undoes all of it again. */
export async function rehearsed<T extends Imported<unknown, string>>(
  desk: Desk,
  { dryRun, duplicates, remember }: ImportOptions,
  work: Parameters<typeof write<T>>[1],
): Promise<T> {
  try {
    return await write(desk, async (writing) => {
      const result = await work(writing);
      if (duplicates === 'refuse' && result.leftOut.length > 0) throw refused(result.leftOut);
      if (dryRun) throw new DryRun(result);
      await saveSettings(writing, remember);
      return result;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result as T;
    throw error;
  }
}

class DryRun extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('dry run');
    this.result = result;
  }
}

const isLeftOut = (why: LeftOut<never>['why'], duplicates: Duplicates | null): boolean =>
  duplicates === null ? why === 'taken_already' : duplicates !== 'take';

interface Found {
  known: Pick<LeftOut<ReferralNumber>, 'why' | 'is'> | null;
  /** The families that look the same, where they had to be looked for: most of the work of a row, done once. */
  alike?: LooksAlike[];
}

interface Before {
  /**
   * Those that the rows taken so far had where the table was exported: two numbers are two referrals, however much they
   * say the same.
   */
  numbers: ReadonlyMap<ReferralNumber, string>;
  perhapsAlike: ReturnType<typeof perhapsAlikeIn>;
}

/** What is there already of a row: the same referral, else one whose family looks the same. */
async function whatIsThere(
  desk: Desk,
  db: Db,
  { reading: { intake }, before }: IncomingRow,
  { numbers, perhapsAlike }: Before,
): Promise<Found> {
  const numbered = before && (await referralByNumber(db, before.id as ReferralNumber));
  if (numbered && before.receivedAt && isAt(numbered.receivedAt, before.receivedAt))
    return { known: { why: 'taken_already', is: numbered.id } };
  const near = await perhapsAlike(intake);
  const isOther = (id: ReferralNumber) => before?.id && numbers.has(id) && numbers.get(id) !== before.id;
  const same = near.find(
    (referral) => !isOther(referral.id) && isSameReferral(intake, referral, desk.settings.zone),
  );
  if (same) return { known: { why: 'taken_already', is: same.id } };
  const alike = await alikeAmong(db, intake, near);
  return { known: alike[0] ? { why: 'looks_alike', is: alike[0].referral.id } : null, alike };
}

const isAt = (instant: Instant, written: string): boolean => msOf(instant) === Date.parse(written);

/** At most so many rows are named on a screen; scripts get all. */
const mostNamed = 20;

function refused(leftOut: readonly LeftOut<string>[]): Refusal {
  const reasons = leftOut
    .slice(0, mostNamed)
    .map(({ row, why, is }) =>
      why === 'taken_already' ? `Row ${row} is there already: ${is}.` : `Row ${row} looks like ${is}.`,
    );
  const more = leftOut.length - reasons.length;
  return new Refusal({
    kind: 'rule',
    code: 'duplicates',
    message: 'Some rows are there already; nothing was saved.',
    reasons: [...reasons, ...(more > 0 ? [`And ${more} more; --json names them all.`] : [])],
    hint: 'Take them out of the file, or choose --duplicates leave-out or take.',
    details: { rows: leftOut },
  });
}
