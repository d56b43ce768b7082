import circuits from '../../data/circuits.json';
import type { AvailableSpecialist, WaitingFamily } from '../../src/rules/matching.ts';
import { addMs, type Instant } from '../../src/rules/time.ts';
import type { LocalSituation, ReferralNumber, SpecialistCode } from '../../src/rules/words.ts';

export interface Circuit {
  circuit: number;
  counties: string[];
}

export const missouri: readonly Circuit[] = circuits;

/** A repeatable stream of numbers from 0 up to 1 (mulberry32). */
export const dice = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

type Roll = () => number;

const pick = <Item>(roll: Roll, items: readonly Item[]): Item => items[Math.floor(roll() * items.length)]!;

/** Picks by shares that add up to 1. */
const pickByShare = <Item>(roll: Roll, shares: readonly (readonly [Item, number])[]): Item => {
  let left = roll();
  for (const [item, share] of shares) {
    left -= share;
    if (left < 0) return item;
  }
  return shares[0]![0];
};

const some = <Item>(roll: Roll, items: readonly Item[], share: number): Item[] =>
  items.filter(() => roll() < share);

const MINUTE = 60_000;
const start = '2026-10-01T00:00:00Z' as Instant;
const local: LocalSituation[] = ['delinquency', 'severe_emotional_disturbance'];

/** A made-up family somewhere in the circuits: mostly English and neglect, some of everything else. */
export const madeFamily = (roll: Roll, number: number, circuits: readonly Circuit[]): WaitingFamily => {
  const { circuit, counties } = pick(roll, circuits);
  return {
    referral: `R26-${String(number).padStart(6, '0')}` as ReferralNumber,
    program: pickByShare(roll, [
      ['IIS', 0.85],
      ['IFRS', 0.15],
    ]),
    priority: pickByShare(roll, [
      ['imminent', 0.3],
      ['high', 0.4],
      ['moderate', 0.3],
    ]),
    receivedAt: addMs(start, Math.floor(roll() * 14_400) * MINUTE),
    circuit,
    county: pick(roll, counties),
    language: pickByShare(roll, [
      [null, 0.5],
      ['en', 0.32],
      ['es', 0.12],
      ['vi', 0.03],
      ['bs', 0.03],
    ]),
    interpreterArranged: roll() < 0.1,
    situation: pickByShare(roll, [
      ['neglect', 0.4],
      ['abuse', 0.3],
      ['status_offense', 0.15],
      ['delinquency', 0.1],
      ['severe_emotional_disturbance', 0.05],
    ]),
  };
};

/** A made-up specialist: one circuit in most cases, else the next one too, some limited to counties, some away. */
export const madeSpecialist = (
  roll: Roll,
  number: number,
  circuits: readonly Circuit[],
): AvailableSpecialist => {
  const home = Math.floor(roll() * circuits.length);
  const served = circuits.slice(home, roll() < 0.9 ? home + 1 : home + 2);
  const program = roll() < 0.85 ? 'IIS' : 'IFRS';
  const places = program === 'IIS' ? 2 : 3;
  const openCases = Math.floor(roll() * (places + 1));
  return {
    code: `s${String(number).padStart(6, '0')}` as SpecialistCode,
    program,
    circuits: served.map(({ circuit }) => circuit),
    counties:
      roll() < 0.25
        ? some(
            roll,
            served.flatMap(({ counties }) => counties),
            0.6,
          )
        : [],
    languages: ['en', ...some(roll, ['es'], 0.15), ...some(roll, ['vi', 'bs'], 0.04)],
    takes: some(roll, local, 0.5),
    places,
    openCases,
    onLeaveUntil: roll() < 0.05 ? ('2026-10-20' as AvailableSpecialist['onLeaveUntil']) : null,
    idleSince: openCases === 0 && roll() < 0.1 ? null : addMs(start, -Math.floor(roll() * 120_000) * MINUTE),
  };
};
