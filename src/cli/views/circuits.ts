import type { Circuit } from '../../rules/circuits.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { drawTable } from './table.ts';
import { counted } from './wording.ts';

/** The judicial circuits with their counties; one alone is a sentence. */
export function circuitsView(circuits: readonly Circuit[], look: Look): string {
  const [only] = circuits;
  if (only && circuits.length === 1) {
    const places = counted(only.counties.length, 'county', 'counties');
    return paragraph(
      `${look.bold(`Circuit ${only.circuit}`)}: ${only.counties.join(', ')} (${places})`,
      look,
    );
  }
  const columns = [
    { title: 'Circuit', needed: 2, align: 'right' },
    { title: 'Counties', needed: 2, wrap: true },
  ] as const;
  const rows = circuits.map(({ circuit, counties }) => [String(circuit), counties.join(', ')]);
  const total = circuits.reduce((sum, { counties }) => sum + counties.length, 0);
  return [
    drawTable({ columns, rows }, look),
    '',
    paragraph(`${circuits.length} circuits, ${total - 1} counties and the City of St. Louis`, look),
  ].join('\n');
}
