import type { Desk } from '../../desk/desk.ts';
import type { ReasonBook } from '../../rules/reasons.ts';
import type { Instant, Zone } from '../../rules/time.ts';

/** What views need to put times and codes in words. */
export interface Wording {
  now: Instant;
  zone: Zone;
  reasons: ReasonBook;
}

export const wordingOf = (desk: Desk): Wording => ({
  now: desk.now,
  zone: desk.settings.zone,
  reasons: desk.reasons,
});

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'yes' : 'no');

/** `abuse_or_neglect` as it reads in a sentence. */
export const spaced = (word: string): string => word.replaceAll('_', ' ');

/** Lines of a list, each behind a dash. */
export const dashed = (lines: readonly string[]): string[] => lines.map((line) => `  - ${line}`);
