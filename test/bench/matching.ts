import { byRank } from '../../src/rules/matching/order.ts';
import {
  type AvailableSpecialist,
  canServe,
  openingsOf,
  planMatch,
  type WaitingFamily,
} from '../../src/rules/matching.ts';
import { dice, madeFamily, madeSpecialist, missouri } from './made-families.ts';

export interface MatchingRow {
  families: number;
  openings: number;
  served: number;
  /** Milliseconds, the median of the runs. */
  ms: number;
  firstFitMs: number;
  firstFitServed: number;
  /** Families that the plan serves and first-fit leaves out while it serves one of lower rank in the circuit. */
  displaced: number;
}

/** Times the plan against plain first-fit on made-up families, with half as many openings, all over Missouri. */
const matchingBench = (size: number): MatchingRow => {
  const { families, specialists } = madeDay(size, size / 2);
  const runs = size >= 100_000 ? 5 : 50;
  const plan = timed(runs, () => planMatch(families, specialists));
  const planned = new Map(plan.result.placements.map(({ referral, specialist }) => [referral, specialist]));
  const fit = timed(runs, () => firstFit(families, specialists));
  return {
    families: size,
    openings: specialists.reduce((sum, specialist) => sum + openingsOf(specialist), 0),
    served: planned.size,
    ms: plan.ms,
    firstFitMs: fit.ms,
    firstFitServed: fit.result.size,
    displaced: displacedBy(families, new Set(planned.keys()), fit.result),
  };
};

const madeDay = (size: number, openings: number) => {
  const roll = dice(size);
  const families = Array.from({ length: size }, (_, n) => madeFamily(roll, n, missouri));
  const specialists: AvailableSpecialist[] = [];
  for (let open = 0; open < openings; ) {
    const specialist = madeSpecialist(roll, specialists.length, missouri);
    open += openingsOf(specialist);
    specialists.push(specialist);
  }
  return { families, specialists };
};

/** What a desk does without a plan: down the list, whoever comes first of those who fit. */
const firstFit = (families: readonly WaitingFamily[], specialists: readonly AvailableSpecialist[]) => {
  const teams = new Map<number, { specialist: AvailableSpecialist; openings: number }[]>();
  for (const specialist of specialists) {
    const entry = { specialist, openings: openingsOf(specialist) };
    for (const circuit of new Set(specialist.circuits)) {
      teams.set(circuit, [...(teams.get(circuit) ?? []), entry]);
    }
  }
  const served = new Set<string>();
  for (const family of [...families].sort(byRank)) {
    const found = teams
      .get(family.circuit)
      ?.find((entry) => entry.openings > 0 && canServe(family, entry.specialist));
    if (!found) continue;
    found.openings -= 1;
    served.add(family.referral);
  }
  return served;
};

const displacedBy = (
  families: readonly WaitingFamily[],
  planned: ReadonlySet<string>,
  fitted: ReadonlySet<string>,
): number => {
  const lower = new Map<string, number>();
  let displaced = 0;
  for (const { referral, program, circuit } of [...families].sort(byRank).reverse()) {
    const team = `${program} ${circuit}`;
    const spare = lower.get(team) ?? 0;
    if (fitted.has(referral) && !planned.has(referral)) lower.set(team, spare + 1);
    if (planned.has(referral) && !fitted.has(referral) && spare > 0) {
      lower.set(team, spare - 1);
      displaced += 1;
    }
  }
  return displaced;
};

/** The median of so many runs, after half as many to warm up. */
const timed = <Result>(runs: number, run: () => Result) => {
  let result = run();
  for (let warm = 1; warm < runs / 2; warm += 1) result = run();
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now();
    result = run();
    return performance.now() - begin;
  });
  return { result, ms: times.sort((a, b) => a - b)[Math.floor(runs / 2)]! };
};

// Run by itself for each number of families, which it is given.
console.log(JSON.stringify(matchingBench(Number(process.argv[2]))));
