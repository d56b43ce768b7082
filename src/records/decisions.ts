import type { Writing } from './journal.ts';

/** Keeps what a placement was decided on, and returns the decision's id for its cases. */
export async function addDecision(
  writing: Writing,
  decision: { kind: 'plan' | 'override'; reason: string | null; facts: unknown; plan: unknown },
): Promise<number> {
  return writing.insert('decision', {
    at: writing.at,
    by: writing.who,
    kind: decision.kind,
    reason: decision.reason,
    facts: JSON.stringify(decision.facts),
    plan: JSON.stringify(decision.plan),
  });
}
