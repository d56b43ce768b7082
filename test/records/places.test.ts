import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Desk, look } from '../../src/desk/desk.ts';
import { assign, override } from '../../src/desk/match.ts';
import { closeReferral } from '../../src/desk/work-referral.ts';
import { firstBrokenLink } from '../../src/records/journal-chain.ts';
import { listSpecialists } from '../../src/records/specialists.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import { eligible, folder, office, refusal, specialist } from '../office.ts';
import { script } from '../processes/start.ts';

const openCases = async (desk: Desk) =>
  (await look(desk, listSpecialists)).map(({ openCases }) => openCases.length);

const several = async (count: number, make: (i: number) => Promise<ReferralNumber>) => {
  const made: ReferralNumber[] = [];
  for (let i = 0; i < count; i += 1) made.push(await make(i));
  return made;
};

describe('eight processes that assign at once', () => {
  it('never give a specialist more than two open cases, nor a family two specialists', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await specialist(desk, 'lee');
    const referrals = await several(16, () => eligible(desk));
    const go = join(folder(), 'go');
    const assignEach = await script('assign-each');
    // Each family is asked for by two of the processes.
    const started = Array.from({ length: 8 }, (_, i) =>
      assignEach(desk.store.file, go, ...referrals.filter((_, r) => r % 8 === i || r % 8 === (i + 1) % 8)),
    );
    while (!started.every(({ said }) => said() === 'ready\n'))
      await new Promise((done) => setTimeout(done, 5));
    writeFileSync(go, '');
    const said = (await Promise.all(started.map(({ ended }) => ended))).flatMap((all) =>
      all.trim().split('\n').slice(1),
    );

    expect(said).toHaveLength(32);
    const placed = said.filter((line) => line.includes(' assigned C26-'));
    expect(placed).toHaveLength(4);
    expect(new Set(placed.map((line) => line.split(' ')[0])).size).toBe(4);
    const others = said.filter((line) => !placed.includes(line)).map((line) => line.replace(/^\S+ /, ''));
    expect(new Set(others)).toEqual(new Set(['rule no_opening', 'rule already_assigned']));
    expect(await openCases(desk)).toEqual([2, 2]);
    expect(await look(desk, firstBrokenLink)).toBeNull();
  });
});

describe('the schema itself', () => {
  /** Kim with both places taken, and a third family. */
  const fullOffice = async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    await specialist(desk, 'lee', { circuits: [19] });
    const [first, second, third] = await several(3, () => eligible(desk));
    await assign(desk, { only: [first!, second!], program: null });
    return { desk, first: first!, third: third! };
  };

  /** A case put straight into the table, past every rule of the program. */
  const insert = async (desk: Desk, number: number, referral: ReferralNumber, who: string, place: number) => {
    const { db } = desk.store;
    const { id: referral_id } = await db
      .selectFrom('referral')
      .select('id')
      .where('number', '=', referral)
      .executeTakeFirstOrThrow();
    const { id: specialist_id } = await db
      .selectFrom('specialist')
      .select('id')
      .where('code', '=', who)
      .executeTakeFirstOrThrow();
    await sql`insert into service_case
      (id, number, year, sequence, referral_id, specialist_id, place, program, status, decision_id, assigned_at)
      values (${number}, ${`C26-${number}`}, 2026, ${number}, ${referral_id}, ${specialist_id}, ${place}, 'IIS',
        'assigned', 1, '2026-10-05T14:00:00Z')`.execute(db);
  };

  const constraint = (kind: string) => expect.objectContaining({ code: `SQLITE_CONSTRAINT_${kind}` });

  it.each([1, 2])('takes no second open case in place %i', async (place) => {
    const { desk, third } = await fullOffice();
    await expect(insert(desk, 3, third, 'kim', place)).rejects.toThrow(constraint('UNIQUE'));
  });

  it.each([0, 3, 4])('has no place %i for a case to take', async (place) => {
    const { desk, third } = await fullOffice();
    await expect(insert(desk, 3, third, 'kim', place)).rejects.toThrow(constraint('FOREIGNKEY'));
  });

  it('takes no second open case of one referral', async () => {
    const { desk, first, third } = await fullOffice();
    await closeReferral(desk, third, { code: 'need_met', note: null });
    const lee = await eligible(desk, { county: 'Cole' });
    await assign(desk, { only: [lee], program: null });
    await expect(insert(desk, 9, first, 'lee', 2)).rejects.toThrow(constraint('UNIQUE'));
  });

  it('takes a case again in a place that was given back', async () => {
    const { desk, first, third } = await fullOffice();
    await closeReferral(desk, first, { code: 'moved_away', note: null });
    await insert(desk, 3, third, 'kim', 1);
    expect(await openCases(desk)).toEqual([2, 0]);
  });
});

describe('a program with another number of places', () => {
  const withPlaces = (desk: Desk, value: number): Desk => {
    const iis = desk.programs.IIS!;
    const numbers = { ...iis.numbers, placesPerSpecialist: { ...iis.numbers.placesPerSpecialist!, value } };
    return { ...desk, programs: { ...desk.programs, IIS: { ...iis, numbers } } };
  };

  it('lets a specialist take a third family, and not a fourth', async () => {
    const desk = withPlaces(await office(), 3);
    await specialist(desk, 'kim');
    const referrals = await several(4, () => eligible(desk));
    const { assigned } = await assign(desk, { only: null, program: null });
    expect(assigned.map(({ referral }) => referral)).toEqual(referrals.slice(0, 3));
    const fourth = { referral: referrals[3]!, specialist: assigned[0]!.specialist, reason: 'urgent' };
    expect(await refusal(() => override(desk, fourth))).toEqual({ kind: 'rule', code: 'no_opening' });
    expect(await openCases(desk)).toEqual([3]);
  });

  it('with fewer places than before, takes nobody until enough cases have ended', async () => {
    const desk = withPlaces(await office(), 3);
    await specialist(desk, 'kim');
    const [first, second, third, fourth] = await several(4, () => eligible(desk));
    await assign(desk, { only: null, program: null });
    const now = withPlaces(desk, 2);
    await closeReferral(now, first!, { code: 'need_met', note: null });
    expect(await refusal(() => assign(now, { only: [fourth!], program: null }))).toEqual({
      kind: 'rule',
      code: 'no_opening',
    });
    await closeReferral(now, second!, { code: 'need_met', note: null });
    await assign(now, { only: [fourth!], program: null });
    expect(await openCases(desk)).toEqual([2]);
    expect(third).toBeDefined();
  });
});
