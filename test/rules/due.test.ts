import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fundBook from '../../data/fund.json';
import holidayRules from '../../data/holidays.json';
import ifrs from '../../data/programs/ifrs.json';
import iis from '../../data/programs/iis.json';
import reasonBook from '../../data/reasons.json';
import type { CaseFile } from '../../src/rules/case/case.ts';
import { inOrder } from '../../src/rules/due/in-order.ts';
import {
  type Due,
  type DueOffice,
  dueKinds,
  type EndedReferral,
  everythingDue,
  type LeftDraft,
  type OpenCase,
  type OpenReferral,
  type Waiting,
} from '../../src/rules/due.ts';
import type { FundBook } from '../../src/rules/fund.ts';
import { type HolidayRules, holidayCalendar } from '../../src/rules/holidays.ts';
import type { PlacedSpecialist } from '../../src/rules/placing.ts';
import { programFrom } from '../../src/rules/policy.ts';
import type { FollowUp } from '../../src/rules/reason-effects.ts';
import type { ReasonBook } from '../../src/rules/reasons.ts';
import type { Referral } from '../../src/rules/referral.ts';
import type { NotedTapa } from '../../src/rules/tapa.ts';
import type { CalendarDate, Instant } from '../../src/rules/time.ts';
import { whyAfter } from '../../src/rules/why/of-case.ts';
import {
  type CaseNumber,
  priorities,
  type ReferralNumber,
  type SpecialistCode,
} from '../../src/rules/words.ts';

const office: DueOffice = {
  now: '2026-10-05T14:00:00Z' as Instant,
  zone: 'America/Chicago',
  holidays: holidayCalendar(holidayRules as HolidayRules),
  programs: { IIS: programFrom('iis.json', iis), IFRS: programFrom('ifrs.json', ifrs) },
  reasons: reasonBook as ReasonBook,
  fund: fundBook as FundBook,
  specialists: [],
};
const nothing: Waiting = {
  referrals: [],
  followUps: [],
  ended: [],
  tapas: [],
  fund: [],
  training: [],
  events: [],
  closedCases: [],
  drafts: [],
};

/** A referral for which nothing is due: reached, in FACES, on the list with FCS answered. */
const quiet: OpenReferral = {
  referral: 'R26-0001' as ReferralNumber,
  status: 'received',
  program: 'IIS',
  priority: 'high',
  receivedAt: '2026-10-05T14:00:00Z' as Instant,
  circuit: 13,
  county: 'Boone',
  language: null,
  interpreterArranged: false,
  situation: 'neglect',
  family: 'Dana Sample',
  agrees: true,
  contactedAt: '2026-10-05T14:00:00Z' as Instant,
  attempts: 1,
  screened: null,
  tapa: null,
  inFaces: true,
  denialsToKey: 0,
  fins: null,
  leftFins: null,
  fcs: null,
  fcsOffered: false,
  case: null,
};

type Facts = Partial<Record<keyof OpenReferral, unknown>>;

const dueAt = (now: string, facts: Facts, more: Partial<DueOffice> = {}): Due[] =>
  everythingDue(
    { ...nothing, referrals: [{ ...quiet, ...facts } as OpenReferral] },
    { ...office, ...more, now: now as Instant },
  );

const kindsAt = (now: string, facts: Facts, more: Partial<DueOffice> = {}) =>
  dueAt(now, facts, more).map(({ kind }) => kind);

const monday = '2026-10-05T14:00:00Z';

const secondBefore = (moment: string) =>
  new Date(Date.parse(moment) - 1000).toISOString().replace('.000', '') as Instant;

describe('the submitter is contacted within 48 business hours', () => {
  it.each([
    ['Friday 4 PM, until Tuesday 4 PM', '2026-10-02T21:00:00Z', '2026-10-06T21:00:00Z'],
    ['Saturday noon, until the end of Tuesday', '2026-10-03T17:00:00Z', '2026-10-07T05:00:00Z'],
    ['before Columbus Day', '2026-10-09T15:00:00Z', '2026-10-14T15:00:00Z'],
    ['before Christmas Day', '2026-12-24T18:00:00Z', '2026-12-29T18:00:00Z'],
    ['over Lincoln Day and Washington’s Birthday', '2026-02-11T15:00:00Z', '2026-02-17T15:00:00Z'],
    ['over Truman Day', '2026-05-07T17:00:00Z', '2026-05-12T17:00:00Z'],
    ['over Truman Day, a Saturday, kept on Friday', '2027-05-06T17:00:00Z', '2027-05-11T17:00:00Z'],
    ['over Christmas Day, a Sunday, kept on Monday', '2022-12-23T18:00:00Z', '2022-12-28T18:00:00Z'],
    ['over a New Year’s Day kept in the old year', '2027-12-30T18:00:00Z', '2028-01-04T18:00:00Z'],
    ['over Juneteenth, a Friday', '2026-06-18T15:00:00Z', '2026-06-23T15:00:00Z'],
    ['Independence Day on a Saturday is kept on Friday', '2026-07-02T15:00:00Z', '2026-07-07T15:00:00Z'],
    ['when clocks go forward', '2026-03-06T22:00:00Z', '2026-03-10T21:00:00Z'],
    ['when clocks go back', '2026-10-30T21:00:00Z', '2026-11-03T22:00:00Z'],
  ])('%s', (_, receivedAt, due) => {
    const facts = { contactedAt: null, attempts: 0, receivedAt };
    expect(dueAt(secondBefore(due), facts)).toMatchObject([
      { kind: 'contact_submitter', dueAt: due, overdue: false },
    ]);
    expect(dueAt(due, facts)).toMatchObject([{ kind: 'contact_submitter', dueAt: due, overdue: true }]);
  });

  it('says how often it was tried', () => {
    expect(dueAt(monday, { contactedAt: null, attempts: 2 })[0]?.detail).toBe('tried 2 times, not reached');
  });
});

const open = (assignedAt: string, status = 'assigned', more: Partial<OpenCase> = {}) => ({
  status: 'assigned',
  case: {
    id: 'C26-0007' as CaseNumber,
    specialist: 'kim' as SpecialistCode,
    status,
    assignedAt: assignedAt as Instant,
    seenAt: null,
    startedOn: null,
    endsOn: null,
    nextStaffingOn: null,
    cameHome: false,
    ...more,
  },
});

describe('the family is seen within hours of the clock', () => {
  it.each([
    ['IIS, 24 hours', 'IIS', monday, '2026-10-06T14:00:00Z'],
    ['IFRS, 72 hours', 'IFRS', monday, '2026-10-08T14:00:00Z'],
    ['on a Friday, through the weekend', 'IFRS', '2026-10-09T14:00:00Z', '2026-10-12T14:00:00Z'],
    ['over a holiday', 'IIS', '2026-10-12T02:00:00Z', '2026-10-13T02:00:00Z'],
    ['over an observed holiday and a weekend', 'IFRS', '2026-07-02T22:00:00Z', '2026-07-05T22:00:00Z'],
    ['when clocks go forward', 'IIS', '2026-03-08T02:00:00Z', '2026-03-09T02:00:00Z'],
    ['72 hours when clocks go forward', 'IFRS', '2026-03-06T22:00:00Z', '2026-03-09T22:00:00Z'],
    ['when clocks go back', 'IIS', '2026-11-01T01:00:00Z', '2026-11-02T01:00:00Z'],
    ['72 hours when clocks go back', 'IFRS', '2026-10-30T21:00:00Z', '2026-11-02T21:00:00Z'],
  ])('%s', (_, program, assignedAt, due) => {
    expect(dueAt(assignedAt, { program, ...open(assignedAt) })).toMatchObject([
      { kind: 'see_family', id: 'C26-0007', dueAt: due, overdue: false, command: 'iis case seen C26-0007' },
    ]);
    expect(dueAt(due, { program, ...open(assignedAt) })).toMatchObject([
      { kind: 'see_family', overdue: true },
    ]);
  });

  it('is settled once the family was seen; then it is accepted or not', () => {
    const seen = open(monday, 'assigned', { seenAt: monday as Instant });
    expect(dueAt('2026-10-20T14:00:00Z', seen)).toMatchObject([
      { kind: 'assess_family', dueAt: null, command: 'iis case accept C26-0007' },
    ]);
    expect(kindsAt('2026-10-20T14:00:00Z', open(monday, 'accepted'))).toEqual([]);
  });
});

describe('in an open case', () => {
  const since = '2026-10-06' as CalendarDate;
  const accepted = (more: Partial<OpenCase>) =>
    open(monday, 'accepted', { startedOn: since, endsOn: '2026-11-17' as CalendarDate, ...more });

  it('the end counts from the start, and an extension moves it', () => {
    expect(dueAt('2026-11-10T06:00:00Z', accepted({}))).toMatchObject([
      { kind: 'service_ends', overdue: false, command: 'iis case close C26-0007' },
    ]);
    expect(kindsAt('2026-11-10T05:59:59Z', accepted({}))).toEqual([]);
    expect(dueAt('2026-11-18T06:00:00Z', accepted({}))).toMatchObject([{ overdue: true }]);
    expect(kindsAt('2026-11-18T06:00:00Z', accepted({ endsOn: '2026-12-01' as CalendarDate }))).toEqual([]);
  });

  it('the staffing that was agreed on is due on its day', () => {
    const facts = accepted({ nextStaffingOn: '2026-10-20' as CalendarDate });
    expect(kindsAt('2026-10-20T04:59:59Z', facts)).toEqual([]);
    expect(dueAt('2026-10-20T05:00:00Z', facts)).toMatchObject([
      { kind: 'staffing', dueAt: '2026-10-21T05:00:00Z', overdue: false },
    ]);
  });

  it('a program that brings a child home asks whether it is, from the day by which it usually is', () => {
    const facts = { program: 'IFRS', ...accepted({ endsOn: '2027-01-04' as CalendarDate }) };
    expect(kindsAt('2026-10-20T04:59:59Z', facts)).toEqual([]);
    expect(kindsAt('2026-10-20T05:00:00Z', facts)).toEqual(['child_home']);
    expect(kindsAt('2026-10-20T05:00:00Z', { ...facts, program: 'IIS' })).toEqual([]);
    const home = { ...facts, case: { ...facts.case, cameHome: true } };
    expect(kindsAt('2026-10-20T05:00:00Z', home)).toEqual([]);
  });
});

describe('a child placed, or not safe at home', () => {
  const event = {
    referral: 'R26-0002' as ReferralNumber,
    program: 'IIS',
    family: null,
    priority: 'moderate' as const,
    case: 'C26-0008' as CaseNumber,
    kind: 'unsafe' as const,
    on: '2026-10-05' as CalendarDate,
    at: monday as Instant,
  };

  it('is due at once, before what is overdue for a child at imminent risk', () => {
    const late = { ...quiet, priority: 'imminent', ...open('2026-10-01T14:00:00Z') } as OpenReferral;
    const due = everythingDue({ ...nothing, referrals: [late], events: [event] }, office);
    expect(due.map(({ kind, id }) => [kind, id])).toEqual([
      ['case_event', 'C26-0008'],
      ['see_family', 'C26-0007'],
    ]);
    expect(due[0]).toMatchObject({ dueAt: monday, command: 'iis case settle C26-0008' });
  });
});

describe('the follow-ups of a closed case', () => {
  const closed = (tried: number[]) => ({
    referral: 'R26-0002' as ReferralNumber,
    program: 'IIS',
    family: null,
    priority: null,
    case: 'C26-0008' as CaseNumber,
    closedOn: '2026-11-30' as CalendarDate,
    tried,
  });
  const at = (now: string, tried: number[] = []) =>
    everythingDue({ ...nothing, closedCases: [closed(tried)] }, { ...office, now: now as Instant });

  it.each([
    ['3 months on, at the end of a short month', '2027-02-28T06:00:00Z', [], 3, '2027-03-15T05:00:00Z'],
    ['6 months on', '2027-05-30T05:00:00Z', [3], 6, '2027-06-14T05:00:00Z'],
    ['12 months on', '2027-11-30T06:00:00Z', [3, 6], 12, '2027-12-15T06:00:00Z'],
    ['48 months on', '2030-11-30T06:00:00Z', [3, 6, 12], 48, '2030-12-15T06:00:00Z'],
  ])('%s', (_, now, tried, months, dueAtThen) => {
    expect(at(secondBefore(now), tried)).toEqual([]);
    expect(at(now, tried)).toMatchObject([
      {
        kind: 'case_follow_up',
        dueAt: dueAtThen,
        overdue: false,
        command: `iis case followup C26-0008 --month ${months}`,
      },
    ]);
    expect(at(now, [...tried, months])).toEqual([]);
  });

  it('a later one takes the place of one that nobody made, and says so', () => {
    expect(at('2027-06-01T14:00:00Z')).toMatchObject([
      { command: 'iis case followup C26-0008 --month 6', detail: expect.stringContaining('after 3 months') },
    ]);
  });

  it.each([
    ['before the first', '2027-01-05T14:00:00Z', [], '3 months after, from Sun Feb 28, 2027.'],
    [
      'after one that nobody made',
      '2027-06-01T14:00:00Z',
      [],
      '6 months after, from Sun May 30, 2027; nobody asked after 3 months.',
    ],
    ['after a try', '2027-03-05T14:00:00Z', [3], '6 months after, from Sun May 30, 2027.'],
    [
      'with the last begun',
      '2031-01-05T14:00:00Z',
      [12],
      '48 months after, from Sat Nov 30, 2030; nobody asked after 3 and 6 months.',
    ],
    ['with the last made', '2031-01-05T14:00:00Z', [3, 6, 12, 48], 'Every follow-up of R26-0002 was made.'],
    [
      'with the last made only',
      '2031-01-05T14:00:00Z',
      [6, 12, 48],
      'No follow-up of R26-0002 is left; nobody asked after 3 months.',
    ],
  ])('is explained as the sheet has it, %s', (_, now, tried, words) => {
    const { case: id, closedOn, referral } = closed(tried);
    const followUps = tried.map((months) => ({ months, reached: false, abuse: null, placed: null }));
    const { answer } = whyAfter(
      { id: referral, program: 'IIS' } as Referral,
      { id, closedOn, followUps } as unknown as CaseFile,
      { ...office, now: now as Instant },
    );
    expect(answer).toContain(words);
    for (const { command } of at(now, tried))
      expect(answer).toContain(`${command.split(' ').at(-1)} months after`);
  });
});

describe('the service ends in its time, counted in days of the calendar', () => {
  it.each([
    ['IIS, 42 days, over clocks going back', 'IIS', monday, '2026-11-17T06:00:00Z', '2026-11-09T06:00:00Z'],
    [
      'over clocks going forward',
      'IIS',
      '2026-02-02T15:00:00Z',
      '2026-03-17T05:00:00Z',
      '2026-03-09T05:00:00Z',
    ],
    [
      'a holiday does not move its end, nor does an observed one',
      'IIS',
      '2026-05-22T15:00:00Z',
      '2026-07-04T05:00:00Z',
      '2026-06-26T05:00:00Z',
    ],
    [
      'a weekend does not either',
      'IIS',
      '2026-08-22T15:00:00Z',
      '2026-10-04T05:00:00Z',
      '2026-09-26T05:00:00Z',
    ],
    ['IFRS, 90 days, over clocks going back', 'IFRS', monday, '2027-01-04T06:00:00Z', '2026-12-27T06:00:00Z'],
  ])('%s', (_, program, assignedAt, end, near) => {
    const facts = { program, ...open(assignedAt, 'accepted') };
    expect(dueAt(secondBefore(near), facts)).toEqual([]);
    for (const [now, overdue] of [
      [near, false],
      [secondBefore(end), false],
      [end, true],
    ] as const)
      expect(dueAt(now, facts)).toMatchObject([{ kind: 'service_ends', dueAt: end, overdue }]);
  });
});

describe('a family on the FINS list is reviewed', () => {
  const listed = (addedAt: string, priority: string | null, reviewedAt: string | null = null) => ({
    status: 'not_eligible',
    priority,
    fins: { addedAt, reviewedAt },
  });

  it.each([
    [
      'imminent, listed on Friday: not on Sunday',
      listed('2026-10-02T15:00:00Z', 'imminent'),
      '2026-10-05T04:59:59Z',
      null,
    ],
    [
      'but on Monday',
      listed('2026-10-02T15:00:00Z', 'imminent'),
      '2026-10-05T05:00:00Z',
      '2026-10-06T05:00:00Z',
    ],
    [
      'before Columbus Day',
      listed('2026-10-09T15:00:00Z', 'imminent'),
      '2026-10-13T15:00:00Z',
      '2026-10-14T05:00:00Z',
    ],
    [
      'before Independence Day, kept on the Friday',
      listed('2026-07-02T15:00:00Z', 'imminent'),
      '2026-07-06T15:00:00Z',
      '2026-07-07T05:00:00Z',
    ],
    [
      'one business day over clocks going forward',
      listed('2026-03-06T16:00:00Z', 'imminent'),
      '2026-03-09T15:00:00Z',
      '2026-03-10T05:00:00Z',
    ],
    [
      'one business day over clocks going back',
      listed('2026-10-30T15:00:00Z', 'imminent'),
      '2026-11-02T15:00:00Z',
      '2026-11-03T06:00:00Z',
    ],
    [
      'three days are days of the calendar, holidays too',
      listed('2026-10-09T15:00:00Z', 'high'),
      '2026-10-12T15:00:00Z',
      '2026-10-13T05:00:00Z',
    ],
    ['a risk not known is as imminent', listed('2026-10-02T15:00:00Z', null), monday, '2026-10-06T05:00:00Z'],
    ['high, 3 days', listed('2026-10-02T15:00:00Z', 'high'), monday, '2026-10-06T05:00:00Z'],
    ['moderate, 7 days', listed('2026-10-02T15:00:00Z', 'moderate'), monday, null],
    ['from the last look', listed('2026-10-02T15:00:00Z', 'high', '2026-10-04T15:00:00Z'), monday, null],
    [
      'on the day of 25 hours',
      listed('2026-10-29T15:00:00Z', 'high'),
      '2026-11-01T05:00:00Z',
      '2026-11-02T06:00:00Z',
    ],
    [
      'on the day of 23 hours',
      listed('2026-03-05T15:00:00Z', 'high'),
      '2026-03-08T06:00:00Z',
      '2026-03-09T05:00:00Z',
    ],
  ])('%s', (_, facts, now, due) => {
    expect(dueAt(now, facts)).toMatchObject(
      due === null ? [] : [{ kind: 'fins_review', dueAt: due, overdue: false }],
    );
    if (due !== null) expect(dueAt(due, facts)).toMatchObject([{ kind: 'fins_review', overdue: true }]);
  });

  it('says how often, as the risk asks', () => {
    const rule = (priority: string | null) =>
      dueAt('2026-11-20T15:00:00Z', listed(monday, priority))[0]?.rule;
    expect(rule('imminent')).toBe(
      'a family at imminent risk on the FINS list is reviewed at least every business day',
    );
    expect(rule('moderate')).toBe(
      'a family at moderate risk on the FINS list is reviewed at least every 7 days',
    );
  });
});

describe('a TAPA', () => {
  const agreed = (date: string | null, writtenOn: string | null = null) => ({ tapa: { date, writtenOn } });

  it.each([
    ['within a week', '2026-10-05', '2026-10-09T05:00:00Z'],
    ['over a weekend', '2026-10-02', '2026-10-08T05:00:00Z'],
    ['made on a Saturday', '2026-10-03', '2026-10-08T05:00:00Z'],
    ['over Columbus Day', '2026-10-08', '2026-10-15T05:00:00Z'],
    ['over Lincoln Day and Washington’s Birthday', '2026-02-11', '2026-02-19T06:00:00Z'],
    ['over Independence Day, kept on the Friday', '2026-07-01', '2026-07-08T05:00:00Z'],
    ['over Christmas Day, kept on the Monday', '2022-12-23', '2022-12-30T06:00:00Z'],
    ['over clocks going forward', '2026-03-05', '2026-03-11T05:00:00Z'],
    ['over clocks going back', '2026-10-29', '2026-11-04T06:00:00Z'],
  ])('is written within 3 business days: %s', (_, date, due) => {
    const facts = agreed(date);
    const written = { kind: 'tapa_written', dueAt: due, command: 'iis tapa written R26-0001' };
    expect(dueAt(secondBefore(due), facts)).toMatchObject([{ ...written, overdue: false }]);
    expect(dueAt(due, facts)).toMatchObject([{ ...written, overdue: true }]);
    expect(dueAt(due, agreed(date, date))).toEqual([]);
  });

  it.each([
    ['clocks going back', '2026-10-02', '2027-01-01T06:00:00Z', '2026-12-17T06:00:00Z'],
    ['clocks going forward', '2026-01-05', '2026-04-06T05:00:00Z', '2026-03-22T05:00:00Z'],
    ['on a holiday that is kept on that day', '2026-08-28', '2026-11-27T06:00:00Z', '2026-11-12T06:00:00Z'],
    ['on a day on which a holiday is kept', '2026-04-04', '2026-07-04T05:00:00Z', '2026-06-19T05:00:00Z'],
    ['on a Sunday', '2026-10-05', '2027-01-04T06:00:00Z', '2026-12-20T06:00:00Z'],
  ])('lasts 90 days of the calendar, whatever day is the last: %s', (_, date, end, near) => {
    const facts = agreed(date, date);
    const ends = { kind: 'tapa_ends', dueAt: end, command: 'iis tapa end R26-0001' };
    expect(dueAt(secondBefore(near), facts)).toEqual([]);
    for (const now of [near, secondBefore(end)])
      expect(dueAt(now, facts)).toMatchObject([{ ...ends, overdue: false }]);
    expect(dueAt(end, facts)).toMatchObject([{ ...ends, overdue: true }]);
    expect(dueAt('2028-02-01T15:00:00Z', facts)).toMatchObject([{ ...ends, overdue: true }]);
  });

  it('that nobody wrote is not run after when it is over', () => {
    const facts = agreed('2026-10-02');
    expect(kindsAt('2026-12-31T20:00:00Z', facts)).toEqual(['tapa_written', 'tapa_ends']);
    expect(kindsAt('2027-01-01T06:00:00Z', facts)).toEqual(['tapa_ends']);
  });

  it('needs its date, and is quiet before it', () => {
    expect(dueAt(monday, agreed(null))).toMatchObject([{ kind: 'tapa_date', dueAt: null }]);
    expect(kindsAt(monday, agreed('2026-10-06'))).toEqual([]);
  });

  it('without a referral obliges to refer, and its days run all the same', () => {
    const tapa = {
      ...{ id: 'T0003', family: 'Dana Sample', county: null, worker: 'Drew Example' },
      ...{ agreedOn: '2026-10-02', writtenOn: null },
    } as NotedTapa;
    const found = (now: string, one: NotedTapa) =>
      everythingDue({ ...nothing, tapas: [one] }, { ...office, now: now as Instant });
    expect(found(monday, tapa)).toMatchObject([
      {
        ...{ kind: 'tapa_refer', id: 'T0003', family: 'Dana Sample', priority: null, dueAt: null },
        detail: 'agreed on Fri Oct 2, 2026, lasts until Thu Dec 31, 2026; no referral yet',
        command: 'iis tapa refer T0003',
      },
      { kind: 'tapa_written', id: 'T0003', command: 'iis tapa written T0003' },
    ]);
    const written = { ...tapa, writtenOn: '2026-10-05' as CalendarDate };
    expect(found(monday, written).map(({ kind }) => kind)).toEqual(['tapa_refer']);
    expect(found('2026-12-20T15:00:00Z', written).map(({ kind }) => kind)).toEqual([
      'tapa_refer',
      'tapa_ends',
    ]);
  });
});

describe('what follows from a reason', () => {
  const follow = (dueAt: string, more: Partial<FollowUp> = {}) =>
    ({
      ...{ referral: 'R26-0001', family: 'Dana Sample', priority: 'high', status: 'closed' },
      ...{ kind: 'ask_again', reason: 'family_unwilling', since: monday, dueAt },
      ...more,
    }) as FollowUp;
  const found = (now: string, one: FollowUp, referrals: OpenReferral[] = []) =>
    everythingDue({ ...nothing, followUps: [one], referrals }, { ...office, now: now as Instant });

  it.each([
    ['on a day of 24 hours', '2026-11-04T06:00:00Z', '2026-11-05T06:00:00Z'],
    ['on a Sunday of 23 hours', '2026-03-08T06:00:00Z', '2026-03-09T05:00:00Z'],
    ['on a Sunday of 25 hours', '2026-11-01T05:00:00Z', '2026-11-02T06:00:00Z'],
    ['on a holiday', '2026-11-11T06:00:00Z', '2026-11-12T06:00:00Z'],
    ['on a day on which a holiday is kept', '2026-07-03T05:00:00Z', '2026-07-04T05:00:00Z'],
  ])('to ask again, is due with its day: %s', (_, from, due) => {
    const ask = { kind: 'ask_again', dueAt: due, command: 'iis referral contact R26-0001' };
    expect(found(secondBefore(from), follow(from))).toEqual([]);
    expect(found(from, follow(from))).toMatchObject([{ ...ask, overdue: false }]);
    expect(found(due, follow(from))).toMatchObject([{ ...ask, overdue: true }]);
  });

  it('stays due for a year, and says why', () => {
    const one = follow('2026-11-04T06:00:00Z');
    expect(found('2027-11-04T20:00:00Z', one)).toMatchObject([
      {
        overdue: true,
        detail: 'closed, Oct 5, 2026: the family is unwilling to take part',
        rule: 'ask the family again after 30 days',
        source: 'local default',
      },
    ]);
    expect(found('2027-11-05T06:00:00Z', one)).toEqual([]);
  });

  it('to offer FCS, is due at once, and stands on the sheet only once', () => {
    const one = follow(monday, { kind: 'offer_fcs', reason: 'risk_too_low' });
    expect(found(monday, one)).toMatchObject([
      { kind: 'offer_fcs', dueAt: null, command: 'iis fcs offer R26-0001', source: '[002]' },
    ]);
    const open = { ...quiet, status: 'not_eligible' } as OpenReferral;
    expect(found(monday, one, [open]).map(({ kind }) => kind)).toEqual(['offer_fcs']);
  });
});

describe('a referral that has ended', () => {
  const ended = (facts: Partial<EndedReferral>) =>
    everythingDue({ ...nothing, ended: [{ ...quiet, ...facts }] }, office).map(
      ({ kind, command }) => `${kind}: ${command}`,
    );

  it('is due to be in FACES with its denials, until it is', () => {
    expect(ended({ inFaces: false, denialsToKey: 2 })).toEqual([
      'faces_referral: iis referral faces R26-0001',
      'faces_denial: iis referral faces R26-0001 --denial',
    ]);
    expect(ended({})).toEqual([]);
  });

  it('is due to answer the offer of FCS that was made after its end', () => {
    const offered = { state: 'offered', offeredOn: '2026-10-02' as CalendarDate } as const;
    expect(ended({ fcs: offered })).toEqual(['fcs_answer: iis fcs answer R26-0001']);
  });
});

describe('an offer of FCS', () => {
  const offered = { status: 'not_eligible', fcs: { state: 'offered', offeredOn: '2026-10-05' } };

  it.each([
    ['on its day', monday, []],
    ['the day before it is to be answered', '2026-10-08T04:59:59Z', []],
    ['on the third day', '2026-10-08T05:00:00Z', [false]],
    ['after it', '2026-10-09T05:00:00Z', [true]],
  ])('%s', (_, now, overdue) => {
    const found = dueAt(now, offered);
    expect(found.map((due) => [due.kind, due.overdue])).toEqual(overdue.map((late) => ['fcs_answer', late]));
  });

  it.each([
    ['over a holiday', '2026-10-09', '2026-10-13T05:00:00Z'],
    ['over an observed holiday', '2026-07-01', '2026-07-05T05:00:00Z'],
    ['over clocks going forward', '2026-03-06', '2026-03-10T05:00:00Z'],
    ['over clocks going back', '2026-10-30', '2026-11-03T06:00:00Z'],
  ])('is to be answered within days of the calendar: %s', (_, offeredOn, due) => {
    const facts = { status: 'not_eligible', fcs: { state: 'offered', offeredOn } };
    expect(dueAt(secondBefore(due), facts)).toMatchObject([
      { kind: 'fcs_answer', dueAt: due, overdue: false },
    ]);
    expect(dueAt(due, facts)).toMatchObject([{ kind: 'fcs_answer', overdue: true }]);
  });
});

const kim: PlacedSpecialist = {
  code: 'kim' as SpecialistCode,
  program: 'IIS',
  circuits: [13],
  counties: [],
  languages: ['en'],
  takes: [],
  places: 2,
  openCases: 0,
  takenPlaces: [],
  away: null,
  onLeaveUntil: null,
  idleSince: null,
};
const answered = { state: 'declined', offeredOn: '2026-10-01', answeredOn: '2026-10-02' };

describe('what waits without a deadline', () => {
  it.each([
    ['screened with no answer', { status: 'in_screening' }, [], ['screen_family']],
    ['eligible, with an opening', { status: 'eligible' }, [kim], ['place_family']],
    ['eligible, without one', { status: 'eligible' }, [], ['list_family']],
    [
      'eligible, in a language that nobody speaks',
      { status: 'eligible', language: 'bs' },
      [kim],
      ['list_family'],
    ],
    ['eligible, on the list', { status: 'eligible', fins: { addedAt: monday, reviewedAt: null } }, [], []],
    [
      'eligible, FCS accepted',
      { status: 'eligible', fcs: { ...answered, state: 'accepted' } },
      [],
      ['close_referral'],
    ],
    ['eligible, FCS declined', { status: 'eligible', fcs: answered }, [], ['list_family']],
    ['eligible, without a county', { status: 'eligible', county: null }, [kim], ['facts_missing']],
    ['not eligible', { status: 'not_eligible' }, [kim], ['offer_fcs']],
    ['not eligible, FCS declined', { status: 'not_eligible', fcs: answered }, [], ['close_referral']],
    ['not in FACES', { inFaces: false }, [], ['faces_referral']],
    ['a denial that is not', { denialsToKey: 2 }, [], ['faces_denial']],
    ['returned, and the submitter told', { status: 'returned' }, [], []],
    [
      'returned, and the submitter not told',
      { status: 'returned', contactedAt: null },
      [],
      ['contact_submitter'],
    ],
  ] as [string, Facts, PlacedSpecialist[], string[]][])('%s', (_, facts, specialists, kinds) =>
    expect(kindsAt(monday, facts, { specialists })).toEqual(kinds),
  );

  it('a stale review is due before the family can be placed', () => {
    const facts = { status: 'eligible', fins: { addedAt: '2026-09-01T15:00:00Z', reviewedAt: null } };
    expect(kindsAt(monday, facts, { specialists: [kim] })).toEqual(['fins_review']);
  });

  it('a screening names the questions that are still to ask', () => {
    const screened = iis.criteria.map(({ id }) => ({
      id,
      answer: id === 'safety_assured' ? 'unknown' : 'yes',
    }));
    expect(dueAt(monday, { status: 'in_screening', screened })[0]?.detail).toBe(
      'Find out whether the children and the specialist will be reasonably safe in the home.',
    );
    const all = screened.map(({ id }) => ({ id, answer: 'yes' }));
    expect(dueAt(monday, { status: 'in_screening', screened: all })[0]?.detail).toBe(
      'facts changed since the screening',
    );
  });

  it('a draft names the command that goes on with it', () => {
    const draft: LeftDraft = {
      id: 3,
      command: 'iis referral add',
      referral: null,
      owner: 'kl',
      startedAt: monday as Instant,
    };
    expect(everythingDue({ ...nothing, drafts: [draft] }, office)).toMatchObject([
      { kind: 'draft', id: 'draft 3', command: 'iis referral add', detail: 'begun by kl on Mon Oct 5, 2026' },
    ]);
  });

  const served = { ...open(monday), status: 'assigned' } as const;

  it.each<{ of: string; when: string; facts: Partial<OpenReferral> | null; due: boolean }>([
    { of: 'referral screen', when: 'is open', facts: {}, due: true },
    { of: 'referral screen', when: 'was screened already', facts: { status: 'eligible' }, due: true },
    { of: 'referral screen', when: 'has ended', facts: null, due: false },
    { of: 'referral screen', when: 'has a case', facts: served, due: false },
    { of: 'referral screen', when: 'was returned', facts: { status: 'returned' }, due: false },
    {
      of: 'referral screen',
      when: 'is of a family that has not agreed',
      facts: { agrees: false },
      due: false,
    },
    { of: 'fund request', when: 'has a case', facts: served, due: true },
    { of: 'fund request', when: 'is in no circuit', facts: { ...served, circuit: null }, due: false },
    { of: 'fund request', when: 'has no case', facts: { status: 'eligible' }, due: false },
    { of: 'fund request', when: 'has ended', facts: null, due: false },
  ])('a draft of “$of” about a referral that $when is due: $due', ({ of, facts, due }) => {
    const { referral } = quiet;
    const command = `iis ${of} ${referral}`;
    const draft: LeftDraft = { id: 3, command, referral, owner: 'kl', startedAt: monday as Instant };
    const referrals = facts ? [{ ...quiet, ...facts }] : [];
    const drafts = everythingDue({ ...nothing, referrals, drafts: [draft] }, office).filter(
      ({ kind }) => kind === 'draft',
    );
    expect(drafts.map((one) => one.command)).toEqual(due ? [command] : []);
  });

  it('nothing is due for a referral that is quiet, and nothing for nobody', () => {
    expect(dueAt(monday, {})).toEqual([]);
    expect(everythingDue(nothing, office)).toEqual([]);
  });
});

describe('the most urgent first', () => {
  const due = (facts: Partial<Due>): Due =>
    ({ ...dueAt(monday, { inFaces: false })[0]!, dueAt: null, overdue: false, ...facts }) as Due;
  const at = (text: string) => text as Instant;

  it.each([
    [
      'overdue for a child at imminent risk, before an overdue visit at a lower one',
      due({ kind: 'fins_review', priority: 'imminent', overdue: true, dueAt: at('2026-10-05T05:00:00Z') }),
      due({ kind: 'see_family', priority: 'high', overdue: true, dueAt: at('2026-10-01T05:00:00Z') }),
    ],
    [
      'a risk that is not known counts as imminent',
      due({ kind: 'contact_submitter', priority: null, overdue: true }),
      due({ kind: 'see_family', priority: 'high', overdue: true }),
    ],
    ['overdue before due', due({ kind: 'fcs_answer', overdue: true }), due({ kind: 'see_family' })],
    ['by kind', due({ kind: 'place_family' }), due({ kind: 'screen_family', priority: 'imminent' })],
    [
      'by the time due',
      due({ kind: 'contact_submitter', dueAt: at('2026-10-06T05:00:00Z'), priority: 'moderate' }),
      due({ kind: 'contact_submitter', dueAt: at('2026-10-07T05:00:00Z'), priority: 'imminent' }),
    ],
    ['by priority', due({ priority: 'imminent', id: 'R26-0009' }), due({ priority: 'high', id: 'R26-0002' })],
    ['by number', due({ id: 'R26-0002' }), due({ id: 'R26-0009' })],
  ])('%s', (_, first, second) => {
    expect(inOrder([first, second])).toEqual([first, second]);
    expect(inOrder([second, first])).toEqual([first, second]);
  });

  it('is one order, whatever order things come in', () => {
    const any = fc.record({
      kind: fc.constantFrom(...dueKinds),
      priority: fc.constantFrom(...priorities, null),
      overdue: fc.boolean(),
      dueAt: fc.constantFrom(null, at('2026-10-06T05:00:00Z'), at('2026-10-07T05:00:00Z')),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (facts, chance) => {
        const items = facts.map((one, i) => due({ ...one, id: `R26-${1000 + i}` }));
        const shuffled = items
          .map((item) => ({ item, by: chance.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ item }) => item);
        expect(inOrder(shuffled)).toEqual(inOrder(items));
      }),
    );
  });
});
