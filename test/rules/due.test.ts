import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidayRules from '../../data/holidays.json';
import ifrs from '../../data/programs/ifrs.json';
import iis from '../../data/programs/iis.json';
import {
  byUrgency,
  type Due,
  type DueOffice,
  dueKinds,
  everythingDue,
  type LeftDraft,
  type OpenReferral,
} from '../../src/rules/due.ts';
import { type HolidayRules, holidayCalendar } from '../../src/rules/holidays.ts';
import type { PlacedSpecialist } from '../../src/rules/placing.ts';
import { programFrom } from '../../src/rules/policy.ts';
import type { CalendarDate, Instant } from '../../src/rules/time.ts';
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
  specialists: [],
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
  contactedAt: '2026-10-05T14:00:00Z' as Instant,
  attempts: 1,
  screened: null,
  tapa: null,
  inFaces: true,
  denialsToKey: 0,
  fins: null,
  fcs: null,
  fcsOffered: false,
  case: null,
};

type Facts = Partial<Record<keyof OpenReferral, unknown>>;

const dueAt = (now: string, facts: Facts, more: Partial<DueOffice> = {}): Due[] =>
  everythingDue([{ ...quiet, ...facts } as OpenReferral], [], { ...office, ...more, now: now as Instant });

const kindsAt = (now: string, facts: Facts, more: Partial<DueOffice> = {}) =>
  dueAt(now, facts, more).map(({ kind }) => kind);

const monday = '2026-10-05T14:00:00Z';

describe('the submitter is contacted within 48 business hours', () => {
  it.each([
    ['Friday 4 PM, until Tuesday 4 PM', '2026-10-02T21:00:00Z', '2026-10-06T21:00:00Z'],
    ['Saturday noon, until the end of Tuesday', '2026-10-03T17:00:00Z', '2026-10-07T05:00:00Z'],
    ['before Columbus Day', '2026-10-09T15:00:00Z', '2026-10-14T15:00:00Z'],
    ['before Christmas Day', '2026-12-24T18:00:00Z', '2026-12-29T18:00:00Z'],
    ['over Lincoln Day and Washington’s Birthday', '2026-02-11T15:00:00Z', '2026-02-17T15:00:00Z'],
    ['over Truman Day', '2026-05-07T17:00:00Z', '2026-05-12T17:00:00Z'],
    ['over Juneteenth, a Friday', '2026-06-18T15:00:00Z', '2026-06-23T15:00:00Z'],
    ['Independence Day on a Saturday is kept on Friday', '2026-07-02T15:00:00Z', '2026-07-07T15:00:00Z'],
    ['when clocks go forward', '2026-03-06T22:00:00Z', '2026-03-10T21:00:00Z'],
    ['when clocks go back', '2026-10-30T21:00:00Z', '2026-11-03T22:00:00Z'],
  ])('%s', (_, receivedAt, due) => {
    const facts = { contactedAt: null, attempts: 0, receivedAt };
    const before = new Date(Date.parse(due) - 1000).toISOString().replace('.000', '');
    expect(dueAt(before, facts)).toMatchObject([{ kind: 'contact_submitter', dueAt: due, overdue: false }]);
    expect(dueAt(due, facts)).toMatchObject([{ kind: 'contact_submitter', dueAt: due, overdue: true }]);
  });

  it('says how often it was tried', () => {
    expect(dueAt(monday, { contactedAt: null, attempts: 2 })[0]?.detail).toBe('tried 2 times, not reached');
  });
});

const open = (assignedAt: string, status = 'assigned') => ({
  status: 'assigned',
  case: {
    id: 'C26-0007' as CaseNumber,
    specialist: 'kim' as SpecialistCode,
    status,
    assignedAt: assignedAt as Instant,
  },
});

describe('the family is seen within hours of the clock', () => {
  it.each([
    ['IIS, 24 hours', 'IIS', monday, '2026-10-06T14:00:00Z'],
    ['IFRS, 72 hours', 'IFRS', monday, '2026-10-08T14:00:00Z'],
    ['on a Friday, through the weekend', 'IFRS', '2026-10-09T14:00:00Z', '2026-10-12T14:00:00Z'],
    ['when clocks go forward', 'IIS', '2026-03-08T02:00:00Z', '2026-03-09T02:00:00Z'],
    ['when clocks go back', 'IIS', '2026-11-01T01:00:00Z', '2026-11-02T01:00:00Z'],
  ])('%s', (_, program, assignedAt, due) => {
    expect(dueAt(assignedAt, { program, ...open(assignedAt) })).toMatchObject([
      { kind: 'see_family', id: 'C26-0007', dueAt: due, overdue: false, command: 'iis specialist show kim' },
    ]);
    expect(dueAt(due, { program, ...open(assignedAt) })).toMatchObject([
      { kind: 'see_family', overdue: true },
    ]);
  });

  it('is settled once the specialist has accepted', () => {
    expect(kindsAt('2026-10-20T14:00:00Z', open(monday, 'accepted'))).toEqual([]);
  });
});

describe('the service ends in its time', () => {
  it.each([
    ['a week before, not yet', '2026-11-09T05:59:59Z', []],
    ['in its last week, over a change of clocks', '2026-11-09T06:00:00Z', [false]],
    ['on its last day', '2026-11-17T05:59:59Z', [false]],
    ['after it', '2026-11-17T06:00:00Z', [true]],
  ])('%s', (_, now, overdue) => {
    const found = dueAt(now, open(monday, 'accepted'));
    expect(found.map((due) => due.overdue)).toEqual(overdue);
    for (const due of found)
      expect(due).toMatchObject({ kind: 'service_ends', dueAt: '2026-11-17T06:00:00Z' });
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
  const agreed = (date: string | null) => ({ tapa: { date: date as CalendarDate | null } });

  it.each([
    ['without its date', agreed(null), monday, ['tapa_date']],
    ['is written within 3 business days', agreed('2026-10-02'), monday, ['tapa_written']],
    ['on the last of them', agreed('2026-10-02'), '2026-10-07T20:00:00Z', ['tapa_written']],
    ['of which nothing is kept: then no more', agreed('2026-10-02'), '2026-10-08T20:00:00Z', []],
    ['over two holidays', agreed('2026-02-11'), '2026-02-18T20:00:00Z', ['tapa_written']],
    ['over two holidays, then no more', agreed('2026-02-11'), '2026-02-19T20:00:00Z', []],
    ['not near its end', agreed('2026-10-02'), '2026-12-17T05:59:59Z', []],
    ['near its end, over a change of clocks', agreed('2026-10-02'), '2026-12-17T06:00:00Z', ['tapa_ends']],
  ])('%s', (_, facts, now, kinds) => expect(kindsAt(now, facts)).toEqual(kinds));

  it('ends after 90 days and stays overdue while the referral is open', () => {
    const facts = agreed('2026-10-02');
    expect(dueAt('2027-01-01T05:59:59Z', facts)).toMatchObject([
      { dueAt: '2027-01-01T06:00:00Z', overdue: false },
    ]);
    expect(dueAt('2027-02-01T15:00:00Z', facts)).toMatchObject([{ kind: 'tapa_ends', overdue: true }]);
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
      owner: 'kl',
      startedAt: monday as Instant,
    };
    expect(everythingDue([], [draft], office)).toMatchObject([
      { kind: 'draft', id: 'draft 3', command: 'iis referral add', detail: 'begun by kl on Mon Oct 5, 2026' },
    ]);
  });

  it('nothing is due for a referral that is quiet, and nothing for nobody', () => {
    expect(dueAt(monday, {})).toEqual([]);
    expect(everythingDue([], [], office)).toEqual([]);
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
    expect(byUrgency(first, second)).toBeLessThan(0);
    expect(byUrgency(second, first)).toBeGreaterThan(0);
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
        expect(shuffled.sort(byUrgency)).toEqual([...items].sort(byUrgency));
      }),
    );
  });
});
