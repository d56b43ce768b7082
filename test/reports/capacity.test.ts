import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { today } from '../../src/desk/desk.ts';
import { capacityReport } from '../../src/reports/capacity.ts';
import { headlineOf } from '../../src/reports/in-words.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { lossShare } from '../../src/rules/figures/erlang.ts';
import type { WhatIf } from '../../src/rules/replay/what-if.ts';
import { at, office } from '../office.ts';
import { makePast, type Past, type PastReferral } from '../past.ts';
import { expectSound, valueAt } from './held.ts';

const report = async (
  desk: Desk,
  asked: { sfy?: number; circuits?: number[]; program?: string; target?: number; whatIf?: WhatIf } = {},
) => {
  const made = await capacityReport(
    desk,
    scopeOf({ sfy: 2026, ...asked }, { today: today(desk), fund: desk.fund }),
    { target: asked.target ?? null, whatIf: asked.whatIf ?? null },
  );
  expectSound(made);
  return made;
};

/** An office that looks back at SFY2026 from August. */
const lookingBack = async (past: Past): Promise<Desk> => {
  const desk = at(await office(), '2026-08-03T14:00:00Z');
  makePast(desk.store.file, past);
  return desk;
};

const day = (n: number) => new Date(Date.UTC(2025, 6, 1, 15) + n * 86_400_000).toISOString().slice(0, 19);

/** Found eligible on day `n` of the year, and served for 35 days from then on. */
const served = (n: number, more: Partial<PastReferral> = {}): PastReferral => ({
  receivedAt: `${day(n - 1)}Z`,
  cases: [{ assignedAt: `${day(n)}Z`, closedOn: day(n + 35).slice(0, 10), closedAt: `${day(n + 35)}Z` }],
  ...more,
});

const listed = (n: number, more: Partial<PastReferral> = {}): PastReferral => ({
  receivedAt: `${day(n - 1)}Z`,
  fins: [{ addedAt: `${day(n)}Z`, removed: { at: `${day(n + 9)}Z`, reason: 'need_met' } }],
  ended: { status: 'closed', at: `${day(n + 9)}Z` },
  ...more,
});

describe('a year counted by hand', () => {
  const past = (): Past => ({
    specialists: [{ code: 'kim' }],
    referrals: [
      ...Array.from({ length: 10 }, (_, i) => served(2 + 36 * i, { cases: [caseOf('kim', 2 + 36 * i)] })),
      ...Array.from({ length: 4 }, (_, i) => listed(5 + 80 * i)),
      // Not eligible, another circuit, and the year before: none of the fourteen.
      { receivedAt: `${day(3)}Z`, denials: [{ at: `${day(4)}Z`, reason: 'family_unwilling' }] },
      listed(20, { county: 'Greene' }),
      listed(-30),
    ],
  });
  const caseOf = (specialist: string, n: number) => ({ ...served(n).cases![0]!, specialist });

  it('has its families, their load, and what Erlang makes of it', async () => {
    const made = await report(await lookingBack(past()), { circuits: [13] });
    expect(valueAt(made, 'load/IIS-13/eligible')).toBe(14);
    expect(valueAt(made, 'load/IIS-13/ended')).toBe(10);
    expect(valueAt(made, 'load/IIS-13/weeks')).toBe(5);
    // 14 families in 365 days, 35 days each; two places all year.
    expect(valueAt(made, 'load/IIS-13/load')).toBe(1.3);
    expect(valueAt(made, 'load/IIS-13/places')).toBe(2);
    expect(valueAt(made, 'opening/IIS-13/denied')).toBe(4);
    expect(valueAt(made, 'opening/IIS-13/share')).toBe(28.6);
    // a = 14 · 35 / 365; B(1) = a / (1 + a); B(2) = a · B(1) / (2 + a · B(1)).
    const a = (14 * 35) / 365;
    const one = a / (1 + a);
    const two = (a * one) / (2 + a * one);
    expect(lossShare(a, 2)).toBeCloseTo(two, 12);
    expect(valueAt(made, 'opening/IIS-13/erlang')).toBe(Math.round(1000 * two) / 10);
    expect(valueAt(made, 'specialists/IIS-13/now')).toBe(1);
    // Two places lose 28 %, four 3.6 %.
    expect(valueAt(made, 'specialists/IIS-13/needed')).toBe(2);
    expect(valueAt(made, 'curve/2/share')).toBeLessThan(5);
    expect(headlineOf(made).join('\n')).toMatch(
      /^Needed: 2 specialists \(\d to \d\), where there is 1; the next/m,
    );
  });

  it('needs more for a smaller target', async () => {
    const desk = await lookingBack(past());
    const needed = async (target: number) =>
      valueAt(await report(desk, { circuits: [13], target }), 'specialists/IIS-13/needed');
    expect(await needed(30)).toBe(1);
    expect(await needed(1)).toBe(3);
  });

  it('adds up over circuits, and says nothing of too few', async () => {
    const made = await report(await lookingBack(past()));
    expect(valueAt(made, 'load/IIS-all/eligible')).toBe(15);
    expect(valueAt(made, 'opening/IIS-all/denied')).toBe(5);
    const few = made.sections.find(({ id }) => id === 'specialists')!.rows.find(({ id }) => id === 'IIS-31')!;
    expect(few.figures[1]).toMatchObject({ kind: 'words', words: 'too few to say' });
    expect(valueAt(made, 'specialists/IIS-all/needed')).toBe(2);
  });
});

describe('an office in its first year', () => {
  // kim and lou from January 1 on; ten families, one every 14 days, for 35 days each.
  const past = (more: Partial<Past> = {}): Past => ({
    specialists: ['kim', 'lou'].map((code) => ({ code, addedAt: `${day(184)}Z` })),
    referrals: Array.from({ length: 10 }, (_, i) =>
      served(190 + 14 * i, {
        cases: [{ ...served(190 + 14 * i).cases![0]!, specialist: ['kim', 'lou'][i % 2]! }],
      }),
    ),
    ...more,
  });
  const made = async (of: Past) => report(await lookingBack(of), { circuits: [13] });

  it('is counted from the day on which its records begin, and says so', async () => {
    const first = await made(past());
    // 10 families in the 181 days from January 1 on; four places on each of them.
    expect(valueAt(first, 'load/IIS-13/load')).toBe(Math.round((10 * 10 * 35) / 181) / 10);
    expect(valueAt(first, 'load/IIS-13/places')).toBe(4);
    expect(valueAt(first, 'load/IIS-13/low')).toBe(Math.round((4.795 * 365) / 181));
    expect(first.sections.find(({ id }) => id === 'months')!.rows.map(({ id }) => id)).toEqual(
      ['all', '01', '02', '03', '04', '05', '06'].map((id) => (id === 'all' ? id : `2026-${id}`)),
    );
    expect(first.notes[0]).toMatch(/^Counted from Jan 1, 2026, when these records begin/);
  });

  it('of all circuits: one in which nobody came at first was quiet', async () => {
    const quiet = await made(
      past({ specialists: [...past().specialists!, { code: 'max', circuits: [31] }] }),
    );
    expect(valueAt(quiet, 'load/IIS-13/load')).toBe(1);
    expect(quiet.notes.join()).not.toContain('begin');
  });

  it('names no day on which a family came', async () => {
    const family = listed(100, { county: 'Greene' });
    const { notes } = await made(past({ referrals: [...past().referrals!, family] }));
    expect(notes[0]).toMatch(/^Counted from Oct 2025, when/);
  });

  it('knows nothing of a year before them', async () => {
    const desk = await lookingBack(past());
    const before = await report(desk, { circuits: [13], sfy: 2025 });
    expect(before.notes[0]).toMatch(/^These records begin in Jan 2026/);
  });
});

describe('the year with other specialists', () => {
  // One specialist, two places, held for 35 days from days 10 and 12 on. On day 20 three more come: one moderate, one at
  // imminent risk, one who needs Spanish. They are reviewed on days 22 and 24, and leave the list on day 29.
  const wait = (n: number, more: Partial<PastReferral> & Pick<PastReferral, 'priority'>): PastReferral => ({
    receivedAt: `${day(n - 1)}Z`,
    fins: [
      {
        addedAt: `${day(n)}Z`,
        removed: { at: `${day(n + 9)}Z`, reason: 'need_met' },
        reviews: [2, 4].map((d) => ({ at: `${day(n + d)}Z`, priority: more.priority! })),
      },
    ],
    ended: { status: 'closed', at: `${day(n + 9)}Z` },
    ...more,
  });
  const past = (): Past => ({
    specialists: [{ code: 'kim' }],
    referrals: [
      served(10, { cases: [{ ...served(10).cases![0]!, specialist: 'kim' }] }),
      served(12, { cases: [{ ...served(12).cases![0]!, specialist: 'kim' }] }),
      wait(20, { priority: 'moderate' }),
      wait(20, { priority: 'imminent', county: 'Callaway' }),
      wait(20, { priority: 'imminent', language: 'es' }),
    ],
  });
  const changed = async (change: number, languages: string[] = []) =>
    report(await lookingBack(past()), { circuits: [13], whatIf: { change, circuit: null, languages } });
  const placed = (made: Awaited<ReturnType<typeof changed>>, row = 'what-if/all') =>
    ['both', 'gained', 'lost', 'neither'].map((column) => valueAt(made, `${row}/${column}`));

  it('is the year as it was where nothing changes', async () => {
    const made = await changed(0);
    expect(placed(made)).toEqual([2, 0, 0, 3]);
    expect([valueAt(made, 'replay/recorded/placements'), valueAt(made, 'replay/same/placements')]).toEqual([
      2, 2,
    ]);
    expect(valueAt(made, 'replay/more/placements')).toBe(0);
  });

  it('places whom one more could serve: not who needs Spanish', async () => {
    const made = await changed(1);
    expect(placed(made)).toEqual([2, 2, 0, 1]);
    expect(placed(made, 'what-if/moderate')).toEqual([0, 1, 0, 0]);
    expect(placed(made, 'what-if-language/es')).toEqual([0, 0, 0, 1]);
    expect(valueAt(made, 'what-if-county/Callaway/gained')).toBe(1);
  });

  it('places first who is at imminent risk, where one more speaks Spanish', async () => {
    const made = await changed(1, ['es']);
    expect(placed(made)).toEqual([2, 2, 0, 1]);
    expect(placed(made, 'what-if/imminent')).toEqual([0, 2, 0, 0]);
    expect(placed(made, 'what-if/moderate')).toEqual([0, 0, 0, 1]);
  });

  it('with one fewer places nobody, and with two more everybody who can be', async () => {
    expect(placed(await changed(-1))).toEqual([0, 0, 2, 3]);
    expect(placed(await changed(2, ['es']))).toEqual([2, 3, 0, 0]);
  });
});
