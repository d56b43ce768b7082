import type { EventKind } from './case.ts';

export const eventsInWords: Record<EventKind, string> = {
  unsafe: 'Home no longer reasonably safe',
  placed: 'Child placed out of the home',
  home: 'Child came home',
  visit: 'Visit between parents and child',
};
