import { openingsOf } from './fitness.ts';
import type { AvailableSpecialist } from './plan.ts';

/** Specialists whom the same families can have. */
export interface Kind {
  number: number;
  /** One of them, who stands for all. */
  one: AvailableSpecialist;
  headcount: number;
  /** How many have an opening. */
  able: number;
  /** The places of those who are not away, taken or not. */
  capacity: number;
  away: AvailableSpecialist[];
}

/** All kinds, and the number of the kind of each specialist. */
export const kindsOf = (specialists: readonly AvailableSpecialist[]) => {
  const kinds: Kind[] = [];
  const kindOf = new Int32Array(specialists.length);
  const known = new Map<string, Kind>();
  for (let at = 0; at < specialists.length; at += 1) {
    const specialist = specialists[at]!;
    const key = keyOf(specialist);
    let kind = known.get(key);
    if (kind === undefined) {
      kind = newKind(kinds.length, specialist);
      known.set(key, kind);
      kinds.push(kind);
    }
    enter(specialist, kind);
    kindOf[at] = kind.number;
  }
  return { kinds, kindOf };
};

const keyOf = ({ program, circuits, counties, languages, takes }: AvailableSpecialist): string => {
  const limits = counties.length + takes.length === 0 ? '' : `${takes.join()} ${counties.join('|')}`;
  return `${program} ${circuits.join()} ${languages.join()} ${limits}`;
};

const enter = (specialist: AvailableSpecialist, kind: Kind): void => {
  kind.headcount += 1;
  if (openingsOf(specialist) > 0) kind.able += 1;
  if (specialist.onLeaveUntil === null) kind.capacity += specialist.places;
  else kind.away.push(specialist);
};

const newKind = (number: number, one: AvailableSpecialist): Kind => ({
  number,
  one,
  headcount: 0,
  able: 0,
  capacity: 0,
  away: [],
});
