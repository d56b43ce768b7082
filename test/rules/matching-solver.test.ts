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

const sum = (pairings: Pairing[]) => pairings.map(({ name }) => name).join(' + ');

/** The pairings that are worth most; `fixed` says of whom it is settled whether they are used. */
const solve = (
  pairings: Pairing[],
  worth: (pairing: Pairing) => number,
  fixed: { families: (boolean | undefined)[]; openings: (boolean | undefined)[] },
): Pairing[] => {
  const rows = (['family', 'opening'] as const).flatMap((side) => {
    const settled = side === 'family' ? fixed.families : fixed.openings;
    return [...Map.groupBy(pairings, (pairing) => pairing[side])].map(([n, own]) => {
      const bound = settled[n] === undefined ? '<= 1' : settled[n] ? '= 1' : '= 0';
      return ` ${side}_${n}: ${sum(own)} ${bound}`;
    });
  });
  const goal = pairings.map((pairing) => `${worth(pairing)} ${pairing.name}`).join(' + ');
  const { Status, Columns } = solver.solve(`Maximize\n goal: ${goal}\nSubject To\n${rows.join('\n')}\nEnd\n`);
  if (Status !== 'Optimal') throw new Error(`The solver says ${Status}.`);
  return pairings.filter(({ name }) => Columns[name]!.Primal! > 0.5);
};

const block = 10;

/** Which of one side are used at best, first come first: ten at a time, each worth more than all after it. */
const best = (
  side: 'family' | 'opening',
  size: number,
  pairings: Pairing[],
  families: (boolean | undefined)[],
): boolean[] => {
  const used: boolean[] = [];
  for (let from = 0; from < size; from += block) {
    const worth = (pairing: Pairing) => {
      const n = pairing[side] - from;
      return n >= 0 && n < block ? 2 ** (block - 1 - n) : 0;
    };
    const found = solve(
      pairings,
      worth,
      side === 'family' ? { families: used, openings: [] } : { families, openings: used },
    );
    for (let n = from; n < Math.min(from + block, size); n += 1) {
      used[n] = found.some((pairing) => pairing[side] === n);
    }
  }
  return used;
};

describe('on larger days, the plan and an exact solver agree on', () => {
  it.each(Array.from({ length: 40 }, (_, n) => n + 1))('day %i', (seed) => {
    const { families, team, openings } = madeDay(seed);
    const pairings = pairingsOf(families, openings);
    const { placements } = planMatch(families, team);

    const served = best('family', families.length, pairings, []);
    const most = solve(pairings, () => 1, { families: [], openings: [] }).length;
    expect(placements.map(({ referral }) => referral)).toEqual(
      families.filter((_, n) => served[n]).map(({ referral }) => referral),
    );
    expect(placements).toHaveLength(most);

    const used = best('opening', openings.length, pairings, served);
    expect(placements.map(({ specialist }) => specialist).sort()).toEqual(
      openings
        .filter((_, n) => used[n])
        .map(({ specialist }) => specialist.code)
        .sort(),
    );
  });
});
