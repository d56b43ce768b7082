import { describe, expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { find } from '../../src/desk/find.ts';
import { considerForm, takeReferrals } from '../../src/desk/take-referral.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import type { Intake } from '../../src/rules/intake.ts';
import { at, day, everything, form, monday, office, refer, refusal, utc } from '../office.ts';

const nobody: Partial<Intake> = {
  submitter: { name: null, organization: null, phone: '573-555-0101', email: null },
  caregivers: [],
  children: [],
};

const caregiver = (name: string, birthDate: string | null = null) => ({
  caregivers: [
    { name, birthDate: birthDate === null ? null : day(birthDate), phone: null, email: null, address: null },
  ],
});

describe('taking referrals in', () => {
  it('keeps everything that the form said, and how it came', async () => {
    const desk = await office();
    const given = form({ language: 'es', interpreterArranged: false, tapa: { date: day('2026-10-02') } });
    given.reading.leftovers.push('Please call after 5.');
    const [taken] = await takeReferrals(desk, [{ ...given, channel: 'form', text: 'as it came' }]);
    const { intake } = given.reading;
    const { caregivers, children, program, receivedAt, ...facts } = intake;
    expect(taken!.referral).toMatchObject({ ...facts, id: 'R26-0001', family: { caregivers, children } });
    expect(taken!.referral).toMatchObject({
      program: 'IIS',
      circuit: 13,
      receivedAt: monday,
      state: { status: 'received' },
    });
    const { source } = await dossier(desk, taken!.referral.id);
    expect(source).toMatchObject({
      channel: 'form',
      text: 'as it came',
      leftovers: ['Please call after 5.'],
    });
  });

  it('numbers them by the year in the circuit’s zone, without a gap', async () => {
    const desk = await office({ now: utc('2027-01-01T05:59:59Z') });
    expect((await refer(desk)).id).toBe('R26-0001');
    expect((await refer(desk)).id).toBe('R26-0002');
    expect((await refer(at(desk, '2027-01-01T06:00:00Z'))).id).toBe('R27-0001');
  });

  it('takes all forms of a batch in, in their order', async () => {
    const desk = await office();
    const taken = await takeReferrals(desk, [form(), form(), form()]);
    expect(taken.map(({ referral }) => referral.id)).toEqual(['R26-0001', 'R26-0002', 'R26-0003']);
  });

  it('makes what a family is found by once, however many people it has', async () => {
    const children = [...'ABCDEFGHIJKLMNOPQRST'].map((one) => ({ name: `Child ${one}`, birthDate: null }));
    const looksAtKeys = async (some: typeof children) => {
      const desk = await office();
      let looks = 0;
      const db = desk.store.db.withPlugin({
        transformQuery({ node }) {
          if (node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('"search_key"')) looks++;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      await takeReferrals({ ...desk, store: { ...desk.store, db } }, [form({ children: some })]);
      expect((await find(desk, 'Child', 10)).found).toHaveLength(1);
      return looks;
    };
    expect(await looksAtKeys(children)).toBe(await looksAtKeys(children.slice(0, 1)));
  });

  it.each([0, 1, 2])('takes none of them when form %i names nobody', async (bad) => {
    const desk = await office();
    const before = await everything(desk);
    const forms = [0, 1, 2].map((i) => form(i === bad ? nobody : {}));
    expect(await refusal(() => takeReferrals(desk, forms))).toEqual({
      kind: 'invalid',
      code: 'nobody_named',
    });
    expect(await everything(desk)).toBe(before);
  });

  it('refuses a program that there is none of', async () => {
    const desk = await office();
    const forms = [form({ program: 'XYZ' })];
    expect(await refusal(() => takeReferrals(desk, forms))).toEqual({
      kind: 'not_found',
      code: 'unknown_program',
    });
  });

  it('keeps a referral whose family has not agreed as returned, and says what to tell the submitter', async () => {
    const [taken] = await takeReferrals(await office(), [form({ familyAgrees: false })]);
    expect(taken!.referral.state).toEqual({ status: 'returned', reason: 'family_has_not_agreed' });
    expect(taken!.tellSubmitter).toContain('agrees');
  });

  it.each([
    ['IIS', 'agrees, knowing the 8–10 hours of contact a week [002]'],
    ['IFRS', 'agrees [002]'],
  ])('tells the submitter of a referral to %s the hours that its file has', async (program, words) => {
    const [taken] = await takeReferrals(await office(), [form({ familyAgrees: false, program })]);
    expect(taken!.tellSubmitter).toContain(words);
  });

  it('keeps what can’t be read as not known, and warns', async () => {
    const [taken] = await takeReferrals(await office(), [form({ county: 'Bone', priority: null })]);
    expect(taken!.referral).toMatchObject({ county: null, circuit: null, priority: null });
    expect(taken!.warnings.join('\n')).toMatch(/Bone[\s\S]*Priority|Priority[\s\S]*Bone/);
  });
});

describe('a referral that was received', () => {
  const isAsked = /Date received: more than 366 days back/;
  it.each([
    ['a year back is taken', '2025-10-05T14:00:00Z', false],
    ['longer back is taken too, and asked about', '2025-10-04T05:00:00Z', true],
  ])('%s', async (_, receivedAt, asked) => {
    const [taken] = await takeReferrals(await office(), [form({ receivedAt: utc(receivedAt) })]);
    expect(taken!.referral.receivedAt).toBe(receivedAt);
    expect(isAsked.test(taken!.warnings.join('\n'))).toBe(asked);
  });
});

describe('families that were referred before', () => {
  const alike = async (earlier: Partial<Intake>, now: Partial<Intake>) => {
    const desk = await office();
    const known = await refer(desk, earlier);
    await refer(desk, { ...caregiver('Wilhelmina Otherwise'), children: [] });
    const [taken] = await takeReferrals(desk, [form(now)]);
    return taken!.possibleDuplicates.map(({ referral }) => referral.id === known.id);
  };
  const born = (name: string, child: string) => ({
    ...caregiver(name, '1991-06-21'),
    children: [{ name: child, birthDate: day('2015-03-14') }],
  });

  it.each([
    ['the same names', 'Dana McKenzie', 'Tom McKenzie'],
    ['a name spelled by ear', 'Dana Mackenzy', 'Thom Mackenzy'],
    ['accents left out', 'Dana McKenzié', 'Tom McKenzié'],
  ])('are found with %s', async (_, name, child) => {
    expect(await alike(born('Dana McKenzie', 'Tom McKenzie'), born(name, child))).toEqual([true]);
  });

  it('are not found where nothing is alike', async () => {
    const other = {
      ...caregiver('Rosa Another', '1980-01-02'),
      children: [{ name: 'Li Another', birthDate: day('2012-12-12') }],
    };
    expect(await alike(born('Dana McKenzie', 'Tom McKenzie'), other)).toEqual([]);
  });

  it('are found within a batch, and shown before anything is saved', async () => {
    const desk = await office();
    const twice = [form(born('Dana McKenzie', 'Tom McKenzie')), form(born('Dana McKenzy', 'Tom McKenzy'))];
    const [, second] = await takeReferrals(desk, twice);
    expect(second!.possibleDuplicates).toHaveLength(1);
    const { alike } = await considerForm(desk, twice[0]!.reading);
    expect(alike.length).toBeGreaterThan(0);
    expect(await look(desk, (db) => listReferrals(db, {}))).toHaveLength(2);
  });

  it('can be linked: the referrals then share a family, which is shown once', async () => {
    const desk = await office();
    const people = born('Dana McKenzie', 'Tom McKenzie');
    const first = await refer(desk, people);
    const linked = form(people, { sameFamilyAs: first.id });
    const [second] = await takeReferrals(desk, [linked]);
    expect(second!.referral.family.id).toBe(first.family.id);
    const { sameFamily } = await dossier(desk, first.id);
    expect(sameFamily.map(({ referral }) => referral.id)).toEqual([second!.referral.id]);
    const { alike } = await considerForm(desk, linked.reading);
    expect(alike.map(({ referral }) => referral.id)).toEqual([second!.referral.id]);
  });
});
