import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import circuits from '../../data/circuits.json';
import { KEY_VERSION } from '../../src/records/key-version.ts';
import { openStore } from '../../src/records/store.ts';

const SPECIALISTS = 200;
const LISTED_AMONG = 4;
const NOW = Date.parse('2026-10-05T14:00:00Z');
const DAY = 86_400_000;

const at = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const counties = circuits.flatMap(({ circuit, counties }) => counties.map((county) => ({ circuit, county })));
const priorities = ['imminent', 'high', 'moderate'];

/**
 * Makes a database of so many plainly fictional referrals, `listed` of them on the FINS list, in `file`. It is
 * filled past the journal, for speed; look-up keys are left out: the list does not read them.
 */
export async function madeDatabase(file: string, referrals: number, listed = 500): Promise<void> {
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  await openStore(file, { create: true }).close();
  const raw = new Sqlite(file);
  raw.pragma('synchronous = off');
  raw.exec("insert into setting values (1, 'circuits', '[13]')");
  raw.prepare("insert into derived values ('search_keys', ?)").run(KEY_VERSION);
  raw.transaction(() => {
    addSpecialists(raw);
    addReferrals(raw, referrals, listed);
  })();
  raw.pragma('wal_checkpoint(truncate)');
  raw.close();
}

function addSpecialists(raw: Sqlite.Database): void {
  const specialist = raw.prepare(
    `insert into specialist (id, code, name, program, circuits, counties, languages, takes, added_at)
     values (?, ?, ?, 'IIS', ?, '[]', ?, '[]', '2020-01-01T00:00:00Z')`,
  );
  const place = raw.prepare('insert into place values (?, ?, ?)');
  for (let i = 1; i <= SPECIALISTS; i += 1) {
    const languages = i % 7 === 0 ? '["en","es"]' : '["en"]';
    specialist.run(i, `s${i}`, `Sample ${i}`, `[${(i % circuits.length) + 1}]`, languages);
    place.run(i * 2, i, 1);
    place.run(i * 2 + 1, i, 2);
  }
}

/** About as many as a year has: one of 24 was unwilling, one of 48 can’t be reached. */
const endedFor = (id: number): string =>
  id % 24 === 0 ? 'family_unwilling' : id % 48 === 1 ? 'not_reached' : 'need_met';

const endedAt = (receivedAt: string): string => at(Date.parse(receivedAt) + 20 * DAY);

function addReferrals(raw: Sqlite.Database, referrals: number, onList: number): void {
  const family = raw.prepare('insert into family values (?, ?)');
  const referral = raw.prepare(`insert into referral
    (id, number, year, sequence, family_id, status, program, source, circuit, county, priority, received_at,
     submitter_name, reason, language, situation, discussed_on, family_agrees, tapa, status_reason, status_at, faces_number)
    values (?, ?, ?, ?, ?, ?, 'IIS', 'division', ?, ?, ?, ?, 'Drew Example', 'Made for a benchmark.', ?, 'neglect', ?, 1, 0, ?, ?, ?)`);
  const contact = raw.prepare("insert into contact values (?, ?, ?, 'reached', null)");
  const person = raw.prepare('insert into person values (?, ?, ?, ?, ?, ?, null, null, null)');
  const entry = raw.prepare('insert into fins_entry values (?, ?, ?, ?, ?, ?, null)');
  // Numbers are given in order of receipt, and a family is not on the list for years: the listed are among the last.
  const listedFrom = referrals - onList * LISTED_AMONG;
  for (let id = 1; id <= referrals; id += 1) {
    const year = 2026 - Math.floor(((referrals - id) * 25) / referrals);
    const { circuit, county } = counties[(id * 31) % counties.length]!;
    const listed = id > listedFrom && id % LISTED_AMONG === 0;
    const receivedAt = at(
      id > listedFrom
        ? NOW - Math.floor(((referrals - id) * 20) / (referrals - listedFrom)) * DAY
        : Date.UTC(year, id % 12, 1 + (id % 28)),
    );
    family.run(id, receivedAt);
    referral.run(
      id,
      `R${year % 100}-${id}`,
      year,
      id,
      id,
      listed ? 'eligible' : 'closed',
      circuit,
      county,
      priorities[id % 3],
      receivedAt,
      id % 11 === 0 ? 'es' : null,
      receivedAt.slice(0, 10),
      ...(listed ? [null, receivedAt, null] : [endedFor(id), endedAt(receivedAt), String(id)]),
    );
    // Most families who are to be asked again were.
    if (!listed && endedFor(id) !== 'need_met' && id % 7 > 0)
      contact.run(id, id, at(Date.parse(receivedAt) + 60 * DAY));
    person.run(id * 3, id, 'caregiver', 0, `Casey Sample ${id}`, '1990-01-02');
    person.run(id * 3 + 1, id, 'child', 0, `Robin Sample ${id}`, '2015-03-14');
    person.run(id * 3 + 2, id, 'child', 1, `Toni Sample ${id}`, '2019-11-02');
    if (listed) entry.run(id, id, at(NOW - (id % 15) * DAY), 'a specialist who speaks Spanish', null, null);
    // Most families that were ever on the list have left it.
    else if (id % 4 === 0) entry.run(id, id, receivedAt, null, receivedAt, 'need_met');
  }
}
