import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { addFamilyToFins, offerFcs, reviewFamily, takeOffFins } from '../../src/desk/fins.ts';
import { sinceLastLook } from '../../src/desk/since-last-look.ts';
import { sendOnLeave } from '../../src/desk/specialists.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import { contactSubmitter, editReferral } from '../../src/desk/work-referral.ts';
import type { Priority, ReferralNumber } from '../../src/rules/words.ts';
import { at, day, eligible, monday, office, specialist } from '../office.ts';

const tuesday = '2026-10-06T14:00:00Z';
const wednesday = '2026-10-07T14:00:00Z';

const listed = async (desk: Desk, priority: Priority = 'high'): Promise<ReferralNumber> => {
  const id = await eligible(desk, { priority });
  await addFamilyToFins(desk, id, null);
  return id;
};

const review = (desk: Desk, id: ReferralNumber, note: string | null = null) =>
  reviewFamily(desk, id, { priority: 'high', decision: 'keep', note, reason: null });

describe('what changed since the last look at a family', () => {
  it('nothing, right after the review: what the review itself changed was seen in it', async () => {
    const desk = await office();
    const id = await listed(desk, 'moderate');
    await review(at(desk, tuesday), id, 'father is back');
    expect(await sinceLastLook(at(desk, tuesday), id)).toMatchObject({
      looked: { at: tuesday, review: { by: 'KL', decision: 'keep', note: 'father is back' } },
      changed: [],
      rank: { before: 1, now: 1, of: 1 },
      gained: [],
      lost: [],
    });
  });

  it('from being listed, where it was not reviewed yet', async () => {
    const desk = await office();
    const id = await listed(desk);
    expect((await sinceLastLook(at(desk, tuesday), id))!.looked).toMatchObject({ at: monday, review: null });
  });

  it('facts, contacts and offers, each once, as it was and as it is; and who came and went', async () => {
    const desk = await office();
    const kim = await specialist(desk, 'kim');
    const first = await listed(desk, 'imminent');
    const id = await listed(desk, 'moderate');
    await review(at(desk, tuesday), id);
    const later = at(desk, wednesday);
    await editReferral(later, id, { facts: { county: 'Callaway' } });
    await editReferral(later, id, { facts: { priority: 'imminent' } });
    await contactSubmitter(later, id, { at: later.now, outcome: 'message', note: 'call again' });
    await offerFcs(later, id, { on: day('2026-10-07'), note: null });
    await takeOffFins(later, first, { code: 'moved_away', note: null });
    await sendOnLeave(later, kim, { from: day('2026-10-07'), until: day('2026-10-09'), note: null }, 'keep');
    await specialist(later, 'lee');
    const since = (await sinceLastLook(later, id))!;
    expect(since.changed.map(({ table }) => table)).toEqual(['referral', 'contact', 'fcs_offer']);
    expect(since.changed[0]).toMatchObject({
      before: { county: 'Boone', priority: 'high' },
      after: { county: 'Callaway', priority: 'imminent' },
    });
    expect(since).toMatchObject({
      rank: { before: 2, now: 1, of: 1 },
      gained: [{ specialist: 'lee', why: 'new' }],
      lost: [{ specialist: 'kim', why: { kind: 'leave', until: '2026-10-09' } }],
      canServe: [{ specialist: 'lee', openings: 2 }],
    });
  });

  it('what was changed and taken back is no change; a review that was taken back was no look', async () => {
    const desk = await office();
    const id = await listed(desk);
    const later = at(desk, tuesday);
    await editReferral(later, id, { facts: { county: 'Callaway' } });
    await undo(later, (await considerUndo(later, null)).entry.action, null);
    expect((await sinceLastLook(later, id))!.changed).toEqual([]);
    await review(later, id);
    await undo(later, (await considerUndo(later, null)).entry.action, null);
    expect((await sinceLastLook(later, id))!.looked).toMatchObject({ at: monday, review: null });
  });

  it('is nothing to ask of a family that is not on the list', async () => {
    const desk = await office();
    expect(await sinceLastLook(desk, await eligible(desk))).toBeNull();
  });
});
