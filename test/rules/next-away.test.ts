import { expect, it } from 'vitest';
import { nextAway } from '../../src/rules/specialist.ts';
import { day } from './matching-made.ts';

const leave = (from: string, until: string) => ({ from: day(from), until: day(until), note: null });
const soon = leave('2026-10-12', '2026-10-20');
const later = leave('2026-12-21', '2026-12-31');
const now = leave('2026-10-05', '2026-10-10');
const ends = (on: string) => ({ on: day(on), reason: null });

it.each([
  ['nothing is known of', [], null, null],
  ['a leave is to come', [soon], null, { on: '2026-10-12', forGood: false }],
  ['two are, in any order', [later, soon], null, { on: '2026-10-12', forGood: false }],
  ['one runs already', [now], null, null],
  ['one runs and one is to come', [now, later], null, { on: '2026-12-21', forGood: false }],
  ['the work ends after the leave', [soon], ends('2026-12-01'), { on: '2026-10-12', forGood: false }],
  ['the work ends before the leave', [later], ends('2026-12-01'), { on: '2026-12-01', forGood: true }],
  ['both on one day', [soon], ends('2026-10-12'), { on: '2026-10-12', forGood: true }],
])('when a specialist is next away, where %s', (_, leaves, ended, away) => {
  expect(nextAway({ leaves, ended }, day('2026-10-09'))).toEqual(away);
});
