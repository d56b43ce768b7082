import { describe, expect, it } from 'vitest';
import { today } from '../../src/desk/desk.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { yearReport } from '../../src/reports/year.ts';
import { office, refer } from '../office.ts';
import { expectSound, valueAt } from './held.ts';

describe('the year', () => {
  it('counts each referral once, by who sent it', async () => {
    const desk = await office();
    await refer(desk, { source: 'community' });
    await refer(desk, { source: 'division' });
    await refer(desk, { source: 'division' });
    const report = await yearReport(desk, scopeOf({}, { today: today(desk), fund: desk.fund }));
    expectSound(report);
    expect(valueAt(report, 'source/division/referrals')).toBe(2);
    expect(valueAt(report, 'source/all/referrals')).toBe(3);
  });
});
