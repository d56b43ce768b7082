import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { referralLines } from '../../src/desk/dossier.ts';
import { keepDraft } from '../../src/desk/drafts.ts';
import { addFamilyToFins, answerFcs, offerFcs, reviewFamily, takeOffFins } from '../../src/desk/fins.ts';
import { history } from '../../src/desk/history.ts';
import { assign } from '../../src/desk/match.ts';
import { changeSettings } from '../../src/desk/settings.ts';
import { specialistsToday } from '../../src/desk/specialist-list.ts';
import { backFromLeave, endWork, sendOnLeave } from '../../src/desk/specialists.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import {
  closeReferral,
  contactSubmitter,
  editReferral,
  keyIntoFaces,
  returnReferral,
} from '../../src/desk/work-referral.ts';
import { firstBrokenLink } from '../../src/records/journal-chain.ts';
import { referralByNumber } from '../../src/records/referrals.ts';
import { remakeSearchKeys } from '../../src/records/search-keys.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { ReferralNumber, SpecialistCode } from '../../src/rules/words.ts';
import {
  day,
  eligible,
  monday,
  office,
  refer,
  refusal,
  refusedWhole,
  screen,
  specialist,
} from '../office.ts';

const asOther = (desk: Desk): Desk => ({ ...desk, who: 'MO' });

const lastAction = async (desk: Desk): Promise<number> =>
  (await history(desk, null, 1)).entries.at(-1)?.action ?? 0;

const undoLast = async (desk: Desk): Promise<number> =>
  (await undo(desk, (await considerUndo(desk, null)).entry.action, null)).by;

type Rows = Record<string, unknown>;
const tables: string[] = [];

/** Every row of every record table, by table and id; places are made when needed and are nobody’s act. */
async function rowsOf({ store }: Desk): Promise<Rows> {
  if (tables.length === 0) {
    const all = (await store.db.introspection.getTables()).map(({ name }) => name);
    tables.push(
      ...all.filter((name) => !/^journal|^place$|^draft$|^search_key$|^name_part$|^derived$/.test(name)),
    );
  }
  const rows: Rows = {};
  for (const table of tables) {
    const found = await store.db
      .selectFrom(table as 'family')
      .selectAll()
      .execute();
    for (const row of found) {
      const { id } = row as { id?: number };
      rows[`${table} ${id}`] = row;
    }
  }
  return rows;
}

/** What families are found by: derived from the rows, and kept up with them. */
const keysOf = async ({ store }: Desk) => ({
  keys: await store.db.selectFrom('search_key').selectAll().orderBy('key').orderBy('referral_id').execute(),
  parts: await store.db.selectFrom('name_part').selectAll().orderBy('part').orderBy('word').execute(),
});

async function keysMadeAnew(desk: Desk) {
  await desk.store.db.transaction().execute((db) => remakeSearchKeys(db));
  return keysOf(desk);
}

const close = (desk: Desk, id: ReferralNumber) => closeReferral(desk, id, { code: 'moved_away', note: null });

describe('undo', () => {
  it('takes back the last thing that the person did, step by step, and never a draft or what others did', async () => {
    const desk = await office();
    const id = (await refer(desk)).id;
    const before = await rowsOf(desk);
    await editReferral(desk, id, { facts: { county: 'Callaway' } });
    const between = await rowsOf(desk);
    await editReferral(desk, id, { facts: { priority: 'moderate' } });
    await specialist(asOther(desk), 'kim');
    await keepDraft(desk, { id: null, kind: 'intake', content: {} });
    await undoLast(desk);
    expect(await rowsOf(desk)).toMatchObject(between);
    await undoLast(desk);
    expect(await rowsOf(desk)).toMatchObject(before);
    expect(await look(desk, firstBrokenLink)).toBeNull();
  });

  it('of an undo does it again, and keeps which action took back which', async () => {
    const desk = await office();
    const id = (await refer(desk)).id;
    await editReferral(desk, id, { facts: { county: 'Callaway' } });
    const done = await rowsOf(desk);
    const edit = await lastAction(desk);
    const by = await undoLast(desk);
    const again = await undo(desk, by, null);
    expect(await rowsOf(desk)).toEqual(done);
    const links = (await history(desk, null, 3)).entries.map(({ action, undoes, undoneBy }) => ({
      action,
      undoes,
      undoneBy,
    }));
    expect(links).toEqual([
      { action: edit, undoes: null, undoneBy: null },
      { action: by, undoes: edit, undoneBy: again.by },
      { action: again.by, undoes: by, undoneBy: null },
    ]);
  });

  it('of somebody else’s action needs a reason, which is kept', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const action = await lastAction(desk);
    await refusedWhole(desk, () => undo(asOther(desk), action, ' '), {
      kind: 'invalid',
      code: 'reason_needed',
    });
    await undo(asOther(desk), action, 'not hired');
    expect((await history(desk, null, 1)).entries.at(-1)).toMatchObject({ who: 'MO', note: 'not hired' });
  });

  it('gives no number again', async () => {
    const desk = await office();
    await refer(desk);
    await undoLast(desk);
    expect((await refer(desk)).id).toBe('R26-0002');
  });

  it('gives a place back, whether or not another specialist’s was made since', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const added = await lastAction(desk);
    await eligible(desk);
    await assign(desk, { only: null, program: null });
    await undoLast(desk);
    expect((await specialistsToday(desk))[0]).toMatchObject({ openings: 2 });
    await undo(desk, added, null);
    expect(await specialistsToday(desk)).toEqual([]);
  });
});

describe('undo is refused, and changes nothing,', () => {
  const refusedFor = async (desk: Desk, action: number, expected: string, kind = 'rule') =>
    refusedWhole(desk, () => undo(desk, action, 'why'), { kind, code: expected });

  it('where there is nothing, or no such action', async () => {
    const desk = await office();
    expect(await refusal(() => considerUndo(asOther(desk), null))).toMatchObject({ code: 'nothing_to_undo' });
    await refusedFor(desk, 77, 'no_such_action', 'not_found');
    await keepDraft(desk, { id: null, kind: 'intake', content: {} });
    await refusedFor(desk, await lastAction(desk), 'no_such_action', 'not_found');
  });

  it('twice', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const action = await lastAction(desk);
    await undo(desk, action, null);
    await refusedFor(desk, action, 'undone_already');
  });

  it('where the row was changed again, with who did it', async () => {
    const desk = await office();
    const id = (await refer(desk)).id;
    await editReferral(desk, id, { facts: { county: 'Callaway' } });
    const action = await lastAction(desk);
    await editReferral(asOther(desk), id, { facts: { priority: 'moderate' } });
    await refusedFor(desk, action, 'later_work');
    const error = await undo(desk, action, null).catch((thrown: Refusal) => thrown);
    expect((error as Refusal).facts.reasons).toEqual([
      `action ${action + 1} (test by MO, Oct 5, 2026, 9:00 AM) changed the same again`,
    ]);
    await undo(desk, action + 1, 'wrong');
    await undo(desk, action, null);
  });

  it('where later rows refer to one that it added', async () => {
    const desk = await office();
    const id = (await refer(desk)).id;
    const action = await lastAction(desk);
    await contactSubmitter(desk, id, { at: monday, outcome: 'no_answer', note: null });
    await refusedFor(desk, action, 'later_work');
    await undoLast(desk);
    await undo(desk, action, null);
    expect(await referralLines(desk, {})).toEqual([]);
  });

  it('where the place was taken meanwhile', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const first = await eligible(desk);
    await eligible(desk);
    await assign(desk, { only: null, program: null });
    await close(desk, first);
    const action = await lastAction(desk);
    await eligible(desk);
    await assign(desk, { only: null, program: null });
    await refusedFor(desk, action, 'later_work');
  });

  it('where what it belongs to is gone since', async () => {
    const desk = await office();
    const id = (await refer(desk)).id;
    const referred = await lastAction(desk);
    await contactSubmitter(desk, id, { at: monday, outcome: 'no_answer', note: null });
    const contactGone = await undoLast(desk);
    await undo(desk, referred, null);
    await refusedFor(desk, contactGone, 'later_work');
  });

  it('where a later step rests on where the referral stood', async () => {
    const desk = await office();
    const id = await eligible(desk);
    const action = await lastAction(desk);
    await addFamilyToFins(desk, id, null);
    await refusedFor(desk, action, 'later_work');
  });

  it('where the images were erased', async () => {
    const desk = await office();
    await refer(desk);
    const action = await lastAction(desk);
    await desk.store.db.updateTable('journal_change').set({ before: null, after: null }).execute();
    await refusedFor(desk, action, 'later_work');
  });
});

describe('any sequence of work, undo and redo', () => {
  type Step = { what: number; which: number };
  const step: fc.Arbitrary<Step> = fc.record({ what: fc.nat(21), which: fc.nat(30) });

  interface Who {
    id: ReferralNumber;
    other: ReferralNumber;
    name: SpecialistCode;
  }

  const today = day('2026-10-05');

  const work: ((desk: Desk, who: Who, n: number) => Promise<unknown>)[] = [
    (desk) => refer(desk),
    async (desk, { id }) => screen(desk, (await look(desk, (db) => referralByNumber(db, id)))!),
    async (desk, { id }) => screen(desk, (await look(desk, (db) => referralByNumber(db, id)))!),
    (desk, _, n) => specialist(desk, `s${n}x`),
    (desk) => assign(desk, { only: null, program: null }),
    (desk) => assign(desk, { only: null, program: null }),
    (desk, { id }) => addFamilyToFins(desk, id, 'evenings'),
    (desk, { id }) =>
      reviewFamily(desk, id, { priority: 'moderate', decision: 'fcs', note: null, reason: null }),
    (desk, { id }) => takeOffFins(desk, id, { code: 'need_met', note: null }),
    (desk, { id }) => offerFcs(desk, id, { on: today, note: null }),
    (desk, { id }) => answerFcs(desk, id, { answer: 'declined', on: today, note: null }),
    (desk, { id }) => close(desk, id),
    (desk, { id }) => returnReferral(desk, id, { code: 'wrong_circuit', note: null }),
    (desk, { id }) => editReferral(desk, id, { facts: { familyAgrees: true, county: 'Callaway' } }),
    (desk, { id }) => editReferral(desk, id, { facts: { caregivers: [] }, sameFamilyAs: null }),
    (desk, { id, other }) => editReferral(desk, id, { facts: {}, sameFamilyAs: other }),
    (desk, { id }) => contactSubmitter(desk, id, { at: monday, outcome: 'reached', note: null }),
    (desk, { id }) => keyIntoFaces(desk, id, { number: '7', on: today, denial: false }),
    (desk, _, n) => changeSettings(desk, { circuits: [n + 1] }),
    (desk, { name }) => endWork(desk, name, { on: today, reason: null }, 'give_back'),
    (desk, { name }) =>
      sendOnLeave(desk, name, { from: today, until: day('2026-10-09'), note: null }, 'keep'),
    (desk, { name }) => backFromLeave(desk, name),
  ];

  /** Whether it was done; a refusal changes nothing. */
  const tried = async (act: () => Promise<unknown>): Promise<boolean> => {
    const error = await act().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error !== null && !(error instanceof Refusal)) throw error;
    return error === null;
  };

  /** Somebody who is there; a step that needs one is left out where nobody is. */
  const pick = async (desk: Desk, n: number): Promise<Who | null> => {
    const ids = (await referralLines(desk, {})).map(({ referral }) => referral.id);
    const names = (await specialistsToday(desk)).map((one) => one.specialist.code);
    const [id, other, name] = [ids[n % ids.length], ids[(n >> 1) % ids.length], names[n % names.length]];
    return id && other && name ? { id, other, name } : null;
  };

  /** Each row that differs, as it was and as it is. */
  const delta = (before: Rows, after: Rows): [key: string, was: unknown, is: unknown][] =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, before[key], after[key]]);

  const takenBack = (rows: Rows, changes: ReturnType<typeof delta>): Rows =>
    Object.fromEntries(
      Object.entries({ ...rows, ...Object.fromEntries(changes) }).filter(([, row]) => row !== undefined),
    );

  it('leaves what a model of its steps says, always as a new action, and the chain holds', async () => {
    let undone = 0;
    const start: [Step, boolean][] = [0, 1, 3, 4].map((what) => [{ what, which: 4 }, false]);
    const some = fc.array(fc.tuple(step, fc.boolean()), { minLength: 8, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(some, async (steps) => {
        const desk = await office();
        const done = new Map<number, ReturnType<typeof delta>>();
        for (const [{ what, which }, isUndo] of [...start, ...steps]) {
          const [last, before] = [await lastAction(desk), await rowsOf(desk)];
          const target = Math.max(last - (which % 6), 1);
          const who = await pick(desk, which);
          if (!isUndo && !who && what !== 0 && what !== 3) continue;
          const acted = await tried(() =>
            isUndo ? undo(desk, target, null) : work[what]!(desk, who!, which % 4),
          );
          const after = await rowsOf(desk);
          if (!acted) expect([after, await lastAction(desk)]).toEqual([before, last]);
          else if (isUndo) {
            undone += 1;
            expect(await lastAction(desk)).toBe(last + 1);
            expect(after).toEqual(takenBack(before, done.get(target)!));
          }
          done.set(last + 1, delta(before, after));
        }
        await referralLines(desk, {});
        await specialistsToday(desk);
        expect(await look(desk, firstBrokenLink)).toBeNull();
        expect(await keysOf(desk)).toEqual(await keysMadeAnew(desk));
      }),
      { numRuns: 25 },
    );
    expect(undone).toBeGreaterThan(30);
  });
});
