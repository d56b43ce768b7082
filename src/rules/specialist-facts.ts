import { circuitOfCounty } from './circuits.ts';
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
 * anything else, and digits alone, which would be taken for a referral.
 */
export function specialistCode(text: string): { code: SpecialistCode } | { refused: string } {
  const code = text.trim().toLowerCase();
  if (/^(?!\d+$)[a-z0-9][a-z0-9-]{0,10}[a-z0-9]$/.test(code)) return { code: code as SpecialistCode };
  return { refused: 'A code is 2 to 12 letters, digits or hyphens, such as kim.' };
}

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
