import { describe, expect, it } from 'vitest';
import { today } from '../../src/desk/desk.ts';
import { figuresOf, headlineOf } from '../../src/reports/in-words.ts';
import { outcomesReport } from '../../src/reports/outcomes.ts';
import type { Report } from '../../src/reports/report.ts';
import { scopeOf } from '../../src/reports/scope.ts';
import { at, office, refusal } from '../office.ts';
import { makePast, type Past, type PastCase, type PastReferral } from '../past.ts';
import { expectSound, valueAt } from './held.ts';

/** A service of SFY2026, from October 1 until November 5, 2025. */
const served = (one: Partial<PastCase> = {}, more: Partial<PastReferral> = {}): PastReferral => ({
  receivedAt: '2025-10-01T14:00:00Z',
  ...more,
  cases: [{ assignedAt: '2025-10-01T15:00:00Z', closedOn: '2025-11-05', abuse: false, ...one }],
});

/** The same service so many weeks earlier or later: no specialist has three at once. */
function weekOf(one: PastReferral, i: number): PastReferral {
  const start = Date.UTC(2025, 6, 1 + 7 * (i % 30));
  const on = (days: number) => new Date(start + days * 86_400_000).toISOString().slice(0, 10);
  const [service] = one.cases!;
  return {
    ...one,
    receivedAt: `${on(0)}T14:00:00Z`,
    cases: [
      {
        ...service!,
        assignedAt: `${on(0)}T15:00:00Z`,
        closedOn: on(6),
        ...(service!.transfers && {
          transfers: service!.transfers.map(({ to }) => ({ to, at: `${on(3)}T15:00:00Z` })),
        }),
      },
    ],
  };
}

/** A case that never was a service that ended. */
const open = (one: Partial<PastCase>): PastReferral => ({
  receivedAt: '2025-10-01T14:00:00Z',
  cases: [{ assignedAt: '2025-10-01T15:00:00Z', ...one }],
});

/** The report of a made past, on a day. */
async function report(
  past: Past,
  { on = '2026-03-01', ...asked }: { on?: string; sfy?: number; program?: string; circuits?: number[] } = {},
): Promise<Report> {
  const desk = at(await office(), `${on}T15:00:00Z`);
  makePast(desk.store.file, past);
  const made = await outcomesReport(
    desk,
    scopeOf({ sfy: 2026, ...asked }, { today: today(desk), fund: desk.fund }),
  );
  expectSound(made);
  return made;
}

/** The values of a row, in the order of the columns. */
const row = (made: Report, id: string) => {
  const [section, name] = id.split('/');
  const of = made.sections.find((one) => one.id === section)!;
  const figures = of.rows.find((one) => one.id === name)!.figures;
  return figures.map((figure) =>
    figure === null
      ? null
      : 'value' in figure
        ? figure.value
        : figure.kind === 'words'
          ? figure.words
          : figure.kind,
  );
};

describe('outcomes', () => {
  it('are of the services that ended in the year, however long ago they began, and of no others', async () => {
    const made = await report(
      {
        referrals: [
          served({ closedOn: '2026-06-30' }),
          served({ closedOn: '2026-07-01' }),
          served(
            { assignedAt: '2025-06-01T15:00:00Z', closedOn: '2025-07-01' },
            { receivedAt: '2025-06-01T14:00:00Z' },
          ),
          served(
            { assignedAt: '2025-06-01T15:00:00Z', closedOn: '2025-06-30' },
            { receivedAt: '2025-06-01T14:00:00Z' },
          ),
          open({ startedOn: '2025-10-02' }),
          open({ declined: { at: '2025-10-03T15:00:00Z', reason: 'no_opening' } }),
        ],
      },
      { on: '2026-09-01' },
    );
    expect(valueAt(made, 'closing/all/families')).toBe(2);
  });

  it('tell those not known apart: neither a success nor a failure', async () => {
    const made = await report({
      referrals: [
        served({ followUps: [{ months: 3 }] }),
        served({ followUps: [{ months: 3, abuse: true }] }),
        served({ followUps: [{ months: 3, placed: true, placedOn: '2026-01-10' }] }),
        served({ followUps: [{ months: 3, reached: false }] }),
        served({ abuse: null }),
        served({ closedOn: '2026-01-20', abuse: true }),
      ],
    });
    // Known, without, share, target, result, interval, with.
    expect(row(made, 'abuse/service')).toEqual([5, 4, 80, 90, 'too few to say', 'interval', 1]);
    expect(row(made, 'abuse/months-3')).toEqual([3, 2, 66.7, 85, 'too few to say', 'interval', 1]);
    expect(row(made, 'placement/service')).toEqual([6, 6, 100, 90, 'too few to say', 'interval', 0]);
    expect(row(made, 'placement/months-3')).toEqual([3, 2, 66.7, 85, 'too few to say', 'interval', 1]);
    // Due, known, not reached, not said, told otherwise, not due yet, ended.
    expect(row(made, 'known/abuse-service')).toEqual([6, 5, 0, 1, 0, 0, 6]);
    expect(row(made, 'known/abuse-months-3')).toEqual([5, 3, 1, 1, 0, 1, 6]);
    expect(row(made, 'known/placement-months-3')).toEqual([5, 3, 1, 1, 0, 1, 6]);
    expect(row(made, 'known/abuse-months-12')).toEqual([0, 0, 0, 0, 0, 6, 6]);
  });

  it('that happened within three months have happened within twelve; the share is of those reached for just that time', async () => {
    const made = await report(
      {
        referrals: [
          served({ followUps: [{ months: 3, abuse: true, placed: true }] }),
          served({ followUps: [{ months: 3 }] }),
          served({ followUps: [{ months: 12 }] }),
          served({
            followUps: [
              { months: 3, reached: false },
              { months: 12, placed: true, placedOn: '2026-01-10' },
            ],
          }),
          served({ followUps: [{ months: 3, on: '2026-04-01', placed: true, placedOn: '2026-03-20' }] }),
        ],
      },
      { on: '2026-11-20' },
    );
    // Known, without, …, with.
    expect(row(made, 'abuse/months-3')).toEqual([3, 2, 66.7, 85, 'too few to say', 'interval', 1]);
    expect(row(made, 'abuse/months-12')).toEqual([2, 2, 100, 80, 'too few to say', 'interval', 0]);
    // Only the fourth tells at twelve months of three; the fifth was placed after them, as its own day tells.
    expect(row(made, 'placement/months-3')).toEqual([3, 2, 66.7, 85, 'too few to say', 'interval', 1]);
    expect(row(made, 'placement/months-6')).toEqual([0, 0, null, null, null, null, 0]);
    expect(row(made, 'placement/months-12')).toEqual([2, 1, 50, 80, 'too few to say', 'interval', 1]);
    expect(row(made, 'known/abuse-months-12')).toEqual([5, 2, 0, 2, 1, 0, 5]);
    expect(row(made, 'known/placement-months-3')).toEqual([5, 3, 0, 1, 1, 0, 5]);
    expect(row(made, 'known/placement-months-6')).toEqual([5, 0, 0, 2, 3, 0, 5]);
    expect(row(made, 'known/placement-months-12')).toEqual([5, 2, 0, 1, 2, 0, 5]);
  });

  it('of a placement during the service: an event, the reason, or where a child lived; not with a relative', async () => {
    const made = await report({
      referrals: [
        served({ events: [{ kind: 'placed', on: '2025-10-20' }] }),
        served({ startedOn: '2025-10-03', events: [{ kind: 'placed', on: '2025-10-02' }] }),
        served({ intact: false, whereabouts: ['home', 'foster_care'] }, { children: 2 }),
        served({ intact: false, whereabouts: 'residential_care' }),
        served({ whereabouts: 'relative' }),
        served({ whereabouts: 'not_known' }),
        served({ endReason: 'child_placed', intact: false, whereabouts: 'not_known' }),
        served({ whereabouts: 'other', intact: false }),
      ],
    });
    expect(row(made, 'placement/service')).toEqual([7, 3, 42.9, 90, 'too few to say', 'interval', 4]);
    expect(row(made, 'known/placement-service')).toEqual([8, 7, 0, 1, 0, 0, 8]);
    expect(row(made, 'closing/intact')).toEqual([4, 50]);
    expect(row(made, 'children/all')).toEqual([9, 100]);
    expect(row(made, 'children/home')).toEqual([3, 33.3]);
    expect(row(made, 'children/foster-care')).toEqual([1, 11.1]);
  });

  it.each([
    [38, 0, 'met'],
    [37, 1, 'too close to say'],
    [30, 8, 'not met'],
    [34, 0, 'too few to say'],
  ])('%s without and %s with: %s', async (without, having, verdict) => {
    const made = await report({
      referrals: [
        ...Array.from({ length: without }, () => served()),
        ...Array.from({ length: having }, () => served({ abuse: true })),
      ],
    });
    expect(row(made, 'abuse/service').slice(0, 5)).toEqual([
      without + having,
      without,
      expect.any(Number),
      90,
      verdict,
    ]);
    expect(headlineOf(made)[0]).toContain(verdict);
  });

  it('are of the circuit as the referral has it, and of one program', async () => {
    const past = {
      referrals: [
        served({}, { county: 'Boone' }),
        served({}, { county: 'Greene', circuit: 31 }),
        served({ closedOn: '2025-12-05' }, { program: 'IFRS' }),
      ],
    };
    expect(valueAt(await report(past, { circuits: [31] }), 'closing/all/families')).toBe(1);
    const made = await report(past);
    expect([made.scope.program, valueAt(made, 'closing/all/families')]).toEqual(['IIS', 2]);
  });

  it('cost and what would be averted follow from the children and the estimates', async () => {
    const made = await report({ referrals: [served({}, { children: 3 }), served({}, { children: 2 })] });
    const figures = figuresOf(made);
    const cents = (at: string) => figures.get(at);
    // 5 × $1,990; 5 × 1,990 / 90,600 = 0.11 children; one in a hundred of 5 is 0.05, times $90,600.
    expect(cents('cost/served/dollars')).toMatchObject({ cents: 9_950_00 });
    expect(valueAt(made, 'cost/worth/children')).toBe(0.11);
    expect(cents('cost/if-spared/dollars')).toMatchObject({ cents: 4_530_00 });
  });

  it('of a year without any are nothing, and stand', async () => {
    const made = await report({ referrals: [] });
    expect(headlineOf(made)).toEqual(['No service ended in this year.']);
    expect(row(made, 'abuse/service')).toEqual([0, 0, null, 90, null, null, 0]);
  });

  it('four years on stand beside the children of SFY2000', async () => {
    const made = await report(
      {
        referrals: [
          served({ followUps: [{ months: 48 }] }, { children: 3 }),
          served({ followUps: [{ months: 48, abuse: true }] }, { children: 2 }),
          served({}, { children: 4 }),
        ],
      },
      { on: '2029-12-01' },
    );
    expect(row(made, 'long-term/abuse')).toEqual([5, 3, 60, 2]);
    expect(row(made, 'long-term/abuse-2000')).toEqual([3351, null, 83.7, null]);
    expect(row(made, 'long-term/placement-2000')).toEqual([3351, null, 68.9, null]);
  });
});

describe('outcomes by agency, specialist and supervisor', () => {
  const specialists = [
    { code: 'zoe', name: 'Zoe Sample', agency: 'Bridges', supervisor: 'Sue Sample' },
    { code: 'ann', name: 'Ann Sample', agency: 'bridges ', supervisor: null },
    { code: 'bo', name: 'Bo Sample', agency: null, supervisor: 'Sue Sample' },
    { code: 'cy', name: 'Cy Sample', agency: 'Anchor & Co.', supervisor: 'sue sample' },
  ];
  /** So many services one after the other, with these specialists in turn. */
  const past: Past = {
    specialists,
    referrals: [
      ...Array.from({ length: 31 }, () => served({ specialist: 'zoe' })),
      served({ specialist: 'ann', abuse: true }),
      served({ specialist: 'ann', abuse: null }),
      served({ specialist: 'bo' }),
      served({ specialist: 'bo', transfers: [{ to: 'cy', at: '2025-10-20T15:00:00Z' }] }),
    ].map((one, i) => weekOf(one, i)),
  };

  async function grouped(by: 'agency' | 'specialist' | 'supervisor', who: string, agencyFigures: string[]) {
    const desk = { ...at(await office({ settings: { agencyFigures } }), '2026-03-01T15:00:00Z'), who };
    makePast(desk.store.file, past);
    return outcomesReport(desk, scopeOf({ sfy: 2026 }, { today: today(desk), fund: desk.fund }), by);
  }

  it('are for whom the office has named, by name or initials', async () => {
    expect(await refusal(() => grouped('agency', 'KL', []))).toEqual({
      kind: 'rule',
      code: 'not_for_everybody',
    });
    expect(await refusal(() => grouped('agency', 'KL', ['KE']))).toEqual({
      kind: 'rule',
      code: 'not_for_everybody',
    });
    expectSound(await grouped('agency', 'ke', ['Pat Example', 'KE']));
  });

  it('stand in the order of the alphabet, small ones without a share, and make up all', async () => {
    const made = await grouped('agency', 'KE', ['KE']);
    expectSound(made);
    const section = made.sections.find(({ id }) => id === 'by-agency')!;
    const heads = section.rows.filter(({ level }) => level !== 1);
    expect(heads.map(({ title, figures }) => [title, figures[0]])).toEqual([
      ['Anchor & Co.', { kind: 'count', value: 1 }],
      ['Bridges', { kind: 'count', value: 33 }],
      ['No agency named', { kind: 'count', value: 1 }],
    ]);
    // Ended, known, without, share, interval, with.
    expect(row(made, 'by-agency/agency-bridges-abuse-service')).toEqual([null, 32, 31, 96.9, 'interval', 1]);
    expect(row(made, 'by-agency/agency-none-abuse-service')).toEqual([
      null,
      1,
      null,
      'too few to say',
      null,
      null,
    ]);
    expect(row(made, 'by-agency/agency-anchor-co-abuse-months-12')).toEqual([
      null,
      0,
      null,
      null,
      null,
      null,
    ]);
  });

  it('count a service with who had the case at its end', async () => {
    const made = await grouped('specialist', 'KE', ['KE']);
    expectSound(made);
    const heads = made.sections.at(-1)!.rows.filter(({ level }) => level !== 1);
    expect(heads.map(({ title, figures }) => [title, figures[0]])).toEqual([
      ['Ann Sample (ann)', { kind: 'count', value: 2 }],
      ['Bo Sample (bo)', { kind: 'count', value: 1 }],
      ['Cy Sample (cy)', { kind: 'count', value: 1 }],
      ['Zoe Sample (zoe)', { kind: 'count', value: 31 }],
    ]);
  });

  it('take a supervisor’s name however it is written', async () => {
    const made = await grouped('supervisor', 'KE', ['KE']);
    expectSound(made);
    expect(
      made.sections
        .at(-1)!
        .rows.filter(({ level }) => level !== 1)
        .map(({ title }) => title),
    ).toEqual(['Sue Sample', 'No supervisor named']);
    expect(valueAt(made, 'by-supervisor/supervisor-sue-sample/ended')).toBe(33);
  });
});

describe('outcomes of a program that brings a child home', () => {
  const brought = (one: Partial<PastCase>, more: Partial<PastReferral> = {}) =>
    served({ closedOn: '2025-12-20', ...one }, { program: 'IFRS', ...more });

  it('tell who came home, how soon, and who was placed again', async () => {
    const made = await report(
      {
        referrals: [
          brought({ events: [{ kind: 'home', on: '2025-10-14' }] }),
          brought({
            events: [
              { kind: 'home', on: '2025-11-14' },
              { kind: 'placed', on: '2025-11-20' },
            ],
            intact: false,
          }),
          brought({
            events: [
              { kind: 'placed', on: '2025-10-02' },
              { kind: 'home', on: '2025-10-15' },
            ],
          }),
          brought({ intact: false, whereabouts: ['home', 'foster_care'] }, { children: 2 }),
          brought({ intact: false, whereabouts: 'foster_care', followUps: [{ months: 3, placed: true }] }),
        ],
      },
      { program: 'IFRS', on: '2026-04-01' },
    );
    // The start is October 1: until October 15 is two weeks.
    expect(
      ['all', 'home', 'in-time', 'later', 'day-unknown', 'none'].map((id) =>
        valueAt(made, `home/${id}/families`),
      ),
    ).toEqual([5, 4, 2, 1, 1, 1]);
    expect(row(made, 'placement/service')).toEqual([4, 3, 75, 90, 'too few to say', 'interval', 1]);
    // Due, known, not reached, not said, told otherwise, not due yet, ended, none came home.
    expect(row(made, 'known/placement-months-3')).toEqual([4, 0, 0, 4, 0, 0, 5, 1]);
    expect(row(made, 'known/abuse-months-3')).toEqual([5, 1, 0, 4, 0, 0, 5, 0]);
    expect(made.sections.map(({ id }) => id)).not.toContain('cost');
  });
});
