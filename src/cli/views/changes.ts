import { fieldInWords } from '../../rules/admission.ts';
import { type FactChange, factInWords } from '../../rules/edit.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';

/** What changed, before → after, a line each. */
export function changesView(id: string, changes: readonly FactChange[], look: Look): string {
  if (changes.length === 0) return `${id}: nothing changed, it was so already.`;
  const lines = changes.map(
    ({ field, before, after }) =>
      `${fieldInWords(field)}: ${factInWords(before, field)} → ${factInWords(after, field)}`,
  );
  return [look.bold(id), ...lines.map((line) => paragraph(line, look, 2))].join('\n');
}
