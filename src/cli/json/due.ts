import type { Due } from '../../rules/due.ts';

export const dueJson = (due: Due) => ({
  kind: due.kind,
  what: due.what,
  id: due.id,
  family: due.family,
  priority: due.priority,
  dueAt: due.dueAt,
  overdue: due.overdue,
  detail: due.detail,
  command: due.command,
  rule: due.rule,
  source: due.source,
});
