import {
  type CaseFilter,
  caseByNumber,
  casesNumbered,
  lastCaseOf,
  listCases,
} from '../../records/case-file.ts';
import type { CaseFile, ServiceCase } from '../../rules/case/case.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { CaseNumber } from '../../rules/words.ts';
import { type Desk, look } from '../desk.ts';
import { resolveReferral } from '../name-referral.ts';

/** The cases that fit, in the order in which they were assigned. */
export const cases = (desk: Desk, filter: CaseFilter): Promise<ServiceCase[]> =>
  look(desk, (db) => listCases(db, filter));

/** The case with everything in it. */
export const caseFile = (desk: Desk, id: CaseNumber): Promise<CaseFile> =>
  look(desk, async (db) => (await caseByNumber(db, id))!);

const written = /^c(\d{2})-0*(\d{1,9})$/i;
const bare = /^0*(\d{1,9})$/;

/**
 * The case that somebody means: by its number (`C26-0007`, `c26-7`, `7`), or by its referral or a name of the family, of
 * which the last case is meant. Refuses (exit 2) a number that cases of several years have, and (exit 3) what is none.
 */
export async function resolveCase(desk: Desk, what: string): Promise<CaseNumber> {
  const typed = what.trim();
  const [, year, sequence] = written.exec(typed) ?? [null, undefined, bare.exec(typed)?.[1]];
  if (sequence !== undefined) {
    const found = await look(desk, (db) =>
      casesNumbered(db, Number(sequence), year === undefined ? undefined : 2000 + Number(year)),
    );
    if (found.length > 1) throw several(typed, found);
    if (found.length === 1) return found[0]!;
    throw noSuchCase(typed);
  }
  const referral = await resolveReferral(desk, typed);
  const id = await look(desk, (db) => lastCaseOf(db, referral));
  if (id !== null) return id;
  throw new Refusal({
    kind: 'not_found',
    code: 'no_such_case',
    message: `${referral} has no case yet.`,
    hint: `Place the family first: iis match ${referral}`,
  });
}

const several = (what: string, ids: readonly CaseNumber[]) =>
  new Refusal({
    kind: 'invalid',
    code: 'several_cases',
    message: `“${what}” fits ${ids.length} cases: ${ids.join(', ')}.`,
    hint: 'Give the number with its year.',
    details: { cases: ids },
  });

const noSuchCase = (what: string) =>
  new Refusal({
    kind: 'not_found',
    code: 'no_such_case',
    message: `There is no case “${what.slice(0, 80)}”.`,
    hint: 'Give its number, such as C26-0007 or 7, or a name of the family. See them: iis case list --all',
  });
