import { expect, it } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { dueNow } from '../../src/desk/due.ts';
import { keepTraining, trainings } from '../../src/desk/training.ts';
import { lacksTraining, parseHours } from '../../src/rules/training.ts';
import { code, day, office, refusedWhole, specialist } from '../office.ts';

const keep = (desk: Desk, hours: number, on = '2026-10-05') =>
  keepTraining(
    desk,
    { specialist: code('ifr'), supervisor: null, program: 'IFRS' },
    { minutes: hours * 60, on: day(on), note: null },
  );

it('what the policy asks for is due until it is complete, of the specialist and of the supervisor', async () => {
  const desk = await office();
  await specialist(desk, 'ifr', { program: 'IFRS', supervisor: 'Pat Example' });
  await specialist(desk, 'ifs', { program: 'IFRS', supervisor: 'PAT EXAMPLE' });
  await specialist(desk, 'kim', { supervisor: 'Pat Example' });
  const due = async () => (await dueNow(desk)).filter(({ kind }) => kind === 'training').map(({ id }) => id);
  expect(await due()).toEqual(['ifr', 'ifr', 'ifs']);
  await keep(desk, 41.75);
  expect(await due()).toEqual(['ifr', 'ifr', 'ifs']);
  await keep(desk, 0.25);
  expect(await due()).toEqual(['ifr', 'ifs']);
  const supervisor = { specialist: null, supervisor: 'pat example', program: 'IFRS' };
  await keepTraining(desk, supervisor, { minutes: 36 * 60, on: day('2026-10-01'), note: null });
  expect(await due()).toEqual(['ifs']);
  const all = await trainings(desk);
  expect(all.map((one) => [one.role, one.program, lacksTraining(one)])).toEqual([
    ['specialist', 'IFRS', false],
    ['specialist', 'IFRS', true],
    ['specialist', 'IIS', false],
    ['supervisor', 'IFRS', false],
    ['supervisor', 'IIS', false],
  ]);
});

it('training to come is refused', async () => {
  const desk = await office();
  await specialist(desk, 'ifr', { program: 'IFRS' });
  await refusedWhole(desk, () => keep(desk, 1, '2026-10-06'), { kind: 'invalid', code: 'bad_date' });
});

it.each([
  ['6', 360],
  ['7.5', 450],
  ['0.25', 15],
  ['0', null],
  ['-1', null],
  ['1.1', null],
  ['6h', null],
  ['', null],
])('%s hours', (typed, minutes) => {
  const parsed = parseHours(typed);
  expect('minutes' in parsed ? parsed.minutes : null).toBe(minutes);
});
