import { languageAsked } from '../matching/fitness.ts';
import { asFamily } from '../placing.ts';
import type { Priority } from '../words.ts';
import type { Lived, World } from './replay.ts';
import type { Wait } from './waits.ts';

/** A family that waited, and whether it was placed as it was and as it would have been. */
export interface Compared {
  circuit: number | null;
  county: string | null;
  priority: Priority | null;
  /** What a specialist must speak; `null` for English or with an interpreter. */
  language: string | null;
  before: boolean;
  after: boolean;
}

/** Each referral that waited within the time, once, in two lives. */
export function compared(waits: readonly Wait[], before: Lived, after: Lived): Compared[] {
  const first = new Map<string, Wait[]>();
  for (const wait of waits) first.set(wait.referral, [...(first.get(wait.referral) ?? []), wait]);
  return [...first.values()].map((own) => {
    const { facts, stays } = own[0]!;
    const priority = stays.flatMap(({ reviews }) => reviews)[0]?.priority ?? facts.priority;
    return {
      circuit: facts.circuit,
      county: facts.county,
      priority,
      language: languageAsked(asFamily(facts as Parameters<typeof asFamily>[0])),
      before: own.some((wait) => before.has(wait)),
      after: own.some((wait) => after.has(wait)),
    };
  });
}

/** How well a life as it was tells what was recorded. */
export interface Likeness {
  /** Placements that were recorded within the time. */
  recorded: number;
  /** Of these, families that are placed in it too, at whatever time. */
  placed: number;
  /** Of these, those at the same moment with the same specialist. */
  same: number;
  /** Families placed in it that had no place within the time. */
  more: number;
}

export function likeness(
  waits: readonly Wait[],
  lived: Lived,
  { from, until }: Pick<World, 'from' | 'until'>,
): Likeness {
  const wasPlaced = ({ placed }: Wait) => placed !== null && placed.at >= from && placed.at < until;
  const recorded = waits.filter(wasPlaced);
  const placed = recorded.filter((wait) => lived.has(wait));
  const same = placed.filter((wait) => {
    const { at, specialist } = lived.get(wait)!;
    return at === wait.placed!.at && specialist === wait.placed!.specialist;
  });
  const more = waits.filter((wait) => lived.has(wait) && !wasPlaced(wait));
  return { recorded: recorded.length, placed: placed.length, same: same.length, more: more.length };
}
