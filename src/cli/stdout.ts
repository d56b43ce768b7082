import { fstatSync, writeSync } from 'node:fs';
import { once } from '../rules/once.ts';

const STDOUT = 1;

/** Whether stdout is a file or a pipe: told without Node’s stream of it, which costs the start some milliseconds. */
export const isRedirected = once((): boolean => {
  try {
    const stat = fstatSync(STDOUT);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
});

/** Writes to a file or a pipe as much as it takes now, and returns what is left. */
export function writeNow(text: string): Uint8Array {
  let left: Uint8Array = Buffer.from(text);
  try {
    while (left.length > 0) left = left.subarray(writeSync(STDOUT, left));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Whoever reads may have seen enough, as in `iis policy | head`.
    if (code === 'EPIPE' || code === 'EOF') return left.subarray(left.length);
    if (code !== 'EAGAIN') throw error;
  }
  return left;
}
