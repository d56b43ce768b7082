import { expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import { everything, office } from '../office.ts';
import { script } from '../processes/start.ts';

const FORMS = 40;

it('of mail that is killed on its way in nothing is kept, and the next one takes it in whole', async () => {
  const desk = await office();
  const takeMail = await script('take-mail');
  const before = await everything(desk);
  for (const last of [0, 1, 7, 20, FORMS - 1]) {
    const { child, said, ended } = takeMail(desk.store.file, `${FORMS}`, `${last}`);
    while (!said().split('\n').includes(`${last}`)) await new Promise((go) => setTimeout(go, 1));
    child.kill('SIGKILL');
    expect(await ended).not.toContain('kept');
    expect(await everything(desk)).toBe(before);
  }
  expect(await takeMail(desk.store.file, `${FORMS}`).ended).toContain('kept');
  expect(await look(desk, (db) => listReferrals(db, {}))).toHaveLength(FORMS);
});
