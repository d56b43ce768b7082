import { dayInWords } from '../in-words.ts';
import { Refusal } from '../refusal.ts';
import type { CalendarDate } from '../time.ts';
import type { CaseFile } from './case.ts';
import { eventsInWords } from './event-words.ts';

interface Noted {
  on: CalendarDate;
  words: string;
}

/** Refuses to end a service on a day after which more is noted of it: it would stand in no week, and count as during it. */
export function requireNothingLater(file: CaseFile, closing: CalendarDate): void {
  const later = notedIn(file).filter(({ on }) => on > closing);
  if (later.length === 0) return;
  const last = later
    .map(({ on }) => on)
    .toSorted()
    .at(-1)!;
  throw new Refusal({
    kind: 'rule',
    code: 'noted_later',
    message: `Case ${file.id} can’t be closed on ${dayInWords(closing)}: more is noted of it after that day.`,
    reasons: [...new Set(later.map(({ on, words }) => `${words} noted for ${dayInWords(on)}.`))],
    hint: `Close it on ${dayInWords(last)} or later; or take back what was a slip: iis history ${file.id}, then iis undo ACTION`,
  });
}

const notedIn = ({ hours, staffings, goals, events }: CaseFile): Noted[] => [
  ...hours.map(({ on }) => ({ on, words: 'Hours are' })),
  ...staffings.map(({ on }) => ({ on, words: 'A staffing is' })),
  ...goals.map(({ number, setOn }) => ({ on: setOn, words: `Goal ${number} is` })),
  ...goals.flatMap(({ number, metOn }) =>
    metOn === null ? [] : [{ on: metOn, words: `The answer to goal ${number} is` }],
  ),
  ...events.map(({ kind, on }) => ({ on, words: `“${eventsInWords[kind]}” is` })),
];
