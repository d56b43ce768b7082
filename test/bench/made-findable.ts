import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { openStore, renewSearchKeys } from '../../src/records/store.ts';
import { dice } from './made-families.ts';

/** Of a hundred families one is called Smith, as in the United States. */
const common = ['Smith', 'Johnson', 'Garcia', 'Miller', 'Nguyen', 'Davis'];
const rare = ['McKenzie', 'Hadžić', 'Muñoz-García', 'O’Neil'];
const firstNames =
  'Maria Amra Dana Robin Toni Casey Ana Tom Lee Kim Joy Ruth Paul Ivan Mia Noah Emma Liam'.split(' ');
const syllables = 'ba den cor fel gan hol jes kar lum men nor pel quin ros sam tor vel wer yan zim'.split(
  ' ',
);

/**
 * Makes a database of so many plainly fictional families, with the keys that they are found by, in `file`. It is filled
 * past the journal, for speed.
 */
export async function madeFindable(file: string, families: number): Promise<void> {
  for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  await openStore(file, { create: true }).close();
  const raw = new Sqlite(file);
  raw.pragma('synchronous = off');
  raw.exec("insert into setting values (1, 'circuits', '[13]')");
  raw.transaction(() => addFamilies(raw, families))();
  raw.close();
  const store = openStore(file, { create: false });
  await renewSearchKeys(store, () => {});
  await store.close();
  const made = new Sqlite(file);
  made.exec('analyze');
  made.pragma('wal_checkpoint(truncate)');
  made.close();
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function addFamilies(raw: Sqlite.Database, families: number): void {
  const roll = dice(3);
  const pick = (items: readonly string[]) => items[Math.floor(roll() * items.length)]!;
  const digits = (n: number) => String(Math.floor(roll() * 10 ** n)).padStart(n, '0');
  const born = (from: number, years: number) =>
    `${from + Math.floor(roll() * years)}-${String(1 + Math.floor(roll() * 12)).padStart(2, '0')}-${String(1 + Math.floor(roll() * 28)).padStart(2, '0')}`;
  const surname = (id: number): string => {
    if (id % 20_000 === 7) return rare[(id / 20_000) & 3]!;
    const made = [pick(syllables), pick(syllables), pick(syllables)].join('');
    return roll() < 0.06 ? pick(common) : capital(made);
  };
  const first = () => (roll() < 0.5 ? pick(firstNames) : capital(pick(syllables) + pick(syllables)));
  const family = raw.prepare("insert into family values (?, '2026-01-01T00:00:00Z')");
  const referral = raw.prepare(`insert into referral
    (id, number, year, sequence, family_id, status, program, source, circuit, county, priority, received_at,
     submitter_name, submitter_organization, reason, tapa)
    values (?, ?, ?, ?, ?, 'closed', 'IIS', 'community', 13, 'Boone', 'high', ?, ?, 'Riverside School', 'Made for a benchmark.', 0)`);
  const person = raw.prepare('insert into person values (?, ?, ?, ?, ?, ?, ?, null, ?)');
  for (let id = 1; id <= families; id += 1) {
    const year = 2026 - Math.floor(((families - id) * 20) / families);
    const name = surname(id);
    family.run(id);
    const submitter = `${first()} ${surname(1)}`;
    referral.run(
      id,
      `R${String(year % 100).padStart(2, '0')}-${id}`,
      year,
      id,
      id,
      `${year}-03-04T15:00:00Z`,
      submitter,
    );
    const phone = `573-${2 + (id % 8)}${digits(2)}-${digits(4)}`;
    person.run(
      id * 3,
      id,
      'caregiver',
      0,
      `${first()} ${name}`,
      born(1975, 30),
      phone,
      `${1 + (id % 900)} ${surname(1)} Street`,
    );
    person.run(id * 3 + 1, id, 'child', 0, `${first()} ${name}`, born(2005, 20), null, null);
    person.run(id * 3 + 2, id, 'child', 1, `${first()} ${name}`, born(2005, 20), null, null);
  }
}
