import { circuitOfCounty } from './circuits.ts';
import { weekdayNamed, writtenDay } from './date-forms.ts';
import type { Specialist } from './specialist.ts';
import type { SpecialistCode } from './words.ts';

/** What each fact of a specialist that can be changed is called. */
export const specialistLabels: Record<
  keyof Omit<Specialist, 'code' | 'leaves' | 'ended' | 'openCases' | 'idleSince'>,
  string
> = {
  name: 'Name',
  agency: 'Agency',
  supervisor: 'Supervisor',
  program: 'Program',
  circuits: 'Circuits',
  counties: 'Only in',
  languages: 'Languages',
  takes: 'Also takes',
  phone: 'Phone',
  email: 'Email',
};

/**
 * A specialist's code as it is kept: small letters, digits and hyphens, 2 to 12 of them. Refused, with a sentence:
 * anything else, and what would be taken for a number, a day or a word that commands take.
 */
export function specialistCode(text: string): { code: SpecialistCode } | { refused: string } {
  const code = text.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,10}[a-z0-9]$/.test(code))
    return { refused: 'A code is 2 to 12 letters, digits or hyphens, such as kim.' };
  if (meansSomethingElse(code)) return { refused: takenForAnother(code) };
  return { code: code as SpecialistCode };
}

const meansSomethingElse = (code: string): boolean =>
  isNumber.test(code) || words.includes(code) || weekdayNamed(code) !== null || writtenDay(code) !== null;

/** As referrals, cases, families, TAPAs and requests to the fund are numbered. */
const isNumber = /^[rcfte]?-?\d[\d-]*$/;
const words = ['all', 'none', 'now', 'today', 'yesterday', 'tomorrow'];

const takenForAnother = (code: string): string =>
  `“${code}” would be taken for the number of a referral, family or case, for a day, or for a word such as “all”. Choose another code, such as kim.`;

/** The counties that lie in none of the circuits, each in a sentence. */
export const countiesOutside = (facts: {
  circuits: readonly number[];
  counties: readonly string[];
}): string[] =>
  facts.counties
    .map((county) => ({ county, circuit: circuitOfCounty(county) }))
    .filter(({ circuit }) => circuit === null || !facts.circuits.includes(circuit))
    .map(({ county, circuit }) =>
      circuit === null
        ? `Missouri has no county “${county}”.`
        : `${county} lies in circuit ${circuit}, which the specialist does not serve.`,
    );
