import { rmSync } from 'node:fs';
import circuits from '../../data/circuits.json';
import { openStore } from '../../src/records/store.ts';
import { makePast, type PastCase, type PastReferral } from '../past.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const at = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const on = (ms: number): string => at(ms).slice(0, 10);

/** The same figures every time (Park & Miller, “Random number generators: good ones are hard to find”, 1988). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * A database in `file` of so many referrals a year, as many as SFY2021 had [001], in all 46 circuits from the first of the
 * state fiscal years on until the end of the last: contacted, screened, served, denied, listed, offered FCS.
 */
export async function madeYears(
  file: string,
  { first, last, aYear = 2328 }: { first: number; last: number; aYear?: number },
): Promise<void> {
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  await openStore(file, { create: true }).close();
  makePast(file, { referrals: years(first, last, aYear) });
}

function* years(first: number, last: number, aYear: number): Generator<PastReferral> {
  const roll = dice(first * 10_000 + aYear);
  const end = Date.UTC(last, 5, 30);
  for (let sfy = first; sfy <= last; sfy += 1) {
    const begin = Date.UTC(sfy - 1, 6, 1, 12);
    for (let i = 0; i < aYear; i += 1) yield referral(begin + (i * 364.5 * DAY) / aYear, end, roll);
  }
}

const priorities = ['imminent', 'imminent', 'high', 'high', 'moderate'] as const;

function referral(received: number, end: number, roll: () => number): PastReferral {
  const { circuit, counties } = circuits[Math.floor(roll() * circuits.length)]!;
  const contacted = received + roll() * 60 * HOUR;
  const screened = contacted + roll() * 30 * HOUR;
  const known: PastReferral = {
    receivedAt: at(received),
    source: roll() < 0.86 ? 'division' : 'community',
    circuit,
    county: counties[Math.floor(roll() * counties.length)]!,
    priority: priorities[Math.floor(roll() * priorities.length)]!,
    children: Array.from({ length: 1 + Math.floor(roll() * 4) }, () => Math.floor(roll() * 18)),
    contactedAt: at(contacted),
    screenings: [{ at: at(screened), result: 'eligible' }],
    ...(roll() < 0.97 ? { faces: true } : {}),
    ...(roll() < 0.1 ? { tapa: { on: on(received), writtenOn: on(received + roll() * 6 * DAY) } } : {}),
  };
  const luck = roll();
  if (luck < 0.688) return { ...known, cases: [served(screened, end, roll)] };
  if (luck < 0.748) return { ...known, ...listed(screened, end, roll) };
  if (luck < 0.986) {
    const reason = roll() < 0.3 ? 'safety_not_assured' : roll() < 0.5 ? 'family_unwilling' : 'not_eligible';
    // They are closed within days, or years of them would be due today.
    const ended = { status: 'closed' as const, at: at(screened + 4 * DAY), reason };
    const denials = [{ at: at(screened), reason, facesOn: on(screened + DAY) }];
    return { ...known, screenings: [{ at: at(screened), result: 'not_eligible' }], denials, ended };
  }
  return { ...known, ended: { status: 'withdrawn', at: at(screened + DAY), reason: 'need_met' } };
}

function served(from: number, end: number, roll: () => number): PastCase {
  const assigned = from + roll() * 2 * DAY;
  const seen = assigned + roll() * 28 * HOUR;
  const closed = seen + (21 + roll() * 29) * DAY;
  const open = { assignedAt: at(assigned), seenAt: at(seen) };
  return closed > end
    ? { ...open, startedOn: on(seen) }
    : { ...open, closedOn: on(closed), intact: roll() < 0.778 };
}

/** No opening: on the list, looked at again, and placed, offered FCS or taken off. */
function listed(from: number, end: number, roll: () => number): Partial<PastReferral> {
  const added = from + HOUR;
  const left = added + roll() ** 2 * 30 * DAY;
  const reviews = [];
  for (let look = added + roll() * 3 * DAY; look < left; look += roll() * 5 * DAY)
    reviews.push({ at: at(look) });
  const stay = { addedAt: at(added), reviews };
  if (left > end) return { fins: [stay] };
  if (roll() < 0.4) return { fins: [stay], cases: [served(left, end, roll)] };
  const answer = roll() < 0.5 ? ('accepted' as const) : ('declined' as const);
  const fins = [{ ...stay, removed: { at: at(left), reason: 'need_met' } }];
  return { fins, fcs: [{ on: on(left), answer, answeredOn: on(left + roll() * 5 * DAY) }] };
}
