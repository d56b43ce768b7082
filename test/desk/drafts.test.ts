import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { dropDraft, keepDraft, openDrafts, refusedDraft } from '../../src/desk/drafts.ts';
import { history } from '../../src/desk/history.ts';
import { noteTapa, tapas } from '../../src/desk/tapas.ts';
import { day, office, refusedWhole } from '../office.ts';

const facts = {
  family: 'Dana Sample',
  agreedOn: day('2026-10-02'),
  writtenOn: null,
  county: null,
  worker: null,
};
const command = 'tapa add';

const begun = (desk: Desk): Promise<number> => keepDraft(desk, { id: null, kind: command, content: facts });

const left = async (desk: Desk): Promise<number> => (await openDrafts(desk, command)).length;

const asOther = (desk: Desk): Desk => ({ ...desk, who: 'MO' });

const changed = { kind: 'rule', code: 'changed_meanwhile' };

describe('a draft', () => {
  it('goes with what is saved from it, in one action', async () => {
    const desk = await office();
    const draft = await begun(desk);
    await noteTapa({ ...desk, draft }, facts);
    expect(await left(desk)).toBe(0);
    const last = await desk.store.db.selectFrom('journal_change').selectAll().execute();
    expect(last.filter(({ action_id }) => action_id === last.at(-1)!.action_id)).toMatchObject([
      { table_name: 'draft', after: null },
      { table_name: 'tapa', before: null },
    ]);
    expect((await history(desk, null, 1)).entries[0]!.changes).toMatchObject([{ table: 'tapa' }]);
  });

  it('stays where what it holds can’t be saved', async () => {
    const desk = await office();
    const draft = await begun(desk);
    const tomorrow = { ...facts, agreedOn: day('2026-10-06') };
    await refusedWhole(desk, () => noteTapa({ ...desk, draft }, tomorrow), {
      kind: 'invalid',
      code: 'bad_date',
    });
    expect(await left(desk)).toBe(1);
  });

  it('that two go on with is saved once: the second is told who saved it, or threw it away', async () => {
    const desk = await office();
    const other = asOther(desk);
    const inWords = async (draft: number) => (await refusedDraft(desk, draft)).facts.message;
    const once = await begun(desk);
    await noteTapa({ ...other, draft: once }, facts);
    await refusedWhole(desk, () => noteTapa({ ...desk, draft: once }, facts), changed);
    expect(await inWords(once)).toBe(
      'This draft was saved meanwhile, by action 2 (test by MO, Oct 5, 2026, 9:00 AM); nothing of yours was saved.',
    );
    const another = await begun(desk);
    await dropDraft(other, another);
    await refusedWhole(desk, () => noteTapa({ ...desk, draft: another }, facts), changed);
    expect(await inWords(another)).toMatch(/^This draft was thrown away meanwhile, by action 4 /);
    expect(await tapas(desk, { all: true })).toHaveLength(1);
  });

  it('that somebody else went on with is not written over: each keeps their own', async () => {
    const desk = await office();
    const id = await begun(desk);
    const theirs = { ...facts, county: 'Boone' };
    const mine = { ...facts, worker: 'Ann Example' };
    const kept = { id, kind: command, was: facts };
    expect(await keepDraft(asOther(desk), { ...kept, content: theirs })).toBe(id);
    expect(await keepDraft(desk, { ...kept, content: mine })).not.toBe(id);
    expect(await openDrafts(desk, command)).toMatchObject([{ content: theirs }, { content: mine }]);
    expect((await refusedDraft(desk, id)).facts).toMatchObject({
      code: 'changed_meanwhile',
      details: { draft: 'gone_on_with', who: 'MO' },
    });
  });

  it('that can’t go lets nothing be saved', async () => {
    const desk = await office();
    const draft = await begun(desk);
    await sql`create trigger full before delete on draft begin select raise(abort, 'full'); end`.execute(
      desk.store.db,
    );
    await expect(noteTapa({ ...desk, draft }, facts)).rejects.toThrow();
    expect(await tapas(desk, { all: true })).toEqual([]);
    expect(await left(desk)).toBe(1);
  });
});
