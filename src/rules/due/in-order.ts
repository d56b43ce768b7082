import { priorities } from '../words.ts';
import { type Due, dueKinds } from './due.ts';

const ofSafety: readonly string[] = ['see_family', 'contact_submitter', 'fins_review'];

/**
 * The most urgent first: what is overdue for a child at imminent risk (to be seen, heard of, or looked at again);
 * then what is overdue before what is not; then by kind, in the order of `dueKinds`; then by the time due, by
 * priority, and by number. A risk that is not known counts as imminent.
 */
export const byUrgency = (a: Due, b: Due): number =>
  Number(isPressing(b)) - Number(isPressing(a)) ||
  Number(b.overdue) - Number(a.overdue) ||
  dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind) ||
  byText(a.dueAt ?? '', b.dueAt ?? '') ||
  rank(a) - rank(b) ||
  byText(a.id, b.id);

const rank = ({ priority }: Due): number => (priority === null ? 0 : priorities.indexOf(priority));

const isPressing = (due: Due): boolean => due.overdue && rank(due) === 0 && ofSafety.includes(due.kind);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
