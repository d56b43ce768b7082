import { type Program, reviewInterval } from '../../rules/policy.ts';
import { type Priority, priorities } from '../../rules/words.ts';
import { counted } from '../views/wording.ts';
import type { Choice } from './ask.ts';

/** The three levels with what each means in this program. */
export const priorityChoices = (program: Program): Choice<Priority>[] =>
  priorities.map((value) => ({
    value,
    label: `${priorityNames[value]} – ${meaning(program, value)}`,
    short: priorityNames[value],
  }));

const priorityNames: Record<Priority, string> = { imminent: 'Imminent', high: 'High', moderate: 'Moderate' };

function meaning(program: Program, priority: Priority): string {
  const within = program.numbers.imminentWithin;
  const interval = reviewInterval(program, priority);
  const every =
    'businessDays' in interval
      ? counted(interval.businessDays, 'business day')
      : counted(interval.days, 'day');
  const risk =
    priority === 'imminent' && within ? `out of the home within ${within.value} ${within.unit}; ` : '';
  return `${risk}FINS review every ${every.replace(/^1 /, '')}`;
}
