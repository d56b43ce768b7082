import { expect, it } from 'vitest';
import { dossier } from '../../src/desk/dossier.ts';
import { dueNow } from '../../src/desk/due.ts';
import {
  endNotedTapa,
  endTapaOfReferral,
  noteTapa,
  referForTapa,
  tapaInWriting,
  tapaOfReferralInWriting,
  tapas,
} from '../../src/desk/tapas.ts';
import { undo } from '../../src/desk/undo.ts';
import { closeReferral } from '../../src/desk/work-referral.ts';
import type { TapaNumber } from '../../src/rules/tapa.ts';
import { at, day, office, refer, refusal, refusedWhole } from '../office.ts';

const facts = (more: object = {}) => ({
  ...{ family: 'Dana Sample', county: 'Boone', worker: 'Drew Example' },
  ...{ agreedOn: day('2026-10-02'), writtenOn: null },
  ...more,
});
const friday = day('2026-10-02');
const monday = day('2026-10-05');
const invalid = { kind: 'invalid', code: 'bad_date' };

it('is noted, written and referred; its days are the referral’s from then on', async () => {
  const desk = await office();
  const { id } = await noteTapa(desk, facts());
  expect(id).toBe('T0001');
  await tapaInWriting(desk, id, monday);
  const referral = await refer(desk);
  expect(await referForTapa(desk, id, referral.id)).toMatchObject({
    referral: referral.id,
    writtenOn: monday,
  });
  expect(await tapas(desk, { all: false })).toEqual([]);
  expect((await dossier(desk, referral.id)).referral).toMatchObject({
    tapa: { date: friday },
    tapaWrittenOn: monday,
    tapaEndedOn: null,
  });
  expect((await dueNow(desk)).filter(({ kind }) => kind.startsWith('tapa'))).toEqual([]);
});

it('what the referral knows of its TAPA already stays', async () => {
  const desk = await office();
  const { id } = await noteTapa(desk, facts({ writtenOn: monday }));
  const referral = await refer(desk, { tapa: { date: day('2026-10-03') } });
  await tapaOfReferralInWriting(desk, referral.id, day('2026-10-04'));
  await referForTapa(desk, id, referral.id);
  const kept = (await dossier(desk, referral.id)).referral;
  expect(kept).toMatchObject({ tapa: { date: '2026-10-03' }, tapaWrittenOn: '2026-10-04' });
});

it('leaves without a referral for a coded reason only, and comes back by undo', async () => {
  const desk = await office();
  const { id } = await noteTapa(desk, facts());
  const given = (code: string, note: string | null = null) => ({ code, note });
  await refusedWhole(desk, () => endNotedTapa(desk, id, monday, given('no_opening')), {
    kind: 'invalid',
    code: 'unknown_reason',
  });
  await refusedWhole(desk, () => endNotedTapa(desk, id, monday, given('other')), {
    kind: 'invalid',
    code: 'note_needed',
  });
  await endNotedTapa(desk, id, monday, given('other', 'noted twice'));
  expect(await tapas(desk, { all: true })).toMatchObject([
    { closed: { on: monday, code: 'other', note: 'noted twice' } },
  ]);
  expect(await refusal(() => tapaInWriting(desk, id, monday))).toMatchObject({ code: 'tapa_settled' });
  const last = await desk.store.db
    .selectFrom('journal_action')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  await undo(desk, last.id, null);
  expect(await tapas(desk, { all: false })).toMatchObject([{ id, closed: null }]);
});

it('refuses days that cannot be, numbers that none has, and referrals that do not fit', async () => {
  const desk = await office();
  const { id } = await noteTapa(desk, facts());
  await refusedWhole(desk, () => noteTapa(desk, facts({ agreedOn: day('2026-10-06') })), invalid);
  await refusedWhole(desk, () => noteTapa(desk, facts({ writtenOn: day('2026-10-01') })), invalid);
  await refusedWhole(desk, () => tapaInWriting(desk, id, day('2026-10-01')), invalid);
  await refusedWhole(desk, () => tapaInWriting(desk, id, day('2026-10-06')), invalid);
  await refusedWhole(desk, () => tapaInWriting(desk, 'T0009' as TapaNumber, monday), {
    kind: 'not_found',
    code: 'no_such_tapa',
  });
  const { id: plain } = await refer(desk);
  const noTapa = { kind: 'rule', code: 'no_tapa' };
  await refusedWhole(desk, () => endTapaOfReferral(desk, plain, monday), noTapa);
  await refusedWhole(desk, () => tapaOfReferralInWriting(desk, plain, monday), noTapa);
  await closeReferral(desk, plain, { code: 'moved_away', note: null });
  await refusedWhole(desk, () => referForTapa(desk, id, plain), { kind: 'rule', code: 'referral_ended' });
});

it('of a referral is over when that is noted, and nothing of it is due any more', async () => {
  const desk = at(await office(), '2026-12-20T15:00:00Z');
  const { id } = await refer(desk, { tapa: { date: friday } });
  const due = async () => (await dueNow(desk)).flatMap(({ kind }) => (kind.startsWith('tapa') ? [kind] : []));
  expect(await due()).toEqual(['tapa_written', 'tapa_ends']);
  await tapaOfReferralInWriting(desk, id, monday);
  expect(await due()).toEqual(['tapa_ends']);
  await endTapaOfReferral(desk, id, day('2026-12-19'));
  expect(await due()).toEqual([]);
});
