import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { addFamilyToFins, reviewFamily, takeOffFins } from '../../src/desk/fins.ts';
import { finsList } from '../../src/desk/fins-list.ts';
import { type FinsSince, finsSince } from '../../src/desk/fins-since.ts';
import { assign } from '../../src/desk/match.ts';
import { backFromLeave, endWork, sendOnLeave } from '../../src/desk/specialists.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import { closeReferral, editReferral } from '../../src/desk/work-referral.ts';
import { type CensusDay, countsOf, inRank } from '../../src/rules/census.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { Priority, ReferralNumber, SpecialistCode } from '../../src/rules/words.ts';
import { at, day, eligible, monday, office, refer, refusal, screen, specialist } from '../office.ts';

const listed = async (desk: Desk, priority: Priority = 'high'): Promise<ReferralNumber> => {
  const id = await eligible(desk, { priority });
  await addFamilyToFins(desk, id, 'two evenings a week');
  return id;
};

const review = (desk: Desk, id: ReferralNumber, priority: Priority) =>
  reviewFamily(desk, id, { priority, decision: 'keep', note: null, reason: null });

const undoLast = async (desk: Desk) => undo(desk, (await considerUndo(desk, null)).entry.action, null);

const stayOf = ({ stays }: FinsSince, id: ReferralNumber) => stays.find(({ referral }) => referral === id)!;

const tuesday = '2026-10-06T14:00:00Z';
const wednesday = '2026-10-07T14:00:00Z';

/** What somebody who looks now sees of the list and the openings. */
async function census(desk: Desk): Promise<CensusDay> {
  const { lines, openings } = await finsList(desk);
  return { day: day(desk.now.slice(0, 10)), openings, families: inRank(lines) };
}

describe('what became of the list since a day', () => {
  it('tells who came and why, who left and where to, and who stayed', async () => {
    const desk = await office();
    const stays = await listed(desk, 'moderate');
    const notEligible = await refer(desk);
    await screen(desk, notEligible, { imminent_risk: 'no' });
    const later = at(desk, tuesday);
    const placed = await listed(later, 'imminent');
    await addFamilyToFins(later, notEligible.id, null);
    await takeOffFins(later, notEligible.id, { code: 'moved_away', note: 'to an aunt' });
    await review(later, stays, 'high');
    const last = at(desk, wednesday);
    await specialist(last, 'kim');
    const { assigned } = await assign(last, { only: [placed], program: null });
    const found = await finsSince(last, day('2026-10-06'));
    expect(countsOf(found.stays)).toEqual({ atStart: 1, came: 2, left: 2, now: 1 });
    expect(stayOf(found, stays)).toMatchObject({
      came: null,
      left: null,
      priority: 'high',
      priorityChanges: [{ at: tuesday, before: 'moderate', after: 'high' }],
      reviews: 1,
      reviewedAt: tuesday,
    });
    expect(stayOf(found, placed)).toMatchObject({
      came: { at: tuesday, by: 'KL', how: 'listed', status: 'eligible', denial: 'no_opening' },
      left: { at: wednesday, how: 'removed', reasonCode: 'placed' },
    });
    expect(stayOf(found, placed).left!.case).toEqual({ id: assigned[0]!.case, specialist: 'kim' });
    expect(stayOf(found, notEligible.id)).toMatchObject({
      came: { status: 'not_eligible', denial: null },
      left: { reasonCode: 'moved_away', note: 'to an aunt', case: null },
    });
    expect(found.start.families.map(({ referral, priority }) => [referral, priority])).toEqual([
      [stays, 'moderate'],
    ]);
  });

  it('a family that left and was put back never left; one whose listing was undone is told', async () => {
    const desk = await office();
    const back = await listed(desk);
    const later = at(desk, tuesday);
    await takeOffFins(later, back, { code: 'moved_away', note: null });
    await undoLast(later);
    const wrong = await listed(later);
    await undoLast(later);
    const found = await finsSince(at(desk, wednesday), day('2026-10-06'));
    expect(stayOf(found, back)).toMatchObject({ came: null, left: null });
    expect(stayOf(found, wrong)).toMatchObject({ came: { how: 'listed' }, left: { how: 'taken_back' } });
    expect(countsOf(found.stays)).toEqual({ atStart: 1, came: 1, left: 1, now: 1 });
  });

  it('counts the openings that the list counts: not those of a program that nobody on it is referred to', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await specialist(desk, 'ifr', { program: 'IFRS' });
    const found = async () => (await finsSince(desk, day('2026-10-05'))).days.at(-1)!.openings;
    expect(await found()).toBe((await finsList(desk)).openings);
    const id = await listed(desk);
    expect(await found()).toBe((await finsList(desk)).openings);
    expect(await found()).toBe(2);
    await takeOffFins(desk, id, { code: 'moved_away', note: null });
    expect(await found()).toBe((await finsList(desk)).openings);
  });

  it('one that came, left and was put back came once, when it was listed', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const id = await listed(at(desk, tuesday));
    const later = at(desk, wednesday);
    await takeOffFins(later, id, { code: 'moved_away', note: null });
    await undoLast(later);
    const found = await finsSince(later, day('2026-10-06'));
    expect(stayOf(found, id)).toMatchObject({ came: { at: tuesday, how: 'listed' }, left: null });
  });

  it('what changed before a family came, or after it left, is no change on the list', async () => {
    const desk = await office();
    const id = await eligible(desk, { priority: 'moderate' });
    const to = (priority: Priority) => editReferral(desk, id, { facts: { priority } });
    await to('high');
    await addFamilyToFins(desk, id, null);
    await to('imminent');
    await takeOffFins(desk, id, { code: 'moved_away', note: null });
    await to('moderate');
    const found = await finsSince(desk, day('2026-10-05'));
    expect(stayOf(found, id)).toMatchObject({
      priority: 'imminent',
      priorityChanges: [{ before: 'high', after: 'imminent' }],
    });
  });

  it('one that had left before is put back since', async () => {
    const desk = await office();
    const id = await listed(desk);
    await takeOffFins(desk, id, { code: 'moved_away', note: null });
    await undoLast(at(desk, tuesday));
    const found = await finsSince(at(desk, wednesday), day('2026-10-06'));
    expect(stayOf(found, id)).toMatchObject({ came: { at: tuesday, how: 'put_back' }, left: null });
  });

  it('two stays of one family are two', async () => {
    const desk = await office();
    const id = await listed(desk);
    const later = at(desk, tuesday);
    await takeOffFins(later, id, { code: 'not_reached', note: null });
    await addFamilyToFins(later, id, null);
    const found = await finsSince(later, day('2026-10-06'));
    expect(found.stays.map(({ came, left }) => [came !== null, left !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('days on which nobody opened the program are as the day before, but for leaves that ended', async () => {
    const desk = await office();
    const kim = await specialist(desk, 'kim');
    const leave = { from: day('2026-10-05'), until: day('2026-10-07'), note: null };
    await sendOnLeave(desk, kim, leave, 'keep');
    await listed(desk);
    const { days } = await finsSince(at(desk, '2026-10-09T14:00:00Z'), day('2026-10-05'));
    expect(days.map(({ day: on, openings, families }) => [on, openings, families.length])).toEqual([
      ['2026-10-05', 0, 1],
      ['2026-10-06', 0, 1],
      ['2026-10-07', 0, 1],
      ['2026-10-08', 2, 1],
      ['2026-10-09', 2, 1],
    ]);
  });

  it('says from when on anything is known, and refuses a day to come', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const found = await finsSince(at(desk, tuesday), day('2026-09-01'));
    expect(found).toMatchObject({ recordsBegin: '2026-10-05', stays: [] });
    expect(found.days.map(({ day: on }) => on)).toEqual(['2026-10-05', '2026-10-06']);
    expect((await finsSince(desk, day('2026-10-05'))).recordsBegin).toBeNull();
    expect(await refusal(() => finsSince(desk, day('2026-10-06')))).toEqual({
      kind: 'invalid',
      code: 'bad_date',
    });
  });

  it('a time is of the office’s day, not of London’s', async () => {
    const desk = await office();
    const id = await listed(at(desk, '2026-10-06T03:00:00Z'));
    const found = await finsSince(at(desk, wednesday), day('2026-10-06'));
    expect(stayOf(found, id).came).toBeNull();
    expect(found.start.families).toHaveLength(1);
  });
});

type Step = (
  desk: Desk,
  ids: readonly ReferralNumber[],
  codes: readonly SpecialistCode[],
  n: number,
) => unknown;

const priorities: Priority[] = ['imminent', 'high', 'moderate'];
const pick = <T>(all: readonly T[], n: number): T => all[n % all.length]!;
const wish = { only: null, program: null };

const steps: Step[] = [
  (desk, ids, _, n) => addFamilyToFins(desk, pick(ids, n), null),
  (desk, ids, _, n) => takeOffFins(desk, pick(ids, n), { code: 'moved_away', note: null }),
  (desk, ids, _, n) => review(desk, pick(ids, n), pick(priorities, n)),
  (desk, ids, _, n) => editReferral(desk, pick(ids, n), { facts: { priority: pick(priorities, n + 1) } }),
  (desk) => assign(desk, wish),
  (desk, ids, _, n) => closeReferral(desk, pick(ids, n), { code: 'moved_away', note: null }),
  (desk, _, codes, n) => {
    const from = day(desk.now.slice(0, 10));
    return sendOnLeave(
      desk,
      pick(codes, n),
      { from, until: day('2026-10-08'), note: null },
      n % 2 ? 'keep' : 'give_back',
    );
  },
  (desk, _, codes, n) => backFromLeave(desk, pick(codes, n)),
  (desk, _, codes, n) =>
    endWork(
      desk,
      pick(codes, n),
      { on: day(desk.now.slice(0, 10)), reason: null },
      n % 2 ? 'keep' : 'give_back',
    ),
  (desk) => undoLast(desk),
  (desk) => undoLast(desk),
];

const refusedIsFine = async (work: () => unknown): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

describe('the list of a day gone by', () => {
  it('is what was seen that evening, whatever was done and taken back; and the counts add up from any day', async () => {
    const done = fc.record({
      kind: fc.nat(steps.length - 1),
      n: fc.nat(20),
      sleeps: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(done, { minLength: 5, maxLength: 25 }), async (script) => {
        const opened = await office();
        // What was there before is somebody else’s, so that undo stops at it.
        const begun = { ...opened, who: 'MO' };
        const codes = [await specialist(begun, 'kim'), await specialist(begun, 'lee')];
        const ids: ReferralNumber[] = [];
        for (let i = 0; i < 5; i += 1) ids.push(await eligible(begun, { priority: pick(priorities, i) }));
        let desk = opened;
        const seen: CensusDay[] = [];
        const nextDay = async () => {
          seen.push(await census(desk));
          desk = at(desk, new Date(Date.parse(desk.now) + 24 * 3_600_000).toISOString().replace('.000', ''));
        };
        for (const { kind, n, sleeps } of script) {
          await refusedIsFine(() => steps[kind]!(desk, ids, codes, n));
          for (let i = 0; i < sleeps; i += 1) await nextDay();
        }
        await nextDay();
        const { days } = await finsSince(desk, day(monday.slice(0, 10)));
        expect(days.slice(0, -1)).toEqual(seen);
        for (const [i, start] of seen.entries()) {
          if (i === 0) continue;
          const found = await finsSince(desk, start.day);
          expect([found.start, ...found.days.slice(0, -1)]).toEqual(seen.slice(i - 1));
          const counts = countsOf(found.stays);
          expect(counts.atStart).toBe(seen[i - 1]!.families.length);
          expect(counts.now).toBe(days.at(-1)!.families.length);
          expect(counts.atStart + counts.came - counts.left).toBe(counts.now);
        }
      }),
      { numRuns: 15 },
    );
  });
});
