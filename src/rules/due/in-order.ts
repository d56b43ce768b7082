import { priorities } from '../words.ts';
import { type Due, dueKinds } from './due.ts';

const ofSafety: readonly string[] = ['case_event', 'see_family', 'contact_submitter', 'fins_review'];

/**
 * The most urgent first: a child placed, or not safe at home; what is overdue for a child at imminent risk (to be seen, heard of, or looked at again);
 * then what is overdue before what is not; then by kind, in the order of `dueKinds`; then by the time due, by
 * priority, and by number. A risk that is not known counts as imminent.
 */
export const inOrder = (items: readonly Due[]): Due[] =>
  items
    .map((due) => ({ due, urgency: urgency(due) }))
    .sort((a, b) => (a.urgency < b.urgency ? -1 : a.urgency > b.urgency ? 1 : 0))
    .map(({ due }) => due);

// One text for each, since a long sheet compares each thing with a dozen others.
const urgency = (due: Due): string => {
  const { overdue, kind, dueAt, id } = due;
  const place = String(dueKinds.indexOf(kind)).padStart(2, '0');
  return `${isPressing(due) ? 0 : 1}${overdue ? 0 : 1}${place} ${dueAt ?? ''} ${rank(due)} ${id}`;
};

const rank = ({ priority }: Due): number => (priority === null ? 0 : priorities.indexOf(priority));

const isPressing = (due: Due): boolean =>
  due.kind === 'case_event' || (due.overdue && rank(due) === 0 && ofSafety.includes(due.kind));
