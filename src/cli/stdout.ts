import { fstatSync, writeSync } from 'node:fs';
import { Unwritten } from './failure.ts';

const STDOUT = 1;
const STDERR = 2;

/**
 * Whether stdout is a file, a pipe or a device that is no terminal: told without Node’s stream of it, which costs the start
 * some milliseconds, but for devices.
 */
export function isElsewhere(isTerminal: () => boolean): boolean {
  try {
    const stat = fstatSync(STDOUT);
    if (stat.isCharacterDevice()) return !isTerminal();
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

/**
 * How wide the terminal is that the talk goes to, where stdout goes to `head` or a pager: what comes through is mostly
 * read there. Unknown where nobody looks on, and for a file.
 */
export function widthBesidePipe(widthOfTalk: () => number | undefined): number | undefined {
  try {
    return fstatSync(STDERR).isCharacterDevice() && !fstatSync(STDOUT).isFile() ? widthOfTalk() : undefined;
  } catch {
    return undefined;
  }
}

/** Writes where the answer goes as much as is taken now, and returns what is left. */
export function writeNow(text: string): Uint8Array {
  let left: Uint8Array = Buffer.from(text);
  try {
    while (left.length > 0) left = left.subarray(writeSync(STDOUT, left));
  } catch (error) {
    if (hasSeenEnough(error)) return left.subarray(left.length);
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw new Unwritten(error);
  }
  return left;
}

/** Whoever reads is gone, as in `iis policy | head`. */
export const hasSeenEnough = (error: unknown): boolean =>
  ['EPIPE', 'EOF'].includes((error as NodeJS.ErrnoException).code ?? '');
