import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidayRules from '../../data/holidays.json';
import { readPrograms } from '../../src/records/program-files.ts';
import type { Employed } from '../../src/rules/figures/at-work.ts';
import { type HolidayRules, holidayCalendar } from '../../src/rules/holidays.ts';
import { type Lived, replay, type World } from '../../src/rules/replay/replay.ts';
import { type RecordedWay, waitsOf } from '../../src/rules/replay/waits.ts';
import { withChange } from '../../src/rules/replay/what-if.ts';
import { addMs, DAY, HOUR, type Instant } from '../../src/rules/time.ts';
import type { ReferralNumber, SpecialistCode } from '../../src/rules/words.ts';

const from = '2026-07-01T05:00:00Z' as Instant;
const at = (days: number): Instant => addMs(from, Math.round(days * DAY));
const rules = {
  programs: readPrograms(join(process.cwd(), 'data', 'programs')),
  holidays: holidayCalendar(holidayRules as HolidayRules),
  zone: 'America/Chicago',
};

const specialist = (code: string, facts: Partial<Employed> = {}): Employed => ({
  code: code as SpecialistCode,
  program: 'IIS',
  circuits: [13],
  counties: [],
  languages: ['en'],
  takes: [],
  ended: null,
  addedAt: at(-100),
  leaves: [],
  ...facts,
});

/** Found eligible then, looked at an hour later and never served: it leaves after so many days. */
const family = (
  n: number,
  since: number,
  stays: number,
  more: Partial<RecordedWay['facts']> = {},
): RecordedWay => ({
  facts: {
    referral: `R26-${String(n).padStart(4, '0')}` as ReferralNumber,
    program: 'IIS',
    priority: 'high',
    receivedAt: at(since),
    circuit: 13,
    county: 'Boone',
    language: 'en',
    interpreterArranged: false,
    situation: 'neglect',
    ...more,
  },
  isEligible: false,
  standsSince: at(since + stays),
  foundEligible: [at(since)],
  deniedForNoOpening: [addMs(at(since), HOUR)],
  cases: [],
  stays: [],
});

const world = (
  ways: readonly RecordedWay[],
  employed: readonly Employed[],
  days: readonly number[],
): World => ({
  from,
  until: at(365),
  waits: waitsOf(ways, () => days.map((n) => n * DAY)),
  employed,
  before: [],
  rules,
});

const placed = (lived: Lived): string[] => [...lived.keys()].map(({ referral }) => referral).sort();

const ways = fc
  .array(
    fc.record({
      since: fc.double({ min: 0, max: 60, noNaN: true }),
      stays: fc.constantFrom(0.5, 3, 20),
      priority: fc.constantFrom('imminent' as const, 'high' as const, 'moderate' as const),
      language: fc.constantFrom('en', 'es'),
      county: fc.constantFrom('Boone', 'Callaway'),
    }),
    { maxLength: 25 },
  )
  .map((all) => all.map(({ since, stays, ...facts }, n) => family(n, since, stays, facts)));
const lengths = fc.array(fc.integer({ min: 2, max: 50 }), { minLength: 1, maxLength: 4 });
const kim = specialist('kim');
const more = (employed: readonly Employed[], change: number, languages = ['es']) =>
  withChange(employed, { change, languages }, { circuits: [13], program: 'IIS', from, zone: rules.zone });

describe('a year lived through again', () => {
  it('with nobody more and nobody fewer is the same', () =>
    fc.assert(
      fc.property(ways, lengths, (those, days) => {
        const one = world(those, [kim], days);
        expect(replay({ ...one, employed: more([kim], 0) })).toEqual(replay(one));
      }),
      { numRuns: 60 },
    ));

  it('never has more families with a specialist at once than there are places', () =>
    fc.assert(
      fc.property(ways, lengths, (those, days) => {
        const lived = [...replay(world(those, [kim, specialist('ana', { languages: ['en', 'es'] })], days))];
        for (const [, { at: moment, specialist: who }] of lived) {
          const there = lived.filter(
            ([wait, one]) => one.specialist === who && one.at <= moment && addMs(one.at, wait.holds) > moment,
          );
          expect(there.length).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    ));

  it('with enough specialists places everybody, at the first look', () =>
    fc.assert(
      fc.property(ways, lengths, (those, days) => {
        const lived = replay(world(those, more([kim], 30), days));
        expect(placed(lived)).toEqual(those.map(({ facts }) => facts.referral).sort());
        for (const [wait, one] of lived) expect(one.at <= wait.looks[0]!).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('without specialists places nobody', () =>
    fc.assert(
      fc.property(ways, lengths, (those, days) => {
        expect(placed(replay(world(those, more([kim], -1), days)))).toEqual([]);
      }),
      { numRuns: 20 },
    ));

  it('gives the first opening to the family at most risk among those who then wait', () => {
    // Two places are taken on day 0 for 10 days; on day 11 somebody looks, and two wait.
    const those = [
      family(1, 0, 1),
      family(2, 0, 1),
      family(3, 1, 20, { priority: 'moderate' }),
      family(4, 2, 20, { priority: 'imminent' }),
      family(5, 3, 20, { priority: 'moderate' }),
      family(6, 11, 20, { priority: 'high' }),
    ];
    const lived = replay(world(those, [kim], [10]));
    expect(placed(lived)).toEqual(['R26-0001', 'R26-0002', 'R26-0004', 'R26-0006']);
  });

  it('honors a leave, and a last day of work', () => {
    const away = specialist('kim', {
      leaves: [{ from: '2026-07-01', until: '2026-07-05', note: null } as never],
    });
    expect(placed(replay(world([family(1, 2, 1), family(2, 8, 1)], [away], [10])))).toEqual(['R26-0002']);
    const ended = specialist('kim', { ended: { on: '2026-07-06' as never, reason: null } });
    expect(placed(replay(world([family(1, 2, 1), family(2, 8, 1)], [ended], [10])))).toEqual(['R26-0001']);
  });

  it('looks in each circuit only when somebody looks there, unless they share a specialist', () => {
    const there = family(1, 0, 30, { circuit: 31, county: 'Greene' });
    const later = { ...there, deniedForNoOpening: [], cases: [] };
    const here = family(2, 5, 1);
    const greene = specialist('gus', { circuits: [31] });
    const apart = replay(world([later, here], [kim, greene], [10]));
    expect(placed(apart)).toEqual(['R26-0002']);
    const shared = replay(world([later, here], [specialist('kim', { circuits: [13, 31] })], [10]));
    expect(placed(shared)).toEqual(['R26-0001', 'R26-0002']);
  });
});
