import { openingsOf } from './fitness.ts';
import type { Kind } from './kinds.ts';
import { inOrder, levelOf } from './order.ts';
import type { AvailableSpecialist } from './plan.ts';

/** All openings, numbered in order of preference: a list for each thing to know of them, and one for each of their kinds. */
export interface Openings {
  count: number;
  /** The number of the specialist. */
  owner: Int32Array;
  kind: Int32Array;
  /** How many cases the specialist has when it is filled. */
  openCases: Int32Array;
  /** The same where only the codes of the specialists set them apart. */
  level: Float64Array;
  /** The next one of the kind; `count` for the last. */
  following: Int32Array;
  /** How many of the kind, from this one on, are filled at as many open cases. */
  asFew: Int32Array;
  /** By kind: how many are not given away yet, how many of these the plan fills, and which comes next. */
  left: Int32Array;
  planned: Int32Array;
  next: Int32Array;
}

/** Expects the number of the kind of each specialist. */
export const openingsInOrder = (
  specialists: readonly AvailableSpecialist[],
  kindOf: Int32Array,
  kinds: readonly Kind[],
): Openings => {
  const count = kinds.reduce((sum, kind) => sum + kind.openings, 0);
  const owner = new Int32Array(count);
  const openCases = new Int32Array(count);
  const level = new Float64Array(count);
  let found = 0;
  for (let at = 0; at < specialists.length; at += 1) {
    const specialist = specialists[at]!;
    const free = openingsOf(specialist);
    for (let more = 0; more < free; more += 1) {
      owner[found] = at;
      openCases[found] = specialist.openCases + more;
      level[found] = levelOf(specialist, specialist.openCases + more);
      found += 1;
    }
  }
  const order = inOrder(level, (opening) => specialists[owner[opening]!]!.code);
  const openings = newOpenings(count, kinds.length);
  for (let opening = 0; opening < count; opening += 1) {
    const one = order[opening]!;
    openings.owner[opening] = owner[one]!;
    openings.kind[opening] = kindOf[owner[one]!]!;
    openings.openCases[opening] = openCases[one]!;
    openings.level[opening] = level[one]!;
  }
  chain(openings);
  return openings;
};

/** From the last to the first, so that each finds the one that follows. */
const chain = ({ count, kind, openCases, following, asFew, left, next }: Openings): void => {
  next.fill(count);
  for (let opening = count - 1; opening >= 0; opening -= 1) {
    const ofKind = kind[opening]!;
    const after = next[ofKind]!;
    following[opening] = after;
    asFew[opening] = openCases[after] === openCases[opening] ? asFew[after]! + 1 : 1;
    left[ofKind]! += 1;
    next[ofKind] = opening;
  }
};

/** What is known of an opening has room for one after the last, which nobody has and is on no level. */
const newOpenings = (count: number, kinds: number): Openings => ({
  count,
  owner: new Int32Array(count + 1).fill(-1),
  kind: new Int32Array(count + 1).fill(-1),
  openCases: new Int32Array(count + 1).fill(-1),
  level: new Float64Array(count + 1).fill(-1),
  following: new Int32Array(count + 1).fill(count),
  asFew: new Int32Array(count + 1),
  left: new Int32Array(kinds),
  planned: new Int32Array(kinds),
  next: new Int32Array(kinds),
});
