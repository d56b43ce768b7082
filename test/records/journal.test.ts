import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { historyOf } from '../../src/records/history.ts';
import { record, type Writing } from '../../src/records/journal.ts';
import { firstBrokenLink } from '../../src/records/journal-chain.ts';
import type { Store } from '../../src/records/store.ts';
import { eligible, everything, monday, office, specialist } from '../office.ts';

const act = { who: 'KL', at: monday, command: 'test', clock: 'IIS_NOW' } as const;

const set = (key: string, value: string) => (writing: Writing) => writing.insert('setting', { key, value });

const journal = (store: Store) => historyOf(store.db, null, 1000);

const store = async () => (await office()).store;

describe('what is written', () => {
  it('is kept with who, when, the command, and each row as it was and as it became', async () => {
    const kept = await store();
    const id = await record(kept, { ...act, note: 'first' }, set('a', '1'));
    await record(kept, { ...act, who: 'MO', clock: 'system' }, async ({ update, remove }) => {
      await update('setting', id, { value: '2' });
      await remove('setting', id);
    });
    const row = { id, key: 'a', value: '1' };
    const changed = { ...row, value: '2' };
    expect(await journal(kept)).toEqual([
      {
        ...{ action: 1, at: monday, who: 'KL', command: 'test', note: 'first', clockWasSet: true },
        ...{ undoes: null, undoneBy: null },
        changes: [{ table: 'setting', row: id, before: null, after: row }],
      },
      {
        ...{ action: 2, at: monday, who: 'MO', command: 'test', note: null, clockWasSet: false },
        ...{ undoes: null, undoneBy: null },
        changes: [
          { table: 'setting', row: id, before: row, after: changed },
          { table: 'setting', row: id, before: changed, after: null },
        ],
      },
    ]);
  });

  it('leaves no entry where it was nothing', async () => {
    const kept = await store();
    expect(await record(kept, act, async () => 7)).toBe(7);
    expect(await journal(kept)).toEqual([]);
  });

  it('leaves no change where a row has the value already', async () => {
    const kept = await store();
    const id = await record(kept, act, set('a', '1'));
    await record(kept, act, ({ update }) => update('setting', id, { key: 'a', value: '1' }));
    expect(await journal(kept)).toHaveLength(1);
  });

  it('is undone together with its entry when the work throws', async () => {
    const desk = await office();
    await record(desk.store, act, set('a', '1'));
    const before = await everything(desk);
    const failing = record(desk.store, act, async (writing) => {
      await set('b', '2')(writing);
      await writing.update('setting', 1, { value: '3' });
      throw new Error('and then something happened');
    });
    await expect(failing).rejects.toThrow('and then something happened');
    expect(await everything(desk)).toBe(before);
  });

  it('is refused where there is no such row', async () => {
    const kept = await store();
    await expect(record(kept, act, ({ update }) => update('setting', 9, { value: '1' }))).rejects.toThrow(
      'no row 9',
    );
    await expect(record(kept, act, ({ remove }) => remove('setting', 9))).rejects.toThrow('no row 9');
  });
});

describe('the chain of actions', () => {
  /** An office with a specialist and two eligible families: more than five actions. */
  const worked = async (): Promise<Desk> => {
    const desk = await office();
    await specialist(desk, 'kim');
    await eligible(desk);
    await eligible(desk);
    return desk;
  };

  /** What someone with the file can do who does not care for its rules. */
  const tamper = async (desk: Desk, ...statements: string[]) => {
    await sql`pragma foreign_keys = off`.execute(desk.store.db);
    for (const statement of statements) await sql.raw(statement).execute(desk.store.db);
  };

  const copyOf = (table: string, id: number, columns: string, values: string) =>
    `insert into ${table} (id, ${columns}) select ${id}, ${values} from ${table} where id = 2`;

  it('holds over everything that was done', async () => {
    expect(await look(await worked(), firstBrokenLink)).toBeNull();
  });

  const swapped = (column: string) =>
    `update journal_action set ${column} = (select ${column} from journal_action as o where o.id = 5 - journal_action.id) where id in (2, 3)`;
  const action = 'at, who, command, note, clock, salt, previous, digest';
  const change = 'action_id, table_name, row_id, before, after, salt, before_digest, after_digest';

  const tamperings: [what: string, action: number, ...statements: string[]][] = [
    ['who did it', 3, "update journal_action set who = 'XX' where id = 3"],
    ['when', 3, "update journal_action set at = '2026-10-05T14:00:01Z' where id = 3"],
    ['the command', 3, "update journal_action set command = 'other' where id = 3"],
    ['the note', 3, "update journal_action set note = 'other' where id = 3"],
    ['whose clock', 3, "update journal_action set clock = 'system' where id = 3"],
    ['which action it takes back', 3, 'update journal_action set undoes = 2 where id = 3'],
    ['the digest of an action', 3, "update journal_action set digest = 'ab' where id = 3"],
    ['the digest before it', 3, "update journal_action set previous = 'ab' where id = 3"],
    ['the first link', 1, "update journal_action set previous = 'ab' where id = 1"],
    [
      'a row as it became',
      2,
      `update journal_change set after = replace(after, 'Boone', 'Cole') where action_id = 2`,
    ],
    [
      'a row as it was',
      3,
      `update journal_change set before = replace(before, 'Boone', 'Cole') where action_id = 3`,
    ],
    ['a digest of a row', 3, "update journal_change set after_digest = 'ab' where action_id = 3"],
    ['which row it was', 3, 'update journal_change set row_id = 77 where action_id = 3'],
    ['which table it was', 3, "update journal_change set table_name = 'denial' where action_id = 3"],
    ['an image where there was none', 2, "update journal_change set before = '{}' where action_id = 2"],
    [
      'an action taken out',
      3,
      'delete from journal_change where action_id = 3',
      'delete from journal_action where id = 3',
    ],
    [
      'the first action taken out',
      1,
      'delete from journal_change where action_id = 1',
      'delete from journal_action where id = 1',
    ],
    [
      'an action taken out and the rest moved up',
      3,
      'delete from journal_change where action_id = 3',
      'delete from journal_action where id = 3',
      'update journal_change set action_id = action_id - 1 where action_id > 3',
      'update journal_action set id = id - 1 where id > 3',
    ],
    [
      'a change taken out',
      3,
      'delete from journal_change where id = (select max(id) from journal_change where action_id = 3)',
    ],
    ['a change added', 3, copyOf('journal_change', 900, change, change.replace('action_id', '3'))],
    [
      'a change of an action that is not there',
      900,
      copyOf('journal_change', 900, change, change.replace('action_id', '900')),
    ],
    ['an action added at the end', 6, copyOf('journal_action', 6, action, action)],
    ['two actions swapped', 2, ...['who', 'command', 'salt', 'previous', 'digest'].map(swapped)],
    ['the last action gone but for its rows', 5, 'delete from journal_action where id = 5'],
  ];

  it.each(tamperings)('shows at which action it was broken: %s', async (_, broken, ...statements) => {
    const desk = await worked();
    await tamper(desk, ...statements);
    expect(await look(desk, firstBrokenLink)).toMatchObject({ action: broken });
  });

  it('shows that an action stands on another past than its own', async () => {
    const desk = await worked();
    for (const [table, column] of [
      ['journal_action', 'id'],
      ['journal_change', 'action_id'],
    ] as const) {
      await tamper(desk, `create table kept_${table} as select * from ${table} where ${column} = 5`);
    }
    await tamper(
      desk,
      'delete from journal_change where action_id > 3',
      'delete from journal_action where id > 3',
    );
    await record(desk.store, act, set('a', '1'));
    await tamper(desk, 'insert into journal_action select * from kept_journal_action');
    await tamper(desk, 'insert into journal_change select * from kept_journal_change');
    expect(await look(desk, firstBrokenLink)).toEqual({ action: 5, what: 'the chain is cut' });
  });

  it('can’t show that the last actions were cut off whole, as its description says', async () => {
    const desk = await worked();
    await tamper(
      desk,
      'delete from journal_change where action_id > 3',
      'delete from journal_action where id > 3',
    );
    expect(await look(desk, firstBrokenLink)).toBeNull();
  });

  it('holds when a family’s images are erased, and goes on', async () => {
    const desk = await worked();
    await tamper(desk, 'update journal_change set before = null, after = null where referral_id = 1');
    expect(await look(desk, firstBrokenLink)).toBeNull();
    await eligible(desk);
    expect(await look(desk, firstBrokenLink)).toBeNull();
  });
});

describe('any sequence of writes', () => {
  type Step = { key: string; value: string } & { do: 'put' | 'drop' };
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('put' as const, 'put' as const, 'drop' as const),
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.string({ maxLength: 3 }),
  });
  const acts = fc.array(fc.record({ steps: fc.array(step, { maxLength: 5 }), throws: fc.boolean() }), {
    maxLength: 6,
  });

  const take = async ({ db, insert, update, remove }: Writing, { do: what, key, value }: Step) => {
    const row = await db.selectFrom('setting').select('id').where('key', '=', key).executeTakeFirst();
    if (what === 'drop') return row && remove('setting', row.id);
    return row ? update('setting', row.id, { value }) : insert('setting', { key, value });
  };

  it('is what the journal says it was: replayed, it gives the rows that are there, and the chain holds', async () => {
    const kept = await store();
    await fc.assert(
      fc.asyncProperty(acts, async (given) => {
        for (const { steps, throws } of given) {
          const work = record(kept, act, async (writing) => {
            for (const one of steps) await take(writing, one);
            if (throws) throw new Error('undone');
          });
          await work.catch((error: Error) => expect(error.message).toBe('undone'));
        }
        const replayed = new Map<number, unknown>();
        for (const { changes } of await historyOf(kept.db, null, 100_000)) {
          expect(changes).not.toEqual([]);
          for (const { row, before, after } of changes) {
            expect(replayed.get(row) ?? null).toEqual(before);
            if (after) replayed.set(row, after);
            else replayed.delete(row);
          }
        }
        const rows = await kept.db.selectFrom('setting').selectAll().orderBy('id').execute();
        expect([...replayed].sort(([a], [b]) => a - b).map(([, row]) => row)).toEqual(rows);
        expect(await firstBrokenLink(kept.db)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});
