import { rmSync } from 'node:fs';

/** Files that are only half written. */
export const unfinished = new Set<string>();

/** Takes them away at once: a program that ends on a signal comes to no `finally`. */
export function removeUnfinished(): void {
  for (const file of unfinished) {
    try {
      rmSync(file, { force: true });
    } catch {}
  }
}
