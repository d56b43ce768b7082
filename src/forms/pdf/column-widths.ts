/** How wide a column would be, in points. */
export interface Wished {
  /** With its widest word on a line, so that none is broken. */
  word: number;
  /** As wide as it is drawn where there is room, `word` or more. */
  usual: number;
  /** With nothing in it broken, `usual` or more. */
  whole: number;
}

/**
 * The widths of columns that share the room: first each has its widest word, then all come as near as they can to what is
 * usual, then to what they need. Only where not even the words fit, all get less in proportion.
 */
export function columnWidths(columns: readonly Wished[], room: number): number[] {
  const words = columns.map(({ word }) => word);
  const over = sum(words) / room;
  if (over > 1) return words.map((word) => word / over);
  const usual = columns.map((column) => column.usual);
  const whole = columns.map((column) => column.whole);
  return towards(towards(words, usual, room), whole, room);
}

/** From one width of each towards another, as far as the room goes, all by the same share. */
function towards(from: readonly number[], to: readonly number[], room: number): number[] {
  const wanted = to.map((width, at) => width - from[at]!);
  const share = Math.min(1, (room - sum(from)) / (sum(wanted) || 1));
  return from.map((width, at) => width + wanted[at]! * share);
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
