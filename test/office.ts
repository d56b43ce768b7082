import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Desk } from '../src/desk/desk.ts';
import { screenReferral } from '../src/desk/screen-referral.ts';
import { changeSettings } from '../src/desk/settings.ts';
import { takeOnSpecialist } from '../src/desk/specialists.ts';
import { type IncomingForm, takeReferrals } from '../src/desk/take-referral.ts';
import type { SpecialistFacts } from '../src/records/specialists.ts';
import { openStore, type Store } from '../src/records/store.ts';
import { emptyIntake, type Intake } from '../src/rules/intake.ts';
import { programOf } from '../src/rules/policy.ts';
import type { Referral } from '../src/rules/referral.ts';
import { Refusal, type RefusalKind } from '../src/rules/refusal.ts';
import type { Settings } from '../src/rules/settings.ts';
import type { CalendarDate, Instant } from '../src/rules/time.ts';
import type { ReferralNumber, SpecialistCode } from '../src/rules/words.ts';
import { deskAt } from './processes/desk-at.ts';

/** A gatekeeper's office on a real file in a folder of its own, which goes when the tests of the file are done. */

const folders: string[] = [];
const stores: Store[] = [];

afterAll(async () => {
  for (const store of stores) await store.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'iis-test-'));
  folders.push(made);
  return made;
};

export const opened = (file: string, create = true): Store => {
  const store = openStore(file, { create });
  stores.push(store);
  return store;
};

export const utc = (text: string): Instant => text as Instant;
export const day = (text: string): CalendarDate => text as CalendarDate;
export const code = (text: string): SpecialistCode => text as SpecialistCode;

/** Monday, 9:00 in the morning in Columbia. */
export const monday = utc('2026-10-05T14:00:00Z');

/** A new office with an empty database. */
export async function office({ now = monday, settings = {} as Partial<Settings> } = {}): Promise<Desk> {
  const desk = deskAt(opened(join(folder(), 'iis.db')), { now });
  return { ...desk, settings: await changeSettings(desk, settings) };
}

/** The same office at another moment. */
export const at = (desk: Desk, now: string): Desk => ({ ...desk, now: utc(now) });

/** A filled form: complete, of a family in Boone county (circuit 13), at high priority. */
export const form = (facts: Partial<Intake> = {}, more: Partial<IncomingForm> = {}): IncomingForm => ({
  reading: { intake: { ...filled(), ...facts }, problems: [], leftovers: [] },
  channel: 'json',
  text: '{}',
  sameFamilyAs: null,
  ...more,
});

let families = 0;

const filled = (): Intake => {
  families += 1;
  const name = `Dana Sample-${families}`;
  return {
    ...emptyIntake(),
    submitter: { name: 'Ann Example', organization: 'Riverside School', phone: null, email: null },
    caregivers: [{ name, birthDate: day('1991-06-21'), phone: null, email: null, address: null }],
    children: [{ name: `Tom Sample-${families}`, birthDate: day('2015-03-14') }],
    reason: 'Tom is often hungry.',
    discussedOn: day('2026-10-01'),
    familyAgrees: true,
    source: 'community',
    county: 'Boone',
    priority: 'high',
    situation: 'neglect',
  };
};

/** Takes in one referral with these facts. */
export const refer = async (desk: Desk, facts: Partial<Intake> = {}): Promise<Referral> =>
  (await takeReferrals(desk, [form(facts)]))[0]!.referral;

/** Answers every criterion of the referral's program with yes, but for those given. */
export const screen = async (
  desk: Desk,
  referral: Referral,
  answers: Record<string, 'yes' | 'no' | 'unknown'> = {},
) => {
  const ids = programOf(desk.programs, referral.program).criteria.map(({ id }) => id);
  const given = ids.map((id) => [id, { answer: answers[id] ?? 'yes', note: null }] as const);
  return screenReferral(desk, referral.id, Object.fromEntries(given));
};

/** Takes in a referral and finds it eligible; returns its number. */
export const eligible = async (desk: Desk, facts: Partial<Intake> = {}): Promise<ReferralNumber> =>
  (await screen(desk, await refer(desk, facts))).referral.id;

/** Takes on a specialist who serves Boone county's circuit in English. */
export const specialist = async (
  desk: Desk,
  name: string,
  facts: Partial<SpecialistFacts> = {},
): Promise<SpecialistCode> => {
  const plain = { program: 'IIS', circuits: [13], counties: [], languages: ['en'], takes: [] };
  const rest = { name, agency: null, supervisor: null, phone: null, email: null };
  return (await takeOnSpecialist(desk, code(name), { ...plain, ...rest, ...facts })).code;
};

/** What the work was refused with; fails where it was not refused. */
export async function refusal(work: () => unknown): Promise<{ kind: RefusalKind; code: string }> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: error.facts.kind, code: error.facts.code };
    throw error;
  }
  throw new Error('it was not refused');
}

/** That the work is refused with this code, and leaves everything as it was. */
export async function refusedWhole(
  desk: Desk,
  work: () => unknown,
  expected: { kind: string; code: string },
) {
  const before = await everything(desk);
  expect(await refusal(work)).toEqual(expected);
  expect(await everything(desk)).toBe(before);
}

/** Everything in the database: to tell that a refusal has left nothing behind. */
export async function everything({ store }: Pick<Desk, 'store'>): Promise<string> {
  const tables = await store.db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(async ({ name }) => [
      name,
      await store.db
        .selectFrom(name as 'referral')
        .selectAll()
        .execute(),
    ]),
  );
  return JSON.stringify(rows);
}
