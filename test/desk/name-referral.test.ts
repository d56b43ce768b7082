import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { resolveReferral } from '../../src/desk/name-referral.ts';
import { editReferral } from '../../src/desk/work-referral.ts';
import { at, office, refer, refusal, utc } from '../office.ts';

const caregiver = (name: string) => ({
  caregivers: [{ name, birthDate: null, phone: null, email: null, address: null }],
  children: [],
});

/** Two families of this year and one of the next: R26-0001, R26-0002, R27-0001. */
const known = async (): Promise<Desk> => {
  const desk = await office();
  await refer(desk, caregiver('Dana McKenzie'));
  await refer(desk, {
    ...caregiver('Nguyễn Văn Sample'),
    children: [{ name: 'Dana Sample', birthDate: null }],
  });
  const nextYear = { ...at(desk, '2027-02-01T14:00:00Z') };
  await refer(nextYear, { ...caregiver('Rosa Example'), receivedAt: utc('2027-02-01T14:00:00Z') });
  return nextYear;
};

describe('a referral is meant by', () => {
  it.each([
    ['R26-0002', 'R26-0002'],
    ['r26-2', 'R26-0002'],
    [' 0002 ', 'R26-0002'],
    ['2', 'R26-0002'],
    ['R27-1', 'R27-0001'],
    ['mckenzie', 'R26-0001'],
    ['MCKENZIE dana', 'R26-0001'],
    ['nguyen', 'R26-0002'],
    ['Rosa', 'R27-0001'],
  ])('“%s”', async (what, expected) => expect(await resolveReferral(await known(), what)).toBe(expected));

  it.each([
    ['1', 'invalid', 'several_referrals'],
    ['dana', 'invalid', 'several_referrals'],
    ['R26-0003', 'not_found', 'no_such_referral'],
    ['R25-0001', 'not_found', 'no_such_referral'],
    ['99', 'not_found', 'no_such_referral'],
    ['R26-99999999999999999999', 'not_found', 'no_such_referral'],
    ['dana example', 'not_found', 'no_such_referral'],
    ['', 'not_found', 'no_such_referral'],
    ['%', 'not_found', 'no_such_referral'],
    ["' or 1=1 --", 'not_found', 'no_such_referral'],
  ])('none by “%s”: %s %s', async (what, kind, code) => {
    const desk = await known();
    expect(await refusal(() => resolveReferral(desk, what))).toEqual({ kind, code });
  });

  it('the name it has now, not the one it had', async () => {
    const desk = await known();
    const id = await resolveReferral(desk, 'mckenzie');
    await editReferral(desk, id, { facts: caregiver('Dana Another') });
    expect(await refusal(() => resolveReferral(desk, 'mckenzie'))).toMatchObject({
      code: 'no_such_referral',
    });
    expect(await resolveReferral(desk, 'another')).toBe(id);
  });
});
