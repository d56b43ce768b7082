import { expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { openSqlite } from '../../src/records/engines/sqlite.ts';
import { firstBrokenLink } from '../../src/records/journal-chain.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import { familyName } from '../../src/rules/referral.ts';
import { eligible, office } from '../office.ts';
import { type Started, script } from '../processes/start.ts';

const KILLS = 32;

it('nothing that was acknowledged is lost, and nothing is kept by half, when writers are killed', async () => {
  const desk = await office();
  await eligible(desk);
  const takeIn = await script('take-in');
  const { file } = desk.store;
  const all: Started[] = [];
  const begin = () => {
    const writer = takeIn(file, `W${all.length}`);
    all.push(writer);
    return writer;
  };
  const killed = async (writer: Started, lines: number) => {
    while (writer.said().split('\n').length <= lines) await pause(1);
    await pause(Math.random() * 40);
    writer.child.kill('SIGKILL');
    await writer.ended;
  };
  const oneAfterAnother = async () => {
    while (all.length < KILLS) await killed(begin(), 1 + (all.length % 4));
  };
  // Two at a time, each killed at a moment of its own.
  await Promise.all([oneAfterAnother(), oneAfterAnother()]);

  const lines = all.flatMap(({ said }) => said().split('\n').slice(0, -1));
  const refused = lines.filter((line) => !/^R26-\d+ W\d+-\d+$/.test(line));
  expect(refused).toEqual([]);
  const acknowledged = new Map(lines.map((line) => line.split(' ') as [string, string]));
  expect(acknowledged.size).toBe(lines.length);

  const kept = await look(desk, (db) => listReferrals(db, {}));
  const names = new Map(kept.map(({ id, family }) => [id as string, familyName(family)]));
  expect([...acknowledged].filter(([id, name]) => names.get(id) !== name)).toEqual([]);
  expect(new Set(names.values()).size).toBe(kept.length);
  expect(kept.filter(({ family }) => family.caregivers.length !== 1 || family.children.length !== 1)).toEqual(
    [],
  );

  const raw = openSqlite(file, { create: false });
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const count = (table: string) => raw.prepare(`select count(*) from ${table}`).pluck().get();
  expect([count('intake_source'), count('family')]).toEqual([kept.length, kept.length]);
  // One action a referral, and the screening of the first.
  expect(count('journal_action')).toBe(kept.length + 1);
  raw.close();
  expect(await look(desk, firstBrokenLink)).toBeNull();
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
