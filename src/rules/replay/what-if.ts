import type { Employed } from '../figures/at-work.ts';
import { isActive } from '../specialist.ts';
import type { Instant, Zone } from '../time.ts';
import type { Language, ProgramCode, SpecialistCode } from '../words.ts';
import { dateIn } from '../zone.ts';

/** So many specialists more, or fewer where it is below 0. */
export interface WhatIf {
  change: number;
  /** `null`: in each circuit that is asked for. */
  circuit: number | null;
  /** What they speak besides English. */
  languages: readonly Language[];
}

/**
 * Who would have worked. One more serves every county of one circuit, takes no local situation, and was there all the time.
 * Of those who were there, the ones taken on last go: they take no family any more.
 */
export function withChange(
  employed: readonly Employed[],
  { change, languages }: Pick<WhatIf, 'change' | 'languages'>,
  {
    circuits,
    program,
    from,
    zone,
  }: { circuits: readonly number[]; program: ProgramCode; from: Instant; zone: Zone },
): Employed[] {
  if (change >= 0) {
    const added = circuits.flatMap((circuit) =>
      Array.from({ length: change }, (_, i) => ({
        code: `+${circuit}-${i + 1}` as SpecialistCode,
        program,
        circuits: [circuit],
        counties: [],
        languages: ['en', ...languages.filter((language) => language !== 'en')],
        takes: [],
        ended: null,
        addedAt: from,
        leaves: [],
      })),
    );
    return [...employed, ...added];
  }
  const day = dateIn(from, zone);
  const gone = new Set(
    circuits.flatMap((circuit) =>
      employed
        .filter((one) => one.program === program && one.circuits.includes(circuit))
        .filter((one) => isActive(one, day))
        .sort((a, b) => (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : a.code < b.code ? 1 : -1))
        .slice(0, -change)
        .map(({ code }) => code),
    ),
  );
  return employed.filter(({ code }) => !gone.has(code));
}
