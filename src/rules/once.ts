/** Makes a value when it is first asked for, and gives the same one from then on. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same function, which works an answer out once for each argument. */
export function remembered<A, T>(work: (asked: A) => T): (asked: A) => T {
  const known = new Map<A, T>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined || known.has(asked)) return before as T;
    const found = work(asked);
    known.set(asked, found);
    return found;
  };
}
