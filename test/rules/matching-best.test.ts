import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AvailableSpecialist,
  canServe,
  openingsOf,
  planMatch,
  type WaitingFamily,
} from '../../src/rules/matching.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import { at, day, family, specialist } from './matching-made.ts';

const someFamily = fc.record({
  program: fc.constantFrom('IIS', 'IIS', 'IFRS'),
  priority: fc.constantFrom('imminent', 'high', 'moderate'),
  receivedAt: fc.constantFrom(at('2026-10-05T14:00:00Z'), at('2026-10-05T15:00:00Z')),
  circuit: fc.constantFrom(13, 13, 19),
  county: fc.constantFrom('Boone', 'Callaway'),
  language: fc.constantFrom(null, 'en', 'es', 'vi'),
  interpreterArranged: fc.boolean(),
  situation: fc.constantFrom(null, 'neglect', 'delinquency'),
});

const someSpecialist = fc.record({
  program: fc.constantFrom('IIS', 'IIS', 'IFRS'),
  circuits: fc.constantFrom([13], [13, 19], [19]),
  counties: fc.constantFrom([], [], ['Boone'], ['Boone', 'Callaway']),
  languages: fc.subarray(['en', 'es', 'vi']),
  takes: fc.subarray(['delinquency'] as const),
  places: fc.integer({ min: 1, max: 3 }),
  openCases: fc.integer({ min: 0, max: 2 }),
  onLeaveUntil: fc.constantFrom(null, null, null, day('2026-10-09')),
  idleSince: fc.constantFrom(null, at('2026-08-01T12:00:00Z'), at('2026-09-01T12:00:00Z')),
});

/** One circuit and program, nobody away, and half of the families asking for something: much to change round. */
const crowdedFamily = fc.record({
  priority: fc.constantFrom('imminent', 'high', 'moderate'),
  county: fc.constantFrom('Boone', 'Callaway'),
  language: fc.constantFrom(null, null, 'es'),
});

const crowdedSpecialist = fc.record({
  counties: fc.constantFrom([], ['Boone'], ['Callaway']),
  languages: fc.constantFrom(['en'], ['es'], ['es']),
  places: fc.constantFrom(1, 1, 2),
  idleSince: fc.constantFrom(null, at('2026-08-01T12:00:00Z'), at('2026-09-01T12:00:00Z')),
});

const dayOf = (someone: fc.Arbitrary<object>, anyone: fc.Arbitrary<object>) =>
  fc
    .tuple(fc.array(someone, { maxLength: 6, size: 'max' }), fc.array(anyone, { maxLength: 4, size: 'max' }))
    .map(([families, team]) => ({
      families: families.map((given, n) => family(n + 1, given)),
      team: team.map((given, n) => specialist(`s${n}`, given)),
    }));

const someDay = fc.oneof(dayOf(someFamily, someSpecialist), dayOf(crowdedFamily, crowdedSpecialist));

/** Every family's specialist or none, in one order of rank. */
type Assignment = (AvailableSpecialist | null)[];

const everyAssignment = (families: WaitingFamily[], team: AvailableSpecialist[]): Assignment[] => {
  let all: Assignment[] = [[]];
  for (const waiting of families) {
    all = all.flatMap((so) =>
      [null, ...team]
        .filter((one) => one === null || (canServe(waiting, one) && count(so, one) < openingsOf(one)))
        .map((one) => [...so, one]),
    );
  }
  return all;
};

const count = (assignment: Assignment, one: AvailableSpecialist) =>
  assignment.filter((other) => other === one).length;

/** How preferred an opening is, as text that sorts. */
const preference = (one: AvailableSpecialist, nth: number) =>
  `${one.openCases + nth} ${one.idleSince ?? '0'} ${one.code}`;

const rank = ({ priority, receivedAt, referral }: WaitingFamily) =>
  `${{ imminent: 1, high: 2, moderate: 3 }[priority]} ${receivedAt} ${referral}`;

const inRank = (families: WaitingFamily[]) => families.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));

/** What makes one plan better than another, the weightiest first; the smallest text is the best. */
const merits = (assignment: Assignment, team: AvailableSpecialist[]) => {
  const openings = team
    .flatMap((one) =>
      Array.from({ length: openingsOf(one) }, (_, n) => ({ one, n, key: preference(one, n) })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const used = assignment.map((one, n) => one && preference(one, count(assignment.slice(0, n), one)));
  return {
    families: assignment.map((one) => (one ? 'a' : 'b')).join(''),
    places: openings.map(({ one, n }) => (n < count(assignment, one) ? 'a' : 'b')).join(''),
    pairs: used.join('|'),
  };
};

const bestOf = (families: WaitingFamily[], team: AvailableSpecialist[]) =>
  everyAssignment(families, team)
    .map((assignment) => merits(assignment, team))
    .reduce((best, next) => (text(next) < text(best) ? next : best));

const text = ({ families, places, pairs }: ReturnType<typeof merits>) => `${families} ${places} ${pairs}`;

const assignmentOf = (families: WaitingFamily[], team: AvailableSpecialist[]): Assignment => {
  const { placements } = planMatch(families, team);
  return inRank(families).map(({ referral }) => {
    const placement = placements.find((one) => one.referral === referral);
    return team.find(({ code }) => code === placement?.specialist) ?? null;
  });
};

const check = (holds: (families: WaitingFamily[], team: AvailableSpecialist[]) => void, runs = 300) =>
  fc.assert(
    fc.property(someDay, ({ families, team }) => holds(families, team)),
    { numRuns: runs },
  );

describe('a plan for any day', () => {
  it('serves the best families, with the best openings, in the best pairs, of all plans there are', () => {
    check((families, team) => {
      const found = merits(assignmentOf(families, team), team);
      expect(found).toEqual(bestOf(inRank(families), team));
    }, 2000);
  });

  it('serves as many families as can be served', () => {
    check((families, team) => {
      const most = Math.max(
        ...everyAssignment(families, team).map((assignment) => assignment.filter((one) => one).length),
      );
      expect(planMatch(families, team).placements).toHaveLength(most);
    });
  });

  it('places only where it fits, and never more than the openings', () => {
    check((families, team) => {
      const assignment = assignmentOf(families, team);
      for (const [n, waiting] of inRank(families).entries()) {
        const one = assignment[n];
        if (one) expect(canServe(waiting, one)).toBe(true);
      }
      for (const one of team) expect(count(assignment, one)).toBeLessThanOrEqual(openingsOf(one));
    });
  });

  it('names every family once, in order of rank, with a reason or a blocker', () => {
    check((families, team) => {
      const { placements, unserved } = planMatch(families, team);
      const order = inRank(families).map(({ referral }) => referral);
      const place = ({ referral }: { referral: string }) => order.indexOf(referral as ReferralNumber);
      for (const list of [placements, unserved]) {
        expect(list.map(place)).toEqual(list.map(place).sort((a, b) => a - b));
      }
      expect([...placements, ...unserved].map(place).sort()).toEqual(order.map((_, n) => n));
      for (const { why } of placements) expect(why).not.toHaveLength(0);
      for (const { blockers } of unserved) expect(blockers).not.toHaveLength(0);
    });
  });

  it('is the same whatever order the lists come in, and leaves them as they were', () => {
    const shuffled = someDay.chain((one) =>
      fc.record({
        one: fc.constant(one),
        families: fc.shuffledSubarray(one.families, { minLength: one.families.length }),
        team: fc.shuffledSubarray(one.team, { minLength: one.team.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, families, team }) => {
        const before = structuredClone({ families, team });
        expect(planMatch(families, team)).toEqual(planMatch(one.families, one.team));
        expect({ families, team }).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the reasons on any day', () => {
  it('claim only what is so', () => {
    check((families, team) => {
      const { placements } = planMatch(families, team);
      const given = new Map<string, number>();
      for (const { referral, specialist: code, why } of placements) {
        const waiting = families.find((one) => one.referral === referral)!;
        const chosen = team.find((one) => one.code === code)!;
        const able = team.filter((one) => openingsOf(one) > 0 && canServe(waiting, one));
        const cases = (one: AvailableSpecialist) => one.openCases + (given.get(one.code) ?? 0);
        const free = able.filter((one) => cases(one) < one.places);
        for (const reason of why) {
          if (reason.kind === 'only_one') expect(able).toEqual([chosen]);
          if (reason.kind === 'last_opening') {
            expect(free).toEqual([chosen]);
            expect(reason.of).toBe(able.length);
          }
          if (reason.kind === 'open_cases') {
            expect(reason.openCases).toBe(cases(chosen));
            expect(reason.planned).toBe(given.get(code) ?? 0);
            if (reason.fewest) expect(Math.min(...free.map(cases))).toBe(cases(chosen));
          }
          if (reason.kind === 'idle_longest') {
            const level = free.filter((one) => cases(one) === cases(chosen));
            const idle = level.map((one) => one.idleSince ?? '');
            expect(reason.of).toBe(level.length);
            expect(idle.sort()[0]).toBe(chosen.idleSince ?? '');
            expect(reason.tied).toBe(idle.filter((since) => since === (chosen.idleSince ?? '')).length > 1);
          }
          if (reason.kind === 'kept_free') {
            const later = placements.findIndex((one) => one.referral === reason.for);
            expect(placements[later]!.specialist).toBe(reason.specialist);
            expect(later).toBeGreaterThan(placements.findIndex((one) => one.referral === referral));
            expect(free.map((one) => one.code)).toContain(reason.specialist);
          }
        }
        given.set(code, (given.get(code) ?? 0) + 1);
      }
    }, 2000);
  });

  it('count as given away only openings of fitting specialists that go to families higher up', () => {
    check((families, team) => {
      const { placements, unserved } = planMatch(families, team);
      const order = inRank(families).map(({ referral }) => referral);
      for (const { referral, blockers } of unserved) {
        const waiting = families.find((one) => one.referral === referral)!;
        const fitting = team.filter((one) => canServe(waiting, one)).map(({ code }) => code);
        const given = placements.filter((placement) => fitting.includes(placement.specialist));
        const planned = blockers.map((blocker) => (blocker.kind === 'no_opening' ? blocker.planned : 0));
        expect(Math.max(...planned)).toBe(given.length);
        for (const one of given) expect(order.indexOf(one.referral)).toBeLessThan(order.indexOf(referral));
      }
    }, 1000);
  });

  it('blame an ask only on specialists who fail it, and name as free only those with an opening left', () => {
    check((families, team) => {
      const { placements, unserved } = planMatch(families, team);
      for (const { referral, blockers } of unserved) {
        const waiting = families.find((one) => one.referral === referral)!;
        for (const blocker of blockers) {
          if (!('free' in blocker)) continue;
          for (const code of blocker.free) {
            const one = team.find((other) => other.code === code)!;
            const taken = placements.filter((placement) => placement.specialist === code).length;
            expect(canServe(waiting, one)).toBe(false);
            expect(openingsOf(one)).toBeGreaterThan(taken);
          }
        }
      }
    });
  });
});
