import highs from 'highs';
import { describe, expect, it } from 'vitest';
import {
  type AvailableSpecialist,
  canServe,
  openingsOf,
  planMatch,
  type WaitingFamily,
} from '../../src/rules/matching.ts';
import { dice, madeFamily, madeSpecialist, missouri } from '../bench/made-families.ts';

const solver = await highs();

const rank = ({ priority, receivedAt, referral }: WaitingFamily) =>
  `${{ imminent: 1, high: 2, moderate: 3 }[priority]} ${receivedAt} ${referral}`;

const byKey = <Item>(items: Item[], key: (item: Item) => string) =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

interface Opening {
  specialist: AvailableSpecialist;
  key: string;
}

/** A day in two circuits with 30 to 80 families and about half as many openings, families and openings in order. */
const madeDay = (seed: number) => {
  const roll = dice(seed);
  const circuits = missouri.slice(23, 25);
  const size = 30 + Math.floor(roll() * 51);
  const families = Array.from({ length: size }, (_, n) => madeFamily(roll, n, circuits));
  const team = Array.from({ length: Math.ceil(size / 2) }, (_, n) => madeSpecialist(roll, n, circuits));
  const openings = team.flatMap((specialist) =>
    Array.from({ length: openingsOf(specialist) }, (_, n) => ({
      specialist,
      key: `${specialist.openCases + n} ${specialist.idleSince ?? '0'} ${specialist.code}`,
    })),
  );
  return { families: byKey(families, rank), team, openings: byKey(openings, ({ key }) => key) };
};

/** One family with one opening, by their numbers in order; a variable of the program from 0 to 1. */
interface Pairing {
  family: number;
  opening: number;
  name: string;
}

const pairingsOf = (families: WaitingFamily[], openings: Opening[]): Pairing[] =>
  families.flatMap((waiting, family) =>
    openings.flatMap(({ specialist }, opening) =>
      canServe(waiting, specialist) ? [{ family, opening, name: `x_${family}_${opening}` }] : [],
    ),
  );

/** What is settled of each family and each opening, by number: used, not used, or open. */
interface Settled {
  family: (boolean | undefined)[];
  opening: (boolean | undefined)[];
}

/** The pairings that are worth most together. */
const solve = (pairings: Pairing[], worth: (pairing: Pairing) => number, settled: Settled): Pairing[] => {
  const rows = new Map<string, string[]>();
  const enter = (row: string, name: string) => rows.get(row)?.push(name) ?? rows.set(row, [name]);
  for (const { family, opening, name } of pairings) {
    enter(`family_${family}`, name);
    enter(`opening_${opening}`, name);
  }
  const bound = (row: string) => {
    const [side, n] = row.split('_') as [keyof Settled, string];
    const used = settled[side][Number(n)];
    return used === undefined ? '<= 1' : `= ${Number(used)}`;
  };
  const goal = pairings.map((pairing) => `${worth(pairing)} ${pairing.name}`);
  const limits = [...rows].map(([row, names]) => ` ${row}: ${names.join(' + ')} ${bound(row)}`);
  const { Status, Columns } = solver.solve(
    ['Maximize', ` goal: ${goal.join(' + ')}`, 'Subject To', ...limits, 'End', ''].join('\n'),
  );
  if (Status !== 'Optimal') throw new Error(`The solver says ${Status}.`);
  return pairings.filter(({ name }) => (Columns[name]?.Primal ?? 0) > 0.5);
};

/** Which of one side are used at best, in their order: ten at a time, each worth more than all after it. */
const bestOf = (side: keyof Settled, size: number, pairings: Pairing[], settled: Settled): boolean[] => {
  const used: boolean[] = [];
  for (let from = 0; from < size; from += 10) {
    const worth = (pairing: Pairing) => {
      const n = pairing[side] - from;
      return n >= 0 && n < 10 ? 2 ** (9 - n) : 0;
    };
    const found = solve(pairings, worth, { ...settled, [side]: used });
    for (let n = from; n < Math.min(from + 10, size); n += 1) {
      used[n] = found.some((pairing) => pairing[side] === n);
    }
  }
  return used;
};

/** The pairs in which each family in order has its most preferred opening: three families at a time. */
const bestPairs = (size: number, pairings: Pairing[], settled: Settled): Pairing[] => {
  let left = pairings.filter(({ family, opening }) => settled.family[family] && settled.opening[opening]);
  const inOrder = [...new Set(left.map(({ family }) => family))];
  for (let from = 0; from < inOrder.length; from += 3) {
    const three = inOrder.slice(from, from + 3);
    const worth = ({ family, opening }: Pairing) =>
      three.includes(family) ? (size - opening) * size ** (2 - three.indexOf(family)) : 0;
    const found = solve(left, worth, settled);
    left = left.filter((pairing) => !three.includes(pairing.family) || found.includes(pairing));
  }
  return left;
};

describe('on a larger day', () => {
  it.each(Array.from({ length: 40 }, (_, n) => n + 1))(
    'an exact solver finds no better plan (day %i)',
    (seed) => {
      const { families, team, openings } = madeDay(seed);
      const pairings = pairingsOf(families, openings);
      const { placements } = planMatch(families, team);

      const family = bestOf('family', families.length, pairings, { family: [], opening: [] });
      const opening = bestOf('opening', openings.length, pairings, { family, opening: [] });
      const pairs = bestPairs(openings.length, pairings, { family, opening });
      expect(placements.map(({ referral, specialist }) => `${referral} ${specialist}`)).toEqual(
        pairs.map((pair) => `${families[pair.family]!.referral} ${openings[pair.opening]!.specialist.code}`),
      );
      expect(placements).toHaveLength(solve(pairings, () => 1, { family: [], opening: [] }).length);
    },
    30_000,
  );
});
