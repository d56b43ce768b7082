import Sqlite from 'better-sqlite3';
import { KEY_VERSION } from '../src/records/key-version.ts';
import { type Caseload, caseload } from './past/caseload.ts';
import type { PastReferral, PastSpecialist } from './past/described.ts';
import { writeReferral } from './past/referral.ts';
import { type Rows, rowsOf } from './past/rows.ts';

export type * from './past/described.ts';

export interface Past {
  /** A million of them can come from a generator. */
  referrals?: Iterable<PastReferral>;
  /** Those who are named only in cases serve the circuit of their first family; other facts are said here. */
  specialists?: readonly PastSpecialist[];
  budgets?: readonly { circuit: number; sfy: number; amount: number }[];
  /** Noted before any referral; `noted` on a day, and closed on another. */
  tapas?: readonly {
    agreedOn: string;
    county?: string;
    writtenOn?: string;
    closedOn?: string;
    reason?: string;
  }[];
}

/**
 * Writes a past into the office’s database as the desk’s own verbs would have left it, but past the journal and in one
 * step: for tests and benches of what is counted over years. Names are not found by: their keys are left out. Returns the
 * numbers of the referrals in the order given. What can’t have been, such as a third open case, is refused by the schema.
 */
export function makePast(
  file: string,
  { referrals = [], specialists = [], budgets = [], tapas = [] }: Past,
): string[] {
  const raw = new Sqlite(file);
  try {
    raw.pragma('foreign_keys = on');
    raw.pragma('synchronous = off');
    // In kibibytes: a million referrals are written here and there, by all their indexes.
    raw.pragma('cache_size = -1000000');
    return raw.transaction(() => {
      const rows = rowsOf(raw);
      rows.add('derived', { name: 'search_keys', version: KEY_VERSION }, 'or ignore');
      const cases = caseload(rows, specialists);
      for (const { circuit, sfy, amount } of budgets)
        rows.add('fund_budget', { circuit, sfy, amount_cents: amount });
      for (const tapa of tapas) addTapa(rows, tapa);
      return writeAll(rows, cases, referrals);
    })();
  } finally {
    raw.close();
  }
}

function writeAll(rows: Rows, cases: Caseload, referrals: Iterable<PastReferral>): string[] {
  const numbers: string[] = [];
  for (const referral of referrals) numbers.push(writeReferral(rows, cases, referral));
  return numbers;
}

const addTapa = (
  rows: Rows,
  { agreedOn, county, writtenOn, closedOn, reason }: NonNullable<Past['tapas']>[number],
) =>
  rows.add('tapa', {
    family: 'Casey Sample',
    county: county ?? null,
    agreed_on: agreedOn,
    written_on: writtenOn ?? null,
    closed_on: closedOn ?? null,
    closed_reason: closedOn === undefined ? null : (reason ?? 'need_met'),
  });
