import { describe, expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { dropDraft, keepDraft, openDrafts } from '../../src/desk/drafts.ts';
import { changeSettings } from '../../src/desk/settings.ts';
import { readSettings } from '../../src/records/settings.ts';
import { defaultSettings } from '../../src/rules/settings.ts';
import { at, office, refusedWhole } from '../office.ts';

describe('settings', () => {
  it('keep what is given and leave the others', async () => {
    const desk = await office();
    await changeSettings(desk, { circuits: [19, 13, 19], name: 'Kim Example' });
    await changeSettings(desk, { name: 'Lee Example' });
    const kept = { ...defaultSettings, circuits: [13, 19], name: 'Lee Example' };
    expect(await look(desk, readSettings)).toEqual(kept);
  });

  it.each([
    ['a circuit that Missouri does not have', { circuits: [13, 47] }],
    ['such a circuit among the sites', { ifrsCircuits: [0] }],
    ['a time zone that is none', { zone: 'America/Columbiaa' }],
  ])('are refused whole with %s', async (_, patch) => {
    const desk = await office();
    const work = () => changeSettings(desk, { name: 'Kim Example', ...patch });
    await refusedWhole(desk, work, { kind: 'invalid', code: 'bad_settings' });
  });
});

describe('drafts', () => {
  const content = (text: string) => ({ content: { text }, kind: 'intake' });

  it('are kept, saved over, listed newest first by kind, and let go', async () => {
    const desk = await office();
    const later = at(desk, '2026-10-05T15:00:00Z');
    const first = await keepDraft(desk, { id: null, ...content('a') });
    const second = await keepDraft(desk, { id: null, ...content('b') });
    await keepDraft(desk, { id: null, kind: 'screening', content: {} });
    await keepDraft(later, { id: first, ...content('c') });
    expect(await openDrafts(desk, 'intake')).toMatchObject([
      { id: first, owner: 'KL', startedAt: desk.now, savedAt: later.now, content: { text: 'c' } },
      { id: second, content: { text: 'b' } },
    ]);
    await dropDraft(desk, first);
    await dropDraft(desk, first);
    expect(await openDrafts(desk, 'intake')).toMatchObject([{ id: second }]);
  });

  it('that somebody else let go are kept anew', async () => {
    const desk = await office();
    const id = await keepDraft(desk, { id: null, ...content('a') });
    await dropDraft(desk, id);
    await keepDraft(desk, { id, ...content('b') });
    expect(await openDrafts(desk, 'intake')).toMatchObject([{ content: { text: 'b' } }]);
  });
});
