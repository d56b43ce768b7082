import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { keepDraft, openDrafts } from '../../src/desk/drafts.ts';
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
