import type { Override } from '../rules/case/case.ts';
import type { Plan } from '../rules/placing.ts';
import type { Writing } from './journal.ts';
import type { Db } from './tables.ts';

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

/** How a case came about where that was the gatekeeper’s own choice; `null` where it was the plan. */
export async function overrideOf(db: Db, caseKey: number): Promise<Override | null> {
  const row = await db
    .selectFrom('decision as d')
    .innerJoin('service_case as c', 'c.decision_id', 'd.id')
    .select(['d.by', 'd.reason', 'd.plan'])
    .where('c.id', '=', caseKey)
    .where('d.kind', '=', 'override')
    .executeTakeFirst();
  if (!row) return null;
  // A choice is made of one family at a time.
  const { placements } = JSON.parse(row.plan) as Pick<Plan, 'placements'>;
  return { by: row.by, reason: row.reason ?? '', past: placements[0]?.why ?? [] };
}
