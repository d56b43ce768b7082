import { referralKeys, wordOfKey } from '../rules/search-keys.ts';
import type { CalendarDate } from '../rules/time.ts';
import { partsOf } from '../rules/word-fit.ts';
import { grouped, inChunks } from './columns.ts';
import { DERIVED, KEY_VERSION } from './key-version.ts';
import type { Db, RecordTables, Row } from './tables.ts';

type Values = Record<string, unknown> | null;

const keyedColumns = [
  'submitter_name',
  'submitter_organization',
  'submitter_phone',
  'submitter_email',
  'faces_number',
] as const;

/** The referral whose keys may be others, now that a row was written or removed. */
export function keysChangedOf(table: keyof RecordTables, before: Values, after: Values): number | null {
  if (table === 'person') return (after ?? before)?.referral_id as number;
  if (table !== 'referral' || after === null) return null;
  const isKeyed = keyedColumns.some((column) => (before?.[column] ?? null) !== after[column]);
  return isKeyed ? (after.id as number) : null;
}

/** Takes away the keys of a referral that is about to go. */
export async function dropSearchKeys(db: Db, referral: number): Promise<void> {
  const keys = await keysKept(db, referral);
  await db.deleteFrom('search_key').where('referral_id', '=', referral).execute();
  await dropUnusedWords(db, keys);
}

const keysKept = async (db: Db, referral: number): Promise<string[]> =>
  (await db.selectFrom('search_key').select('key').where('referral_id', '=', referral).execute()).map(
    ({ key }) => key,
  );

/** Brings the keys of a referral up to date with its rows. */
export async function keepSearchKeys(db: Db, referral: number): Promise<void> {
  const wanted = new Set((await keysOf(db, [referral])).map(({ key }) => key));
  const kept = new Set(await keysKept(db, referral));
  const gone = [...kept].filter((key) => !wanted.has(key));
  const fresh = [...wanted].filter((key) => !kept.has(key));
  if (gone.length > 0) {
    await db.deleteFrom('search_key').where('referral_id', '=', referral).where('key', 'in', gone).execute();
    await dropUnusedWords(db, gone);
  }
  await addKeys(
    db,
    fresh.map((key) => ({ key, referral_id: referral })),
  );
  await addWords(db, wordsOf(fresh));
}

/** Names that nobody has any more must not stay behind as words. */
async function dropUnusedWords(db: Db, gone: readonly string[]): Promise<void> {
  for (const word of wordsOf(gone)) {
    const used = await db
      .selectFrom('search_key')
      .select('key')
      .where('key', 'in', [`n:${word}`, `un:${word}`, `uo:${word}`])
      .limit(1)
      .executeTakeFirst();
    if (!used) await db.deleteFrom('name_part').where('word', '=', word).execute();
  }
}

const wordsOf = (keys: readonly string[]): string[] => [
  ...new Set(keys.flatMap((key) => wordOfKey(key) ?? [])),
];

interface KeyRow {
  key: string;
  referral_id: number;
}

/** The keys that these referrals should have. */
async function keysOf(db: Db, referrals: readonly number[]): Promise<KeyRow[]> {
  const people = await db.selectFrom('person').selectAll().where('referral_id', 'in', referrals).execute();
  const rows = await db
    .selectFrom('referral')
    .select(['id', ...keyedColumns])
    .where('id', 'in', referrals)
    .execute();
  const peopleOf = grouped(people, (person) => person.referral_id);
  return rows.flatMap((row) =>
    referralKeys({
      people: (peopleOf.get(row.id) ?? []).map(toSearched),
      submitter: {
        name: row.submitter_name,
        organization: row.submitter_organization,
        phone: row.submitter_phone,
        email: row.submitter_email,
      },
      faces: row.faces_number,
    }).map((key) => ({ key, referral_id: row.id })),
  );
}

const toSearched = ({ name, birth_date, phone, address, email }: Row<'person'>) => ({
  name,
  birthDate: birth_date as CalendarDate | null,
  phone,
  address,
  email,
});

const addKeys = (db: Db, rows: readonly KeyRow[]) =>
  inChunks(rows, async (some) => {
    await db.insertInto('search_key').values(some).execute();
    return [];
  });

const addWords = (db: Db, words: readonly string[]) =>
  inChunks(
    words.flatMap((word) => partsOf(word).map((part) => ({ part, word }))),
    async (some) => {
      await db
        .insertInto('name_part')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return [];
    },
  );

/** Makes the keys of every referral anew. Called in a transaction, so that nobody finds with half of them. */
export async function remakeSearchKeys(db: Db): Promise<void> {
  await db.deleteFrom('search_key').execute();
  await db.deleteFrom('name_part').execute();
  const words = new Set<string>();
  const referrals = await db.selectFrom('referral').select('id').orderBy('id').execute();
  await inChunks(referrals, async (some) => {
    const rows = await keysOf(
      db,
      some.map(({ id }) => id),
    );
    await addKeys(db, rows);
    for (const word of wordsOf(rows.map(({ key }) => key))) words.add(word);
    return [];
  });
  await addWords(db, [...words]);
  await db.deleteFrom('derived').where('name', '=', DERIVED).execute();
  await db.insertInto('derived').values({ name: DERIVED, version: KEY_VERSION }).execute();
}
