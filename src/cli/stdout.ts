import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { once } from '../rules/once.ts';
import { Unwritten } from './failure.ts';

const STDOUT = 1;

/**
 * Whether stdout is a file, a pipe or a device that is no terminal: told without Node’s stream of it, which costs the start
 * some milliseconds.
 */
export const isRedirected = once((): boolean => {
  try {
    const stat = fstatSync(STDOUT);
    if (stat.isCharacterDevice()) return !isatty(STDOUT);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
});

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
