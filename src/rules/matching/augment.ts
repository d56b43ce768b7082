import type { Ties } from './ties.ts';

/** No mark, no group, no tie. */
export const NONE = -1;

/** The mark of where a search begins, to which no tie led. */
const START = -2;

/**
 * Finds room for one more of `start`, moving others from tie to tie where that makes it. A search that fails
 * leaves its marks: all it reached, and where it began, is full for good, since nothing in there leads out, so
 * that no later search goes in again. Takes either side as the start; both keep what they have while the other
 * grows.
 */
export const findRoom = (ties: Ties, start: number): boolean => {
  if (ties.via[start] !== NONE) return false;
  mark(ties, start, START);
  const end = search(ties, 0);
  if (end === NONE) {
    ties.reached = 0;
    return false;
  }
  ties.room[end]! -= 1;
  shift(ties, end);
  unmarkTrail(ties);
  return true;
};

/**
 * Moves one family of the need to the kind of `wanted`, others changing round so that exactly as many stay placed
 * in exactly the same places. Where that can't be, bars the tie, and with it those to all kinds that the search
 * reached: they lead nowhere else. Expects no room anywhere.
 */
export const changeRound = (ties: Ties, need: number, wanted: number): boolean => {
  const { first, list, far, both, count, barred, room, via } = ties;
  const from = first[need]!;
  const to = first[need + 1]!;
  for (let at = from; at < to; at += 1) if (count[list[at]!]! > 0) room[far[at]!] = 1;
  mark(ties, need, START);
  mark(ties, both[wanted]! - need, wanted);
  const end = search(ties, 1);
  for (let at = from; at < to; at += 1) {
    const kind = far[at]!;
    room[kind] = 0;
    if (kind === end) count[list[at]!]! -= 1;
    if (end === NONE && via[kind] !== NONE) barred[list[at]!] = 1;
  }
  if (end !== NONE) shift(ties, end);
  unmarkTrail(ties);
  return end !== NONE;
};

/**
 * Breadth first along any tie and back along a used one, to a group on the far side that has room. Goes on from
 * those that are on the trail already, but for so many.
 */
const search = (ties: Ties, butFor: number): number => {
  const { trail, kinds } = ties;
  const startsWithKind = trail[0]! < kinds;
  for (let at = butFor; at < ties.reached; at += 1) {
    const group = trail[at]!;
    const isNear = group < kinds === startsWithKind;
    if (isNear) {
      const end = markRoom(ties, group);
      if (end !== NONE) return end;
    }
    markAll(ties, group, isNear ? 0 : 1);
  }
  return NONE;
};

/** One with room that a tie leads to. */
const markRoom = (ties: Ties, near: number): number => {
  const { first, list, far, room, via } = ties;
  const to = first[near + 1]!;
  for (let at = first[near]!; at < to; at += 1) {
    const end = far[at]!;
    if (room[end] === 0 || via[end] !== NONE) continue;
    mark(ties, end, list[at]!);
    return end;
  }
  return NONE;
};

/** All that are led to by ties which at least so many use. */
const markAll = (ties: Ties, from: number, users: number): void => {
  const { first, list, far, count, via } = ties;
  const to = first[from + 1]!;
  for (let at = first[from]!; at < to; at += 1) {
    const next = far[at]!;
    if (via[next] === NONE && count[list[at]!]! >= users) mark(ties, next, list[at]!);
  }
};

const mark = (ties: Ties, group: number, via: number): void => {
  ties.via[group] = via;
  ties.trail[ties.reached] = group;
  ties.reached += 1;
};

/** Along the marks from the end back to the start: each step takes up one tie and lets the one before it go. */
const shift = ({ both, count, via }: Ties, end: number): void => {
  let far = end;
  for (;;) {
    const taken = via[far]!;
    count[taken]! += 1;
    const near = both[taken]! - far;
    const left = via[near]!;
    if (left === START) return;
    count[left]! -= 1;
    far = both[left]! - near;
  }
};

const unmarkTrail = (ties: Ties): void => {
  for (let at = 0; at < ties.reached; at += 1) ties.via[ties.trail[at]!] = NONE;
  ties.reached = 0;
};

/** Wipes the marks of all searches. */
export const unmark = ({ via }: Ties): void => {
  via.fill(NONE);
};
