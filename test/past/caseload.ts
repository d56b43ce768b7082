import type { PastSpecialist } from './described.ts';
import { programs } from './policy.ts';
import type { Rows } from './rows.ts';

/** Who has which place from when until when. */
export interface Caseload {
  /** The lowest place that is free from one moment to another, of the specialist or of any of the circuit’s own. */
  take(
    code: string | undefined,
    of: { circuit: number; program: string },
    from: string,
    until: string,
  ): { id: number; code: string; place: number };
}

interface Held {
  from: string;
  until: string;
}

interface Working {
  id: number;
  code: string;
  /** What each place was held for, in order of time. */
  places: Held[][];
  /** When surely none of them is free. */
  full: Held;
}

export const LATER = '9999';
const never: Held = { from: '', until: '' };

const isFree = (held: readonly Held[], from: string, until: string): boolean => {
  const last = held.at(-1);
  if (last === undefined) return true;
  // Mostly they come in order of time: then only the last can be in the way.
  if (from >= last.from) return from >= last.until;
  return held.every((one) => until <= one.from || from >= one.until);
};

function hold(working: Working, held: Held[], one: Held): void {
  const at =
    one.from >= (held.at(-1)?.from ?? '') ? held.length : held.findIndex(({ from }) => from > one.from);
  held.splice(at, 0, one);
  working.full = fullOf(working.places);
}

/** From when the last of the places is held last, until the first of them is free: thousands are passed over by it. */
const fullOf = (places: readonly Held[][]): Held => {
  const full = { from: '', until: LATER };
  for (const held of places) {
    const last = held.at(-1) ?? never;
    if (last.from > full.from) full.from = last.from;
    if (last.until < full.until) full.until = last.until;
  }
  return full;
};

const freePlace = ({ places, full }: Working, from: string, until: string): number =>
  from >= full.from && from < full.until ? -1 : places.findIndex((held) => isFree(held, from, until));

export function caseload(rows: Rows, specialists: readonly PastSpecialist[]): Caseload {
  const working = new Map<string, Working>();
  const ownOf = new Map<string, Working[]>();
  const takeOn = (one: PastSpecialist): Working => {
    const program = one.program ?? 'IIS';
    const id = rows.add('specialist', columnsOf(one, program));
    for (const { from, until } of one.leaves ?? [])
      rows.add('leave', { specialist_id: id, from_on: from, until_on: until });
    const places = Array.from(
      { length: programs[program]!.numbers.placesPerSpecialist!.value },
      (): Held[] => [],
    );
    for (const number of places.keys()) rows.add('place', { specialist_id: id, number: number + 1 });
    const made = { id, code: one.code, places, full: never };
    working.set(one.code, made);
    return made;
  };
  for (const one of specialists) takeOn(one);
  return {
    take(code, { circuit, program }, from, until) {
      const key = `s${circuit}-${program.toLowerCase()}`;
      const own = ownOf.get(key) ?? [];
      ownOf.set(key, own);
      const named =
        code === undefined
          ? undefined
          : (working.get(code) ?? takeOn({ code, program, circuits: [circuit] }));
      for (const one of named ? [named] : own) {
        const free = freePlace(one, from, until);
        if (free < 0) continue;
        hold(one, one.places[free]!, { from, until });
        return { id: one.id, code: one.code, place: free + 1 };
      }
      if (named) throw new Error(`${code} has no place from ${from} until ${until}`);
      const fresh = takeOn({ code: `${key}-${own.length + 1}`, program, circuits: [circuit] });
      own.push(fresh);
      hold(fresh, fresh.places[0]!, { from, until });
      return { id: fresh.id, code: fresh.code, place: 1 };
    },
  };
}

const columnsOf = (one: PastSpecialist, program: string) => ({
  code: one.code,
  name: one.name ?? `Sample ${one.code}`,
  agency: one.agency ?? null,
  supervisor: one.supervisor ?? null,
  program,
  circuits: JSON.stringify(one.circuits ?? [13]),
  counties: JSON.stringify(one.counties ?? []),
  languages: JSON.stringify(one.languages ?? ['en']),
  takes: JSON.stringify(one.takes ?? []),
  added_at: one.addedAt ?? '2000-01-03T15:00:00Z',
  ended_on: one.endedOn ?? null,
});
