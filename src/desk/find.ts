import { caseNumbers, findCandidates } from '../records/find.ts';
import { referralsByKey } from '../records/referrals.ts';
import type { Db } from '../records/tables.ts';
import { readTerms, type Term } from '../rules/find-terms.ts';
import { type Weighed, weigher } from '../rules/finding.ts';
import type { Referral } from '../rules/referral.ts';
import { type Desk, look, today } from './desk.ts';

/** A referral that fits what was typed, and why. */
export interface Found extends Weighed {
  referral: Referral;
}

export interface Finding {
  /** The best first, and of equals the newest. */
  found: Found[];
  /** How many there are in all. */
  total: number;
  /** Where nothing fits all of it together: how many each part of it fits alone. */
  alone: { typed: string; total: number }[];
}

/** What fits several words is weighed by whose they are: so many are looked at, and the best of them told. */
const WEIGHED = 40;

/** The referrals that fit all that was typed, at most as many as asked for. An empty text fits none. */
export const find = (desk: Desk, text: string, most: number): Promise<Finding> =>
  look(desk, (db) => findIn(db, desk, text, most));

/** As `find`, within a reading that is open already. */
export async function findIn(db: Db, desk: Desk, text: string, most: number): Promise<Finding> {
  const terms = readTerms(text, today(desk));
  const weighed = terms.length > 1 ? Math.max(WEIGHED, most) : most;
  const { keys, total } = await findCandidates(db, terms, weighed);
  if (total === 0) return { found: [], total, alone: await eachAlone(db, terms) };
  const needsCases = terms.some(({ may }) => may.some(({ kind }) => kind === 'case'));
  const cases = needsCases ? await caseNumbers(db, keys) : new Map();
  const weigh = weigher(terms, today(desk));
  const found = (await referralsByKey(db, keys))
    .flatMap((referral) => {
      const fits = weigh({ ...referral, cases: cases.get(referral.id) ?? [] });
      return fits ? [{ referral, ...fits }] : [];
    })
    .sort((a, b) => b.score - a.score);
  return { found: found.slice(0, most), total, alone: [] };
}

async function eachAlone(db: Db, terms: readonly Term[]): Promise<Finding['alone']> {
  if (terms.length < 2) return [];
  const alone: Finding['alone'] = [];
  for (const term of terms) {
    alone.push({ typed: term.typed, total: (await findCandidates(db, [term], 1)).total });
  }
  return alone;
}
