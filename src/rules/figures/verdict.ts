import type { FigureBook } from './book.ts';
import { wilson } from './wilson.ts';

/** What can be said of a share against its target. */
export type Verdict = 'met' | 'not_met' | 'too_close' | 'too_few';

export const verdictInWords: Record<Verdict, string> = {
  met: 'met',
  not_met: 'not met',
  too_close: 'too close to say',
  too_few: 'too few to say',
};

/**
 * Whether `part` of `of` meet a target in percent: only where the whole interval lies on one side of it. Too few are
 * those from which no share is told, and those of which not even all could show that it is met. `besides`: so many more of
 * whom it is known that they do not meet it, though they are not in the share; what is met must be met with them, too.
 */
export function verdictOn(
  { part, of, besides = 0 }: { part: number; of: number; besides?: number },
  target: number,
  { numbers }: Pick<FigureBook, 'numbers'>,
): Verdict {
  if (of < numbers.shareFrom.value) return 'too_few';
  const confidence = numbers.confidence.value;
  const { low, high } = wilson(part, of, confidence)!;
  if (low >= target / 100)
    return wilson(part, of + besides, confidence)!.low >= target / 100 ? 'met' : 'too_close';
  if (high < target / 100) return 'not_met';
  return wilson(of, of, confidence)!.low < target / 100 ? 'too_few' : 'too_close';
}
