import { type Given, keepRelease, type Release, releasesOf } from '../records/releases.ts';
import { type Desk, look } from './desk.ts';
import { write } from './write.ts';

/** What was given out of a year to others, first to last. */
export const givenOutOf = (desk: Desk, sfy: number): Promise<Release[]> =>
  look(desk, (db) => releasesOf(db, sfy));

/**
 * Keeps what is about to be given out. `false`, and nothing is kept, where more was given out of the year than `seen`: then
 * what may be shown beside that has to be worked out anew.
 */
export const giveOut = (desk: Desk, given: Given, seen: readonly Release[]): Promise<boolean> =>
  write(desk, async (writing) => {
    const now = await releasesOf(writing.db, given.sfy);
    if (now.length !== seen.length) return false;
    await keepRelease(writing, given);
    return true;
  });
