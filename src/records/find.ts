import { type RawBuilder, sql } from 'kysely';
import type { Meaning, Term } from '../rules/find-terms.ts';
import { namePoints, phonePoints, points } from '../rules/finding.ts';
import { partsLookedFor, wordFitter, wordPoints } from '../rules/word-fit.ts';
import type { CaseNumber } from '../rules/words.ts';
import { grouped, inChunks } from './columns.ts';
import { keyOfFamily } from './referrals.ts';
import type { Db } from './tables.ts';

/** So many words are looked at that a typed one may stand for; further ones fit it least. */
const MOST_WORDS = 300;
const MOST_PARTS = 3000;

/** Above every sign that a key can go on with. */
const END = '\u{10ffff}';

export interface Candidates {
  /** The row ids of those that fit best by their keys, at most as many as asked for, the newest of equals first. */
  keys: number[];
  /** How many fit in all. */
  total: number;
}

/** A look-up of one meaning of one term: the referrals it gives, and how much that tells. */
type Probe = RawBuilder<unknown>;

/** The referrals that fit every term, by their keys. */
export async function findCandidates(db: Db, terms: readonly Term[], most: number): Promise<Candidates> {
  const probes: Probe[] = [];
  for (const [at, { may }] of terms.entries()) {
    const found: Probe[] = [];
    for (const meaning of may) found.push(...(await probesOf(db, meaning, at)));
    if (found.length === 0) return { keys: [], total: 0 };
    probes.push(...found);
  }
  if (probes.length === 0) return { keys: [], total: 0 };
  const { rows } = await sql<{ referral_id: number; total: number }>`
    select referral_id, count(*) over () as total
    from (
      select referral_id, term, max(points) as points
      from (${sql.join(probes, sql` union all `)}) as probe
      group by referral_id, term
    ) as met
    group by referral_id
    having count(*) = ${sql.lit(terms.length)}
    order by sum(points) desc, referral_id desc
    limit ${sql.lit(most)}`.execute(db);
  return { keys: rows.map((row) => row.referral_id), total: rows[0]?.total ?? 0 };
}

const worth = (at: number, points: number) => sql`${sql.lit(at)} as term, ${sql.lit(points)} as points`;

const withKeys = (keys: readonly string[], at: number, points: number): Probe =>
  sql`select referral_id, ${worth(at, points)} from search_key where key in (${sql.join(keys)})`;

const between = (from: string, to: string, at: number, points: number): Probe =>
  sql`select referral_id, ${worth(at, points)} from search_key where key > ${from} and key <= ${to}`;

const beginning = (key: string, at: number, points: number): Probe[] => [
  withKeys([key], at, points),
  between(key, `${key}${END}`, at, points),
];

async function probesOf(db: Db, meaning: Meaning, at: number): Promise<Probe[]> {
  switch (meaning.kind) {
    case 'word':
      return wordProbes(db, meaning.word, at);
    case 'born':
      return [between(`b:${meaning.after}`, `b:${meaning.until}`, at, points[meaning.said])];
    case 'phone': {
      const digits = [...meaning.digits].reverse().join('');
      const worth = phonePoints(meaning.digits);
      return [...beginning(`r:${digits}`, at, worth), ...beginning(`ur:${digits}`, at, worth)];
    }
    case 'email':
      return ['e', 'ue'].flatMap((kind) => [
        withKeys([`${kind}:${meaning.text}`], at, points.email),
        between(`${kind}:${meaning.text}`, `${kind}:${meaning.text}${END}`, at, points.emailBegins),
      ]);
    case 'faces':
      return [withKeys([`f:${meaning.number}`], at, points.faces)];
    case 'referral': {
      const year = meaning.year === null ? sql`` : sql` and year = ${meaning.year}`;
      return [
        sql`select id as referral_id, ${worth(at, points.referral)} from referral where sequence = ${meaning.sequence}${year}`,
      ];
    }
    case 'case':
      return [
        sql`select referral_id, ${worth(at, points.case)} from service_case where number = ${meaning.number}`,
      ];
    case 'family':
      return [
        sql`select id as referral_id, ${worth(at, points.family)} from referral where family_id = ${keyOfFamily(meaning.id)}`,
      ];
  }
}

/** The referrals with a word in a name that the typed one is, is like, or is a part of. */
async function wordProbes(db: Db, typed: string, at: number): Promise<Probe[]> {
  const byWorth = new Map<number, string[]>();
  const add = (points: number, key: string) => byWorth.set(points, [...(byWorth.get(points) ?? []), key]);
  for (const { word, fit } of await wordsLike(db, typed)) {
    add(namePoints(fit, 'child'), `n:${word}`);
    add(namePoints(fit, 'submitter'), `un:${word}`);
    add(namePoints(fit, 'organization'), `uo:${word}`);
  }
  return [...byWorth].map(([points, keys]) => withKeys(keys, at, points));
}

async function wordsLike(db: Db, typed: string) {
  const { exact, beginning } = partsLookedFor(typed);
  const words = new Set<string>([typed]);
  if (exact.length > 0) {
    const rows = await db.selectFrom('name_part').select('word').where('part', 'in', exact).execute();
    for (const { word } of rows) words.add(word);
  }
  if (beginning !== null) {
    const rows = await db
      .selectFrom('name_part')
      .select('word')
      .where('part', '>=', beginning)
      .where('part', '<=', `${beginning}${END}`)
      .orderBy('part')
      .orderBy('word')
      .limit(MOST_PARTS)
      .execute();
    for (const { word } of rows) words.add(word);
  }
  const fitOf = wordFitter(typed);
  return [...words]
    .flatMap((word) => {
      const fit = fitOf(word);
      return fit === null ? [] : [{ word, fit }];
    })
    .sort((a, b) => wordPoints[b.fit] - wordPoints[a.fit] || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}

/** The numbers of the cases that these referrals have or had, by referral. */
export async function caseNumbers(db: Db, keys: readonly number[]): Promise<Map<string, CaseNumber[]>> {
  const rows = await inChunks(keys, (some) =>
    db
      .selectFrom('service_case as c')
      .innerJoin('referral as r', 'r.id', 'c.referral_id')
      .select(['r.number as referral', 'c.number'])
      .where('c.referral_id', 'in', some)
      .orderBy('c.id')
      .execute(),
  );
  const found = grouped(rows, (row) => row.referral);
  return new Map(
    [...found].map(([referral, cases]) => [referral, cases.map((row) => row.number as CaseNumber)]),
  );
}
