import { describe, expect, it } from 'vitest';
import { noteEvent, transferCase } from '../src/desk/case/during.ts';
import { closeCase, followUp } from '../src/desk/case/ending.ts';
import { acceptCase, declineCase, seeFamily } from '../src/desk/case/first-steps.ts';
import type { Desk } from '../src/desk/desk.ts';
import { addFamilyToFins, answerFcs, offerFcs, reviewFamily } from '../src/desk/fins.ts';
import { decideFund, payFromFund, requestFromFund, setBudget } from '../src/desk/fund.ts';
import { override } from '../src/desk/match.ts';
import { closeReferral, contactSubmitter, keyIntoFaces } from '../src/desk/work-referral.ts';
import type { ReferralNumber } from '../src/rules/words.ts';
import { at, code, day, office, refer, screen, specialist, utc } from './office.ts';
import { makePast, type Past } from './past.ts';

const moment = (dayOfMonth: number, hour = 15) =>
  utc(`2020-07-${String(dayOfMonth).padStart(2, '0')}T${hour}:00:00Z`);

async function place(desk: Desk, referral: ReferralNumber, who: string) {
  const placing = { referral, specialist: code(who), reason: 'test' };
  return (await override(desk, placing)).assigned[0]!.case;
}

/** Served, transferred on the way, with the fund, and followed up. */
async function served(office: Desk) {
  const { id } = await refer(at(office, moment(1)));
  await contactSubmitter(at(office, moment(1, 18)), id, {
    at: moment(1, 18),
    outcome: 'reached',
    note: null,
  });
  await screen(
    at(office, moment(2)),
    await keyIntoFaces(at(office, moment(2)), id, { number: '100001', on: day('2020-07-02'), denial: false }),
  );
  const file = await place(at(office, moment(2)), id, 'ann');
  await seeFamily(at(office, moment(3, 19)), file, { at: moment(3, 19), late: 'The roads were closed.' });
  await acceptCase(at(office, moment(3, 20)), file, { on: null, until: null });
  const asked = {
    kind: 'rent',
    item: null,
    amount: 300_00,
    why: 'x',
    tried: 'y',
    requestedOn: day('2020-07-06'),
    requestedBy: 'Sam Example',
  };
  const request = await requestFromFund(at(office, moment(6)), id, asked);
  const ruling = {
    decision: 'approved',
    approved: 200_00,
    on: day('2020-07-06'),
    note: null,
    overBudget: null,
  } as const;
  await decideFund(at(office, moment(6)), request.id, ruling);
  for (const amount of [50_00, 150_00])
    await payFromFund(at(office, moment(7)), request.id, {
      amount,
      payee: 'The landlord',
      on: day('2020-07-07'),
    });
  await noteEvent(at(office, moment(8, 21)), file, { kind: 'unsafe', on: day('2020-07-08'), note: null });
  await transferCase(at(office, moment(9)), file, { to: code('ben'), reason: 'test' });
  const closing = {
    on: day('2020-07-30'),
    code: 'time_over',
    note: null,
    intact: false,
    whereabouts: ['relative'] as const,
    followUpServices: null,
  };
  await closeCase(at(office, moment(30, 22)), file, closing);
  const after = {
    months: 3,
    on: day('2020-10-30'),
    reached: true,
    abuse: true,
    placed: false,
    placedOn: null,
    note: null,
  };
  await followUp(at(office, '2020-10-30T15:00:00Z'), file, after);
}

/** No opening: listed, reviewed, offered FCS, and placed later; the specialist does not take the family. */
async function listed(office: Desk) {
  const { id } = await screen(
    at(office, moment(2, 16)),
    await refer(at(office, moment(2)), { county: 'Callaway', source: 'division' }),
  ).then(({ referral }) => referral);
  await addFamilyToFins(at(office, moment(2, 17)), id, null);
  await reviewFamily(at(office, moment(3)), id, {
    priority: 'moderate',
    decision: 'keep',
    note: null,
    reason: null,
  });
  await reviewFamily(at(office, moment(4)), id, {
    priority: 'imminent',
    decision: 'fcs',
    note: null,
    reason: null,
  });
  await answerFcs(at(office, moment(5)), id, { answer: 'declined', on: day('2020-07-05'), note: null });
  await reviewFamily(at(office, moment(6, 16)), id, {
    priority: 'imminent',
    decision: 'match',
    note: null,
    reason: null,
  });
  const file = await place(at(office, moment(6, 17)), id, 'ben');
  await declineCase(at(office, moment(7)), file, {
    code: 'safety_not_assured',
    note: null,
    screeningMinutes: 90,
  });
}

/** Not eligible, offered FCS, and one whose case ends with the referral. */
async function ended(office: Desk) {
  const { referral } = await screen(
    at(office, moment(3)),
    await refer(at(office, moment(3)), { tapa: { date: day('2020-07-01') } }),
    { safety_assured: 'no' },
  );
  await offerFcs(at(office, moment(3, 18)), referral.id, { on: day('2020-07-03'), note: null });
  await keyIntoFaces(at(office, moment(6)), referral.id, {
    number: null,
    on: day('2020-07-06'),
    denial: true,
  });
  const { id } = await refer(at(office, moment(10)));
  await screen(
    at(office, moment(10, 16)),
    await contactSubmitter(at(office, moment(10)), id, { at: moment(10), outcome: 'no_answer', note: null }),
  );
  await place(at(office, moment(10, 16)), id, 'ann');
  await closeReferral(at(office, moment(11)), id, { code: 'moved_away', note: null });
}

const described: Past = {
  budgets: [{ circuit: 13, sfy: 2021, amount: 1000_00 }],
  specialists: [
    { code: 'ann', addedAt: moment(1) },
    { code: 'ben', addedAt: moment(1) },
  ],
  referrals: [
    {
      receivedAt: moment(1),
      source: 'community',
      contactedAt: moment(1, 18),
      faces: '2020-07-02',
      cases: [
        {
          specialist: 'ann',
          assignedAt: moment(2),
          seenAt: moment(3, 19),
          closedOn: '2020-07-30',
          endReason: 'time_over',
          intact: false,
          whereabouts: 'relative',
          events: [{ kind: 'unsafe', on: '2020-07-08' }],
          transfers: [{ to: 'ben', at: moment(9) }],
          followUps: [{ months: 3, abuse: true }],
          fund: [
            {
              kind: 'rent',
              amount: 300_00,
              requestedOn: '2020-07-06',
              approved: 200_00,
              payments: [
                { amount: 50_00, on: '2020-07-07' },
                { amount: 150_00, on: '2020-07-07' },
              ],
            },
          ],
        },
      ],
    },
    {
      receivedAt: moment(2),
      county: 'Callaway',
      screenings: [{ at: moment(2, 16), result: 'eligible' }],
      fins: [
        {
          addedAt: moment(2, 17),
          reviews: [
            { at: moment(3), priority: 'moderate' },
            { at: moment(4), priority: 'imminent', decision: 'fcs' },
            { at: moment(6, 16), priority: 'imminent', decision: 'match' },
          ],
        },
      ],
      cases: [
        {
          specialist: 'ben',
          assignedAt: moment(6, 17),
          declined: { at: moment(7), reason: 'safety_not_assured', minutes: 90 },
        },
      ],
      fcs: [{ on: '2020-07-04', answer: 'declined', answeredOn: '2020-07-05' }],
    },
    {
      receivedAt: moment(3),
      source: 'community',
      tapa: { on: '2020-07-01' },
      denials: [{ at: moment(3), reason: 'safety_not_assured', facesOn: '2020-07-06' }],
      fcs: [{ on: '2020-07-03' }],
    },
    {
      receivedAt: moment(10),
      source: 'community',
      contacts: [{ at: moment(10), outcome: 'no_answer' }],
      cases: [{ specialist: 'ann', assignedAt: moment(10, 16) }],
      ended: { status: 'closed', at: moment(11), reason: 'moved_away' },
    },
  ],
};

/** What is only said, or by whom: it is made up, and no figure rests on it. */
const said =
  /^(name|reason|why|tried|payee|note|.*_note|.*_by|by|submitter_.*|facts|plan|kind_of|channel|text|seen_late|settled_how|discussed_on|created_at|birth_date)$/;

const tables = [
  'referral',
  'person',
  'contact',
  'screening',
  'denial',
  'place',
  'service_case',
  'case_event',
  'case_transfer',
  'case_child',
  'case_follow_up',
  'fins_entry',
  'fins_review',
  'fcs_offer',
  'fund_request',
  'fund_payment',
  'fund_budget',
] as const;

async function rowsIn({ store }: Desk) {
  const read = async (table: (typeof tables)[number]) =>
    (await store.db.selectFrom(table).selectAll().orderBy('id').execute()).map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([column]) =>
          table === 'denial' ? column !== 'note' : !said.test(column),
        ),
      ),
    );
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await read(table)] as const)),
  );
}

describe('a made past', () => {
  it('is what the desk’s own verbs would have left', async () => {
    const worked = await office({ settings: { circuits: [13] } });
    await setBudget(worked, { circuit: 13, sfy: 2021, amount: 1000_00 });
    for (const name of ['ann', 'ben']) await specialist(at(worked, moment(1)), name);
    await served(worked);
    await listed(worked);
    await ended(worked);
    const made = await office({ settings: { circuits: [13] } });
    const numbers = makePast(made.store.file, described);
    expect(numbers).toEqual(['R20-0001', 'R20-0002', 'R20-0003', 'R20-0004']);
    expect(await rowsIn(made)).toEqual(await rowsIn(worked));
  });

  it('takes specialists on as its families need them, and never gives one more than the policy allows', async () => {
    const made = await office();
    const cases = [{ assignedAt: moment(2) }];
    makePast(made.store.file, {
      referrals: Array.from({ length: 5 }, () => ({ receivedAt: moment(1), county: 'Boone', cases })),
    });
    const open = await made.store.db
      .selectFrom('service_case as c')
      .innerJoin('specialist as s', 's.id', 'c.specialist_id')
      .select(['s.code', 'c.place'])
      .execute();
    expect(open.map((one) => `${one.code} ${one.place}`)).toEqual([
      's13-iis-1 1',
      's13-iis-1 2',
      's13-iis-2 1',
      's13-iis-2 2',
      's13-iis-3 1',
    ]);
  });

  it('refuses what can’t have been', async () => {
    const made = await office();
    const referrals = [1, 2, 3].map(() => ({
      receivedAt: moment(1),
      cases: [{ specialist: 'ann', assignedAt: moment(2) }],
    }));
    expect(() => makePast(made.store.file, { referrals })).toThrow('ann has no place');
    expect(await made.store.db.selectFrom('referral').selectAll().execute()).toEqual([]);
  });
});
