import { Refusal } from '../rules/refusal.ts';
import type { WhatIf } from '../rules/replay/what-if.ts';
import { refuseFaults, typedCircuits, typedLanguages } from './typed-lists.ts';

/** `specialists=+1`, `specialists=13:-1`, `specialists=+2,language=es`. Refuses anything else with the ways to write it. */
export function typedWhatIf(text: string): WhatIf {
  const parts = text.split(',').map((part) => part.trim().split('='));
  const unknown = parts.filter(([key]) => key !== 'specialists' && key !== 'language');
  const specialists = parts.filter(([key]) => key === 'specialists').map(([, value = '']) => value);
  const [, circuit, change] = /^(?:([^:]+):)?([+-]?\d{1,2})$/.exec(specialists[0]?.trim() ?? '') ?? [];
  if (unknown.length > 0 || specialists.length !== 1 || change === undefined) throw notUnderstood(text);
  const where = circuit === undefined ? null : typedCircuits('--what-if', [circuit.trim()]);
  const spoken = typedLanguages(
    '--what-if',
    parts.filter(([key]) => key === 'language').map(([, value = '']) => value.trim()),
  );
  refuseFaults([...(where?.faults ?? []), ...spoken.faults]);
  return { change: Number(change), circuit: where?.values[0] ?? null, languages: spoken.values };
}

const notUnderstood = (text: string) =>
  new Refusal({
    kind: 'invalid',
    code: 'bad_value',
    message: `--what-if: “${text.slice(0, 80)}” is not a change of specialists.`,
    hint: 'Write specialists=+1, specialists=13:-1 for one circuit, or specialists=+1,language=es.',
  });
