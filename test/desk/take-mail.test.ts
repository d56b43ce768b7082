import { describe, expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { considerMail, type MailedForm, takeMail } from '../../src/desk/take-mail.ts';
import { takeReferrals } from '../../src/desk/take-referral.ts';
import { undo } from '../../src/desk/undo.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import type { Intake } from '../../src/rules/intake.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { at, day, everything, form, office, refusedWhole } from '../office.ts';

const quietly = async () => {};
const seen = { step: quietly, likeness: true };

const mailed = (text: string, file: number, facts: Partial<Intake> = {}): MailedForm => ({
  ...form(facts, { channel: 'form', text }),
  file,
});

const nobody: Partial<Intake> = {
  submitter: { name: null, organization: null, phone: '573-555-0101', email: null },
  caregivers: [],
  children: [],
};

const named = (name: string): Partial<Intake> => ({
  caregivers: [{ name, birthDate: day('1991-06-21'), phone: null, email: null, address: null }],
  children: [{ name: `Tom ${name}`, birthDate: day('2015-03-14') }],
});

describe('what would come of the mail', () => {
  it('is told of every form, and nothing is saved', async () => {
    const desk = await office();
    await takeMail(desk, [mailed('known', 0)], quietly);
    const before = await everything(desk);
    const unread = new Refusal({ kind: 'invalid', code: 'form_refused', message: 'The text is not JSON.' });
    const outlooks = await considerMail(
      desk,
      [mailed('new', 0), unread, mailed('known', 2), mailed('nobody', 3, nobody), mailed('new', 4)],
      seen,
    );
    expect(outlooks).toMatchObject([
      { kind: 'new', admission: { state: { status: 'received' } } },
      { kind: 'refused', refusal: unread },
      { kind: 'taken_before', referral: 'R26-0001' },
      { kind: 'refused', refusal: { facts: { code: 'nobody_named' } } },
      { kind: 'twice', first: 0 },
    ]);
    expect(await everything(desk)).toBe(before);
  });

  it('names the families alike, among the records and in the mail, where somebody will see them', async () => {
    const desk = await office();
    await takeReferrals(desk, [form(named('McKenzie'))]);
    const mail = [
      mailed('a', 0, named('Wilhelmson')),
      mailed('b', 1, named('McKenzie')),
      mailed('c', 2, named('Wilhelmson')),
    ];
    const told = await considerMail(desk, mail, seen);
    expect(told).toMatchObject([
      { alike: [], alikeHere: [] },
      { alike: [{ referral: { id: 'R26-0001' } }], alikeHere: [] },
      { alike: [], alikeHere: [0] },
    ]);
    const untold = await considerMail(desk, mail, { ...seen, likeness: false });
    expect(untold[1]).toMatchObject({ kind: 'new', alike: [], alikeHere: [] });
  });
});

describe('taking the mail in', () => {
  const numbers = (outcomes: Awaited<ReturnType<typeof takeMail>>) =>
    outcomes.map((one) => [one.kind, (one.kind === 'taken' ? one.taken.referral : one.referral).id]);

  it('doubles nothing, however often it is done', async () => {
    const desk = await office();
    const mail = [mailed('a', 0), mailed('b', 1), mailed('a', 2)];
    expect(numbers(await takeMail(desk, mail, quietly))).toEqual([
      ['taken', 'R26-0001'],
      ['taken', 'R26-0002'],
      ['taken_before', 'R26-0001'],
    ]);
    expect(numbers(await takeMail(desk, [...mail, mailed('c', 3)], quietly))).toEqual([
      ['taken_before', 'R26-0001'],
      ['taken_before', 'R26-0002'],
      ['taken_before', 'R26-0001'],
      ['taken', 'R26-0003'],
    ]);
    expect(await look(desk, (db) => listReferrals(db, {}))).toHaveLength(3);
  });

  it('doubles nothing when somebody else took it in since it was shown', async () => {
    const desk = await office();
    const mail = [mailed('a', 0), mailed('b', 1)];
    const shown = await considerMail(desk, mail, seen);
    expect(shown.map(({ kind }) => kind)).toEqual(['new', 'new']);
    await takeMail({ ...desk, who: 'JD' }, mail, quietly);
    expect(numbers(await takeMail(desk, mail, quietly)).map(([kind]) => kind)).toEqual([
      'taken_before',
      'taken_before',
    ]);
  });

  it('takes in anew what was taken back', async () => {
    const desk = await office();
    const mail = [mailed('a', 0), mailed('b', 1)];
    await takeMail(desk, mail, quietly);
    const actions = await desk.store.db.selectFrom('journal_action').select('id').orderBy('id').execute();
    await undo(at(desk, '2026-10-05T14:05:00Z'), actions.at(-1)!.id, null);
    expect(numbers(await takeMail(desk, mail, quietly))).toEqual([
      ['taken', 'R26-0003'],
      ['taken', 'R26-0004'],
    ]);
  });

  it.each([0, 1, 2])('takes in none when form %i names nobody', async (bad) => {
    const desk = await office();
    const mail = [0, 1, 2].map((i) => mailed(`${i}`, i, i === bad ? nobody : {}));
    await refusedWhole(desk, () => takeMail(desk, mail, quietly), { kind: 'invalid', code: 'nobody_named' });
  });

  it.each([0, 1, 2])('takes in none when it is stopped at form %i', async (last) => {
    const desk = await office();
    const before = await everything(desk);
    const stop = async (done: number) => {
      if (done === last) throw new Error('stopped');
    };
    const mail = [0, 1, 2].map((i) => mailed(`${i}`, i));
    await expect(takeMail(desk, mail, stop)).rejects.toThrow('stopped');
    expect(await everything(desk)).toBe(before);
  });

  it('is one action of the journal', async () => {
    const desk = await office();
    const count = async () =>
      (await desk.store.db.selectFrom('journal_action').select('id').execute()).length;
    const before = await count();
    await takeMail(desk, [mailed('a', 0), mailed('b', 1)], quietly);
    await takeMail(desk, [mailed('a', 0)], quietly);
    expect(await count()).toBe(before + 1);
  });
});
