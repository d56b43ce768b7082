import { dayInWords } from '../rules/in-words.ts';
import { addDays } from '../rules/zone.ts';
import type { Scope } from './report.ts';

/** What a report is about, in words: `SFY2027`, `Jul 1, 2026 – Jun 30, 2027`, `circuits 13, 14`, `all programs`. */
export const aboutScope = ({ sfy, from, before, circuits, program }: Scope) => ({
  year: `SFY${sfy}`,
  days: `${dayInWords(from)} – ${dayInWords(addDays(before, -1))}`,
  circuits:
    circuits === null
      ? 'all circuits'
      : `${circuits.length === 1 ? 'circuit' : 'circuits'} ${circuits.join(', ')}`,
  program: program ?? 'all programs',
});
