import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { look } from '../../src/desk/desk.ts';
import { fundCalled } from '../../src/desk/fund.ts';
import { firstBrokenLink } from '../../src/records/journal-chain.ts';
import { paidOf } from '../../src/rules/fund.ts';
import { approvedRequest, decided, fundRequest, type served } from '../fund-office.ts';
import { folder } from '../office.ts';
import { script } from '../processes/start.ts';

describe('eight processes that pay at once', () => {
  it('never pay more than was approved, and not less than they say', async () => {
    const { desk, id } = await approvedRequest(100_00);
    const go = join(folder(), 'go');
    const payEach = await script('pay-each');
    const amounts = ['700', '1300', '1900', '700'];
    const started = Array.from({ length: 8 }, () => payEach(desk.store.file, go, id, ...amounts));
    while (!started.every(({ said }) => said() === 'ready\n'))
      await new Promise((done) => setTimeout(done, 5));
    writeFileSync(go, '');
    const said = (await Promise.all(started.map(({ ended }) => ended))).flatMap((all) =>
      all.trim().split('\n').slice(1),
    );

    expect(said).toHaveLength(32);
    const paid = said.filter((line) => line.endsWith(' paid')).map((line) => Number(line.split(' ')[0]));
    const others = said.filter((line) => !line.endsWith(' paid')).map((line) => line.replace(/^\S+ /, ''));
    const sum = paid.reduce((all, one) => all + one, 0);
    expect(sum).toBeGreaterThan(93_00);
    expect(sum).toBeLessThanOrEqual(100_00);
    expect([...new Set(others)].sort()).toContain('rule above_approved');
    expect(others.filter((one) => !/^rule (above_approved|fund_settled)$/.test(one))).toEqual([]);
    expect(paidOf(await fundCalled(desk, id))).toBe(sum);
    expect(await look(desk, firstBrokenLink)).toBeNull();
  });
});

describe('the schema itself', () => {
  const payment = (facts: Record<string, number | null>) => {
    const row = { request: 1, number: 1, previous: null, approved: 10000, before: 0, amount: 4000, ...facts };
    return { ...row, after: 'after' in facts ? facts.after! : row.before! + row.amount! };
  };

  /** A payment put straight into the table, past every rule of the program. */
  const insert = (desk: Awaited<ReturnType<typeof served>>['desk'], facts: Record<string, number | null>) => {
    const { request, number, previous, approved, before, amount, after } = payment(facts);
    return sql`insert into fund_payment (referral_id, request_id, number, previous, approved_cents, before_cents,
        amount_cents, after_cents, payee, paid_on, paid_by)
      values (1, ${request}, ${number}, ${previous}, ${approved}, ${before}, ${amount}, ${after}, 'Sample Rentals',
        '2026-10-05', 'KL')`.execute(desk.store.db);
  };

  const constraint = (kind: string) => expect.objectContaining({ code: `SQLITE_CONSTRAINT_${kind}` });

  it('takes payments that go on from each other up to what was approved', async () => {
    const { desk } = await approvedRequest(100_00);
    await insert(desk, {});
    await insert(desk, { number: 2, previous: 1, before: 4000, amount: 6000 });
  });

  it.each<[string, Record<string, number | null>, string]>([
    ['above what was approved', { amount: 10001 }, 'CHECK'],
    ['of nothing', { amount: 0 }, 'CHECK'],
    ['that ends elsewhere than it says', { after: 3999 }, 'CHECK'],
    ['that leaves one before it out', { number: 3, previous: 2, before: 4000 }, 'FOREIGNKEY'],
    ['that forgets what was paid before', { number: 2, previous: 1, before: 0, amount: 10000 }, 'FOREIGNKEY'],
    ['that begins in the middle', { number: 2, previous: null, before: 4000 }, 'CHECK'],
    ['in the place of another', {}, 'UNIQUE'],
    [
      'on another approval than there is',
      { number: 2, previous: 1, before: 4000, approved: 20000 },
      'FOREIGNKEY',
    ],
  ])('takes no payment %s', async (_, facts, kind) => {
    const { desk } = await approvedRequest(100_00);
    await insert(desk, {});
    await expect(insert(desk, facts)).rejects.toThrow(constraint(kind));
  });

  it.each(['asked', 'denied'] as const)('takes no payment on a request that is %s', async (state) => {
    const { desk, id } = await fundRequest(100_00);
    if (state === 'denied') await decided(desk, id, { decision: 'denied', note: 'too much' });
    await expect(insert(desk, {})).rejects.toThrow(constraint('FOREIGNKEY'));
  });

  it.each([
    ["decided_by = 'kim'", 'by whoever asked'],
    ['approved_cents = amount_cents + 1', 'above what was asked'],
    ['approved_cents = null', 'of nothing'],
  ])('takes no approval with %s: %s', async (change) => {
    const { desk } = await approvedRequest(100_00);
    await expect(sql.raw(`update fund_request set ${change}`).execute(desk.store.db)).rejects.toThrow(
      constraint('CHECK'),
    );
  });

  it('lets nobody lower what was approved under what was paid', async () => {
    const { desk } = await approvedRequest(100_00);
    await insert(desk, {});
    await expect(
      sql.raw('update fund_request set approved_cents = 3000').execute(desk.store.db),
    ).rejects.toThrow(constraint('FOREIGNKEY'));
  });
});
