import { join } from 'node:path';
import reasonBook from '../../data/reasons.json';
import { readPrograms } from '../../src/records/program-files.ts';
import { type Assessment, assess } from '../../src/rules/eligibility.ts';
import type { Instant } from '../../src/rules/time.ts';
import { dateIn } from '../../src/rules/zone.ts';

export const programs = readPrograms(join(process.cwd(), 'data', 'programs'));

/** Where the office is. */
export const dayOf = (at: string): string => dateIn(at as Instant, 'America/Chicago');

export const BY = 'KL';

/** Only a reason that says nothing against the family leaves it eligible. */
export const leavesEligible = (reason: string): boolean =>
  reasonBook.reasons.find(({ code }) => code === reason)?.effect === 'list_again';

const known = new Map<string, string>();

/** The criteria of a screening with this result, as they are kept; `reason`: what the denial counts under. */
export function criteriaFor(program: string, result: Assessment['result'], reason: string): string {
  const key = `${program} ${result} ${reason}`;
  const found = known.get(key) ?? JSON.stringify(assessed(program, result, reason));
  known.set(key, found);
  return found;
}

function assessed(code: string, result: Assessment['result'], reason: string) {
  const program = programs[code]!;
  const failing = program.criteria.find(({ denial }) => denial === reason) ?? program.criteria.at(-1)!;
  const answer = result === 'not_eligible' ? 'no' : result === 'eligible' ? 'yes' : 'unknown';
  const answers = program.criteria.map(({ id }) => [
    id,
    { answer: id === failing.id ? answer : 'yes', note: null } as const,
  ]);
  const facts = {
    situation: null,
    circuit: null,
    divisionInvolvement: null,
    discussedOn: null,
    familyAgrees: true,
    taken: [],
    siteCircuits: [],
  };
  return assess(program, Object.fromEntries(answers), facts).criteria;
}
