import { fieldInWords } from '../../rules/admission.ts';
import type { FactChange } from '../../rules/edit.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';

/** What changed, before → after, a line each. */
export function changesView(id: string, changes: readonly FactChange[], look: Look): string {
  if (changes.length === 0) return `${id}: nothing changed, it was so already.`;
  const lines = changes.map(
    ({ field, before, after }) => `${fieldInWords(field)}: ${shown(before)} → ${shown(after)}`,
  );
  return [look.bold(id), ...lines.map((line) => paragraph(line, look, 2))].join('\n');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value).replaceAll('_', ' ');
  const parts = Object.values(value).filter((part) => part !== null);
  return parts.length > 0 ? parts.map(shown).join(', ') : 'yes';
}
