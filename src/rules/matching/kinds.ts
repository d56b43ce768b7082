import { openingsOf } from './fitness.ts';
import type { AvailableSpecialist } from './plan.ts';

/** Specialists whom the same families can have. */
export interface Kind {
  number: number;
  /** One of them, who stands for all. */
  one: AvailableSpecialist;
  headcount: number;
  /** How many have an opening, and how many openings these are. */
  able: number;
  openings: number;
  /** The places of those who are not away, taken or not. */
  capacity: number;
  away: AvailableSpecialist[];
}

/** All kinds, and the number of the kind of each specialist. */
export const kindsOf = (specialists: readonly AvailableSpecialist[]) => {
  const kinds: Kind[] = [];
  const kindOf = new Int32Array(specialists.length);
  const known = new Map<number, Kind>();
  for (let at = 0; at < specialists.length; at += 1) {
    const specialist = specialists[at]!;
    const kind = kindIn(known, specialist);
    if (kind.headcount === 0) kind.number = kinds.push(kind) - 1;
    enter(specialist, kind);
    kindOf[at] = kind.number;
  }
  return { kinds, kindOf };
};

/** Kinds whose words add up to the same stand one after another. Joining the words to a text would take much longer. */
const kindIn = (known: Map<number, Kind>, specialist: AvailableSpecialist): Kind => {
  for (let sum = sumOf(specialist); ; sum += 1) {
    const kind = known.get(sum);
    if (kind === undefined) {
      const added = newKind(specialist);
      known.set(sum, added);
      return added;
    }
    if (isAlike(kind.one, specialist)) return kind;
  }
};

const sumOf = ({ circuits, counties, languages, takes }: AvailableSpecialist): number => {
  let sum = 0;
  for (const circuit of circuits) sum = (31 * sum + circuit) | 0;
  for (const language of languages) sum = withWord(sum, language);
  for (const situation of takes) sum = withWord(sum, situation);
  for (const county of counties) sum = withWord(sum, county);
  return sum;
};

const withWord = (sum: number, word: string): number => {
  let longer = sum;
  for (let at = 0; at < word.length; at += 1) longer = (31 * longer + word.charCodeAt(at)) | 0;
  return longer;
};

const isAlike = (a: AvailableSpecialist, b: AvailableSpecialist): boolean =>
  a.program === b.program &&
  isSame(a.circuits, b.circuits) &&
  isSame(a.languages, b.languages) &&
  isSame(a.takes, b.takes) &&
  isSame(a.counties, b.counties);

const isSame = <Item>(some: readonly Item[], others: readonly Item[]): boolean => {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
};

const enter = (specialist: AvailableSpecialist, kind: Kind): void => {
  kind.headcount += 1;
  const openings = openingsOf(specialist);
  if (openings > 0) kind.able += 1;
  kind.openings += openings;
  if (specialist.onLeaveUntil === null) kind.capacity += specialist.places;
  else kind.away.push(specialist);
};

const newKind = (one: AvailableSpecialist): Kind => ({
  number: -1,
  one,
  headcount: 0,
  able: 0,
  openings: 0,
  capacity: 0,
  away: [],
});
