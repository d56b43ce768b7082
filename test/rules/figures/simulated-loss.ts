/** The same numbers each time for the same seed, even between 0 and 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Families come by chance, `clump` at once, and take a place where one is free: the share that finds none. */
export function simulatedLoss(world: {
  load: number;
  places: number;
  families: number;
  length: (random: () => number) => number;
  clump: (random: () => number) => number;
  random: () => number;
}): number {
  const { load, places, families, length, clump, random } = world;
  const meanClump =
    Array.from({ length: 10_000 }, () => clump(random)).reduce((sum, n) => sum + n, 0) / 10_000;
  const freeAt = Array.from({ length: places }, () => 0);
  let [now, came, lost] = [0, 0, 0];
  while (came < families) {
    now += (-Math.log(1 - random()) * meanClump) / load;
    for (let n = clump(random); n > 0; n -= 1) {
      came += 1;
      const free = freeAt.findIndex((until) => until <= now);
      if (free === -1) lost += 1;
      else freeAt[free] = now + length(random);
    }
  }
  return lost / came;
}
