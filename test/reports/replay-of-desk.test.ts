import { expect, it } from 'vitest';
import { declineCase } from '../../src/desk/case/first-steps.ts';
import { today } from '../../src/desk/desk.ts';
import { addFamilyToFins, reviewFamily } from '../../src/desk/fins.ts';
import { assign } from '../../src/desk/match.ts';
import { sendOnLeave } from '../../src/desk/specialists.ts';
import { capacityReport } from '../../src/reports/capacity.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { addMs, DAY, HOUR } from '../../src/rules/time.ts';
import { type CaseNumber, priorities, type ReferralNumber } from '../../src/rules/words.ts';
import { at, code, day, eligible, monday, office, specialist } from '../office.ts';
import { seeded } from '../rules/figures/simulated-loss.ts';
import { expectSound, valueAt } from './held.ts';

it('the replay makes every placement that the desk made, at the same moment with the same specialist', async () => {
  const desk = await office();
  await specialist(desk, 'kim', { counties: ['Boone'] });
  await specialist(desk, 'ana', { languages: ['en', 'es'] });
  await sendOnLeave(
    desk,
    code('ana'),
    { from: day('2026-10-14'), until: day('2026-10-20'), note: null },
    'keep',
  );
  const random = seeded(17);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const listed = new Map<ReferralNumber, (typeof priorities)[number]>();
  const open = new Map<CaseNumber, number>();
  for (let n = 0; n < 24; n += 1) {
    const morning = at(desk, addMs(monday, n * DAY));
    for (const [id, until] of open) {
      if (until > n) continue;
      await declineCase(morning, id, { code: 'family_unwilling', note: null, screeningMinutes: 60 });
      open.delete(id);
    }
    const noon = at(desk, addMs(morning.now, HOUR));
    for (const [id, priority] of listed)
      await reviewFamily(noon, id, { priority, decision: 'keep', note: null, reason: null });
    const fresh: [ReferralNumber, (typeof priorities)[number]][] = [];
    for (let k = Math.floor(random() * 2.4); k > 0; k -= 1) {
      const priority = pick(priorities);
      const facts = {
        priority,
        county: pick(['Boone', 'Callaway']),
        language: random() < 0.25 ? 'es' : 'en',
      };
      fresh.push([await eligible(noon, facts), priority]);
    }
    const { assigned } = await assign(at(desk, addMs(noon.now, HOUR)), { only: null, program: null });
    for (const one of assigned) {
      open.set(one.case, n + 2 + Math.floor(random() * 6));
      listed.delete(one.referral);
    }
    const placed = new Set(assigned.map(({ referral }) => referral));
    for (const [id, priority] of fresh.filter(([one]) => !placed.has(one))) {
      await addFamilyToFins(at(desk, addMs(noon.now, 2 * HOUR)), id, null);
      listed.set(id, priority);
    }
  }
  const later = at(desk, addMs(monday, 24 * DAY));
  const made = await capacityReport(later, scopeOf({}, { today: today(later), fund: desk.fund }), {
    target: null,
    whatIf: { change: 1, circuit: 13, languages: ['es'] },
  });
  expectSound(made);
  const placements = (row: string) => valueAt(made, `replay/${row}/placements`);
  expect(placements('recorded')).toBeGreaterThan(12);
  expect(placements('same')).toBe(placements('recorded'));
  expect(placements('more')).toBe(0);
  // More wait than are placed, so that one more has somebody to serve.
  expect(valueAt(made, 'what-if/all/gained')).toBeGreaterThan(0);
  expect(valueAt(made, 'what-if/all/both')).toBe(placements('recorded') - valueAt(made, 'what-if/all/lost'));
});
