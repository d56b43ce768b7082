import { describe, expect, it } from 'vitest';
import { inRank } from '../../src/rules/census.ts';
import {
  type FamilyFacts,
  finsChanges,
  gainedInWords,
  inTheWayInWords,
  type ListState,
  lostInWords,
} from '../../src/rules/fins-changes.ts';
import type { AvailableSpecialist, WaitingFamily } from '../../src/rules/matching.ts';
import { at, day, specialist, family as waiting } from './matching-made.ts';

const family = (number: number, given: Partial<WaitingFamily> = {}) => ({
  ...waiting(number, given),
  status: 'eligible',
});

const one = family(1);
const changes = (
  then: readonly AvailableSpecialist[],
  now: readonly AvailableSpecialist[],
  families: { was?: FamilyFacts; now?: FamilyFacts } = {},
) =>
  finsChanges(
    one.referral,
    { families: [families.was ?? one], specialists: then },
    { families: [families.now ?? one], specialists: now },
  );

const kim = specialist('kim');
const full = specialist('kim', { openCases: 2 });
const away = specialist('kim', { onLeaveUntil: day('2026-10-09') });
const onlySpanish = family(1, { language: 'es' });

describe('who could not serve a family at the last look and can now', () => {
  it.each([
    { was: [], now: [kim], words: 'kim (new here)' },
    { was: [away], now: [kim], words: 'kim (back from leave)' },
    { was: [full], now: [kim], words: 'kim (has a place again)' },
    { was: [specialist('kim', { counties: ['Callaway'] })], now: [kim], words: 'kim (fits now)' },
  ])('$words', ({ was, now, words }) => {
    const { gained, lost, canServe } = changes(was, now);
    expect(gained.map(gainedInWords)).toEqual([words]);
    expect(lost).toEqual([]);
    expect(canServe).toEqual([{ specialist: 'kim', openings: 2 }]);
  });

  it('fits now, too, where it is the family that changed', () =>
    expect(changes([kim], [kim], { was: onlySpanish }).gained.map(gainedInWords)).toEqual([
      'kim (fits now)',
    ]));
});

describe('who could serve it then and can’t now', () => {
  it.each([
    { now: [], words: 'kim (no longer works here)', way: 'no_specialist' },
    { now: [away], words: 'kim (on leave until Oct 9, 2026)', way: 'leave' },
    { now: [full], words: 'kim (has no opening)', way: 'no_opening' },
    {
      now: [specialist('kim', { languages: ['vi'], counties: ['Callaway'] })],
      words: 'kim (no longer fits)',
      way: 'county',
    },
  ])('$words', ({ now, words, way }) => {
    const { gained, lost, inTheWay } = changes([kim], now);
    expect(lost.map(lostInWords)).toEqual([words]);
    expect(gained).toEqual([]);
    expect(inTheWay.map(({ kind }) => kind)).toContain(way);
  });

  it('a family whose county is not known any more can be served by nobody, and that is why', () =>
    expect(changes([kim], [kim], { now: { ...one, county: null, circuit: null } })).toMatchObject({
      lost: [{ specialist: 'kim', why: { kind: 'fits_no_more' } }],
      inTheWay: [{ kind: 'facts_missing', missing: ['county'] }],
    }));
});

it('a family that is not eligible can be served by nobody, has no rank, and that is why', () => {
  const found = changes([kim], [kim], { now: { ...one, status: 'not_eligible' } });
  expect(found).toMatchObject({
    rank: { before: 1, now: null, of: 0 },
    canServe: [],
    lost: [{ specialist: 'kim', why: { kind: 'fits_no_more' } }],
  });
  expect(found.inTheWay.map((way) => inTheWayInWords(way, 'America/Chicago'))).toEqual([
    'it is not eligible',
  ]);
});

it('nothing changed: nobody gained, nobody lost, and the same rank', () =>
  expect(changes([kim], [kim])).toEqual({
    rank: { before: 1, now: 1, of: 1 },
    gained: [],
    lost: [],
    canServe: [{ specialist: 'kim', openings: 2 }],
    inTheWay: [],
  }));

describe('rank on the list', () => {
  const early = { receivedAt: at('2026-10-01T14:00:00Z') };
  const list = [
    family(1, { priority: 'moderate', ...early }),
    family(2, { priority: 'high' }),
    family(3, { priority: 'high', ...early }),
    family(4, { priority: 'imminent' }),
    family(5, { program: 'IFRS', priority: 'moderate' }),
  ];

  it('goes by risk, then by the time received, each program for itself', () =>
    expect(inRank(list).map(({ referral, rank }) => `${referral.slice(-1)}: ${rank}`)).toEqual([
      '4: 1',
      '3: 2',
      '2: 3',
      '1: 4',
      '5: 1',
    ]));

  it('a risk that is not known counts as imminent, and stays not known', () =>
    expect(inRank([...list, { ...family(6, early), priority: null }])[0]).toEqual({
      referral: 'R26-0006',
      program: 'IIS',
      rank: 1,
      priority: null,
    }));

  it('one that is not eligible has none, takes none from others, and stands behind them', () => {
    const refused = { ...family(7, { priority: 'imminent', ...early }), status: 'not_eligible' };
    expect(inRank([refused, ...list]).map(({ referral, rank }) => `${referral.slice(-1)}: ${rank}`)).toEqual([
      '4: 1',
      '3: 2',
      '2: 3',
      '1: 4',
      '5: 1',
      '7: null',
    ]);
  });

  it('moves when those before it leave, and is of those who are there now', () => {
    const then: ListState = { families: list, specialists: [] };
    const now: ListState = { families: list.filter((_, i) => i !== 3), specialists: [] };
    expect(finsChanges(one.referral, then, now).rank).toEqual({ before: 4, now: 3, of: 3 });
  });
});
