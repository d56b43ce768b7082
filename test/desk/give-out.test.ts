import { describe, expect, it } from 'vitest';
import { givenOutOf, giveOut } from '../../src/desk/give-out.ts';
import { history } from '../../src/desk/history.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import type { Given } from '../../src/records/releases.ts';
import { office, refer, refusal } from '../office.ts';

const given: Given = {
  report: 'year',
  sfy: 2027,
  circuits: [13, 19],
  program: null,
  smallCells: 10,
  counts: new Map([
    ['source/all/referrals', 40],
    ['source/division/referrals', 33],
    ['source/community/referrals', 7],
  ]),
  hidden: new Set(['source/community/referrals', 'source/division/referrals']),
  sums: [['source/all/referrals', 'source/division/referrals', 'source/community/referrals']],
  others: new Map([['waits/contact/median', '20 h']]),
};

describe('what is given out', () => {
  it('is kept whole, in its year, with who gave it out and when', async () => {
    const desk = await office();
    expect(await giveOut(desk, given, [])).toBe(true);
    expect(await giveOut(desk, { ...given, sfy: 2026, circuits: null }, [])).toBe(true);
    expect(await givenOutOf(desk, 2027)).toEqual([{ ...given, id: 1, at: desk.now, by: desk.who }]);
    expect((await givenOutOf(desk, 2026))[0]).toMatchObject({
      sfy: 2026,
      circuits: null,
      counts: given.counts,
    });
    const { entries } = await history(desk, null, 1);
    expect(entries[0]!.changes[0]).toMatchObject({ table: 'report_release', before: null });
  });

  it('is not kept where more was given out meanwhile: it was looked at without that', async () => {
    const desk = await office();
    const seen = await givenOutOf(desk, 2027);
    expect(await giveOut(desk, given, seen)).toBe(true);
    expect(await giveOut(desk, { ...given, circuits: [13] }, seen)).toBe(false);
    expect(await givenOutOf(desk, 2027)).toHaveLength(1);
  });

  it('is never taken back, and passed over by undo', async () => {
    const desk = await office();
    await refer(desk);
    const { action } = (await history(desk, null, 1)).entries.at(-1)!;
    await giveOut(desk, given, []);
    expect((await considerUndo(desk, null)).entry.action).toBe(action);
    expect((await refusal(() => considerUndo(desk, action + 1))).code).toBe('given_out');
    expect((await refusal(() => undo(desk, action + 1, 'a mistake'))).code).toBe('given_out');
    expect(await givenOutOf(desk, 2027)).toHaveLength(1);
  });
});
