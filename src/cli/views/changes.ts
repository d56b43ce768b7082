import { fieldInWords } from '../../rules/admission.ts';
import { type FactChange, factInWords } from '../../rules/edit.ts';
import type { Notices } from '../../rules/notices.ts';
import type { Zone } from '../../rules/time.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { hanging } from './taken.ts';
import { dashed } from './wording.ts';

/** What changed, before → after, a line each, and what that calls for. */
export function changesView(
  id: string,
  changes: readonly FactChange[],
  { callsFor, tellSubmitter }: Notices,
  look: Look,
  zone: Zone,
): string {
  const lines = changes.map(
    ({ field, before, after }) =>
      `${fieldInWords(field)}: ${factInWords(before, field, zone)} → ${factInWords(after, field, zone)}`,
  );
  return [
    ...(changes.length === 0
      ? [`${id}: nothing changed, it was so already.`]
      : [look.bold(id), ...lines.map((line) => paragraph(line, look, 2))]),
    ...(tellSubmitter ? [paragraph(`Tell the submitter: ${tellSubmitter}`, look)] : []),
    ...(callsFor.length > 0
      ? ['', look.yellow('To see to:'), ...dashed(callsFor).map((line) => hanging(line, look))]
      : []),
  ].join('\n');
}
