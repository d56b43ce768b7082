import type { Group, Need, Tie } from './groups.ts';

/**
 * Finds room for one more of `start`, moving others from tie to tie where that makes it. A search that fails
 * leaves its marks: all it reached, and where it began, is full for good, since nothing in there leads out, so
 * that no later search goes in again. Takes either side as the start; both keep what they have while the other
 * grows.
 */
export const findRoom = (start: Group): boolean => {
  if (start.via !== null) return false;
  const direct = start.ties.find((tie) => across(tie, start).room > 0);
  if (direct) {
    direct.count += 1;
    across(direct, start).room -= 1;
    return true;
  }
  const reached: Group[] = [];
  const end = search(start, start.ties, reached);
  if (end === null) {
    start.via = start.ties[0] ?? null;
    return false;
  }
  end.room -= 1;
  shift(start, end);
  unmark(reached);
  return true;
};

/**
 * Moves one family of the need to the kind of `wanted`, others changing round so that exactly as many stay placed
 * in exactly the same places. Where that can't be, bars the tie, and with it those to all kinds that the search
 * reached: they lead nowhere else. Expects no room anywhere.
 */
export const changeRound = (need: Need, wanted: Tie): boolean => {
  for (const tie of need.ties) if (tie.count > 0) tie.kind.room = 1;
  const reached: Group[] = [];
  const end = search(need, [wanted], reached);
  for (const tie of need.ties) tie.kind.room = 0;
  if (end === null) {
    for (const tie of need.ties) tie.barred ||= tie.kind.via !== null;
  } else {
    shift(need, end);
    need.ties.find((tie) => tie.kind === end)!.count -= 1;
  }
  unmark(reached);
  return end !== null;
};

/** Breadth first along any tie and back along a used one, to a group on the far side that has room. */
const search = (start: Group, first: readonly Tie[], reached: Group[]): Group | null => {
  const queue = [start];
  for (const near of queue) {
    const ties = near === start ? first : near.ties;
    for (const tie of ties) {
      const far = across(tie, near);
      if (far.room === 0 || far.via !== null) continue;
      far.via = tie;
      reached.push(far);
      return far;
    }
    for (const tie of ties) {
      const far = across(tie, near);
      if (far.via !== null) continue;
      far.via = tie;
      reached.push(far);
      for (const back of far.ties) {
        if (back.count === 0) continue;
        const next = across(back, far);
        if (next === start || next.via !== null) continue;
        next.via = back;
        reached.push(next);
        queue.push(next);
      }
    }
  }
  return null;
};

/** Along the marks from the end back to the start: each step takes up one tie and lets the one before it go. */
const shift = (start: Group, end: Group): void => {
  let far = end;
  for (;;) {
    const taken = far.via!;
    taken.count += 1;
    const near = across(taken, far);
    if (near === start) return;
    const left = near.via!;
    left.count -= 1;
    far = across(left, near);
  }
};

const across = (tie: Tie, from: Group): Group => (tie.need === from ? tie.kind : tie.need);

/** Wipes the marks of searches. */
export const unmark = (groups: readonly Group[]): void => {
  for (const group of groups) group.via = null;
};
