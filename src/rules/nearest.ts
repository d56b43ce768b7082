import { distance } from 'fastest-levenshtein';

/** The few choices whose spelling is nearest to what was typed, nearest first; none when all are far off. */
export function nearest<T>(typed: string, choices: readonly T[], textOf: (choice: T) => string): T[] {
  return choices
    .map((choice) => ({ choice, away: distance(typed.toLowerCase(), textOf(choice).toLowerCase()) }))
    .filter(({ away }) => away <= Math.max(2, Math.floor(typed.length / 3)))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ choice }) => choice);
}
