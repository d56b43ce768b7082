import { describe, expect, it } from 'vitest';
import type { AvailableSpecialist, MatchPlan, WaitingFamily } from '../../src/rules/matching.ts';
import { blockerInWords, planMatch, whyInWords } from '../../src/rules/matching.ts';
import { at, day, family, specialist } from './matching-made.ts';

const languageName = (code: string) => ({ es: 'Spanish', vi: 'Vietnamese' })[code] ?? code;

/** The plan as a gatekeeper would read it. */
const read = ({ placements, unserved }: MatchPlan) => ({
  placed: placements.map(
    ({ referral, specialist, why }) =>
      `${referral} with ${specialist}: ${why.map((one) => whyInWords(one, languageName)).join('; ')}`,
  ),
  left: unserved.map(
    ({ referral, blockers }) =>
      `${referral}: ${blockers.map((one) => blockerInWords(one, languageName)).join('; ')}`,
  ),
});

const plan = (families: WaitingFamily[], specialists: AvailableSpecialist[]) =>
  read(planMatch(families, specialists));

const pairs = (families: WaitingFamily[], specialists: AvailableSpecialist[]) =>
  planMatch(families, specialists).placements.map(({ referral, specialist }) => `${referral} ${specialist}`);

describe('the order of families', () => {
  it('is imminent, high, moderate; then the time received; then the number', () => {
    const families = [
      family(1, { priority: 'moderate', receivedAt: at('2026-10-01T08:00:00Z') }),
      family(2, { priority: 'high', receivedAt: at('2026-10-05T08:00:00Z') }),
      family(4, { priority: 'high', receivedAt: at('2026-10-04T08:00:00Z') }),
      family(3, { priority: 'high', receivedAt: at('2026-10-04T08:00:00Z') }),
      family(5, { priority: 'imminent', receivedAt: at('2026-10-06T08:00:00Z') }),
    ];
    const { placements, unserved } = planMatch(families, [specialist('kim', { places: 3 })]);
    expect(placements.map(({ referral }) => referral)).toEqual(['R26-0005', 'R26-0003', 'R26-0004']);
    expect(unserved.map(({ referral }) => referral)).toEqual(['R26-0002', 'R26-0001']);
  });
});

describe('the only Spanish-speaking specialist', () => {
  const anyone = family(1, { priority: 'imminent' });
  const spanish = family(7, { priority: 'moderate', language: 'es' });
  const kim = specialist('kim', { openCases: 1, languages: ['en', 'es'], idleSince: null });
  const lee = specialist('lee', { openCases: 1 });

  it('is kept for the family that needs her, though first in line for one that anyone could serve', () => {
    expect(plan([anyone, spanish], [kim, lee])).toEqual({
      placed: [
        'R26-0001 with lee: has 1 open case; keeps kim free for R26-0007: only one with an opening who speaks Spanish',
        'R26-0007 with kim: only specialist with an opening who speaks Spanish',
      ],
      left: [],
    });
  });

  it('goes to the family higher up when it is her or nobody', () => {
    expect(plan([anyone, spanish], [kim])).toEqual({
      placed: ['R26-0001 with kim: only specialist with an opening who could serve'],
      left: ['R26-0007: the last opening of the one specialist who fits goes to a family before this one'],
    });
  });

  it('goes to the first family when no other asks for her', () => {
    expect(pairs([anyone, { ...spanish, interpreterArranged: true }], [kim, lee])).toEqual([
      'R26-0001 kim',
      'R26-0007 lee',
    ]);
  });

  it('is reached by moving several families round', () => {
    const families = [
      family(1, { priority: 'imminent', county: 'Boone' }),
      family(2, { county: 'Callaway' }),
      family(3, { priority: 'moderate', county: 'Callaway', language: 'es' }),
    ];
    const team = [
      specialist('ann', { openCases: 1, languages: ['es'], idleSince: null }),
      specialist('bea', { openCases: 1 }),
      specialist('cal', { openCases: 1, counties: ['Boone'], idleSince: at('2026-09-20T12:00:00Z') }),
    ];
    expect(pairs(families, team)).toEqual(['R26-0001 cal', 'R26-0002 bea', 'R26-0003 ann']);
  });
});

describe('the choice of specialist', () => {
  it.each<[string, AvailableSpecialist[], string]>([
    [
      'fewer open cases before longer idle',
      [specialist('abe', { openCases: 1, idleSince: null }), specialist('zoe')],
      'R26-0001 with zoe: has no open case',
    ],
    [
      'among as few, the one idle longest',
      [specialist('abe'), specialist('zoe', { idleSince: at('2026-08-01T12:00:00Z') })],
      'R26-0001 with zoe: has no open case; idle longest of the 2 with as few open cases',
    ],
    [
      'who never had a case is idle longest',
      [specialist('abe'), specialist('zoe', { idleSince: null })],
      'R26-0001 with zoe: has no open case; idle longest of the 2 with as few open cases',
    ],
    [
      'a tie goes by the code, and says that it was one',
      [specialist('zoe'), specialist('abe')],
      'R26-0001 with abe: has no open case; idle as long as any of the 2 with as few open cases',
    ],
    [
      'more than none is said to be the fewest',
      [specialist('abe', { places: 3, openCases: 2 }), specialist('zoe', { openCases: 1 })],
      'R26-0001 with zoe: has 1 open case, fewest of those still free',
    ],
  ])('%s', (_, team, line) => {
    expect(plan([family(1)], team).placed).toEqual([line]);
  });

  it('spreads families before it fills a specialist up, and counts what the plan itself adds', () => {
    const families = [1, 2, 3, 4].map((number) => family(number));
    expect(plan(families, [specialist('abe'), specialist('zoe')]).placed).toEqual([
      'R26-0001 with abe: has no open case; idle as long as any of the 2 with as few open cases',
      'R26-0002 with zoe: has no open case',
      'R26-0003 with abe: has 1 open case with this plan, fewest of those still free; idle as long as any of the 2 with as few open cases',
      'R26-0004 with zoe: last opening left with any of the 2 who could serve',
    ]);
  });

  it('says when an interpreter stands in for the language', () => {
    const vietnamese = family(1, { language: 'vi', interpreterArranged: true });
    expect(plan([vietnamese], [specialist('abe')]).placed).toEqual([
      'R26-0001 with abe: only specialist with an opening who could serve; an interpreter for Vietnamese is arranged',
    ]);
  });

  it('names everything that makes a specialist the only one', () => {
    const asking = family(1, { language: 'es', county: 'Callaway', situation: 'delinquency' });
    const team = [
      specialist('abe', { languages: ['es'], takes: ['delinquency'] }),
      specialist('zoe', { counties: ['Boone'] }),
    ];
    expect(plan([asking], team).placed).toEqual([
      'R26-0001 with abe: only specialist with an opening who speaks Spanish and serves Callaway and takes delinquency',
    ]);
  });
});

describe('what stands in the way', () => {
  const asking = family(1, { language: 'es', county: 'Callaway', situation: 'severe_emotional_disturbance' });
  const takesAll = { languages: ['es'], takes: ['severe_emotional_disturbance'] } as const;

  it.each<[string, AvailableSpecialist[], string]>([
    ['nobody at all', [], 'nobody works for IIS in circuit 13'],
    [
      'nobody in the circuit or the program',
      [specialist('abe', { circuits: [19] }), specialist('zoe', { program: 'IFRS' })],
      'nobody works for IIS in circuit 13',
    ],
    [
      'fitting specialists are full',
      [specialist('abe', { ...takesAll, openCases: 2 }), specialist('zoe', { ...takesAll, openCases: 2 })],
      'none of the 2 specialists who fit has an opening (4 places)',
    ],
    [
      'the only place is taken',
      [specialist('abe', { ...takesAll, places: 1, openCases: 1 })],
      'the one specialist who fits has no opening (1 place)',
    ],
    [
      'one is full, another free but without the language',
      [
        specialist('abe', { ...takesAll, openCases: 2 }),
        specialist('zoe', { ...takesAll, languages: ['en'] }),
      ],
      'the one specialist who fits has no opening (2 places); zoe has an opening but does not speak Spanish',
    ],
    [
      'each free specialist fails something else',
      [
        specialist('lea', { ...takesAll, languages: [] }),
        specialist('cy', { ...takesAll, counties: ['Boone'] }),
        specialist('sam', { ...takesAll, takes: ['delinquency'] }),
        specialist('abe', { ...takesAll, takes: [], places: 3 }),
      ],
      'lea has an opening but does not speak Spanish; cy has an opening but does not serve Callaway; ' +
        'abe and sam have an opening but do not take severe emotional disturbance',
    ],
    [
      'nobody has the language, and nobody an opening',
      [
        specialist('abe', { ...takesAll, languages: ['en'], openCases: 2 }),
        specialist('zoe', { ...takesAll, languages: ['vi'], openCases: 2 }),
      ],
      'none of the 2 specialists in the circuit speaks Spanish',
    ],
    [
      'one alone in the circuit lacks it, and has no opening',
      [specialist('abe', { ...takesAll, languages: ['en'], openCases: 2 })],
      'the one specialist in the circuit does not speak Spanish',
    ],
    [
      'nobody has all of it together',
      [
        specialist('abe', { ...takesAll, languages: ['en'], openCases: 2 }),
        specialist('zoe', { ...takesAll, takes: [], openCases: 2 }),
      ],
      '1 of the 2 specialists in the circuit does not speak Spanish; ' +
        '1 of the 2 specialists in the circuit does not take severe emotional disturbance',
    ],
    [
      'the fitting specialist is away',
      [specialist('abe', { ...takesAll, onLeaveUntil: day('2026-10-09') })],
      'abe fits but is on leave until 2026-10-09',
    ],
    [
      'one full, two away',
      [
        specialist('zoe', { ...takesAll, onLeaveUntil: day('2026-10-09') }),
        specialist('abe', { ...takesAll, onLeaveUntil: day('2026-10-30') }),
        specialist('kim', { ...takesAll, openCases: 2 }),
      ],
      'the one specialist who fits has no opening (2 places); abe fits but is on leave until 2026-10-30; ' +
        'zoe fits but is on leave until 2026-10-09',
    ],
  ])('%s', (_, team, line) => {
    expect(plan([asking], team)).toEqual({ placed: [], left: [`R26-0001: ${line}`] });
  });

  it.each<[string, AvailableSpecialist[], string]>([
    [
      'the last opening of one',
      [specialist('abe', { openCases: 1 })],
      'the last opening of the one specialist who fits goes to a family before this one',
    ],
    [
      'both openings of one',
      [specialist('abe')],
      'the openings of the one specialist who fits go to families before this one',
    ],
    [
      'the last opening of several',
      [specialist('abe', { openCases: 1 }), specialist('zoe', { openCases: 2 })],
      'the last opening of the 2 specialists who fit goes to a family before this one',
    ],
    [
      'the openings of several',
      ['abe', 'kim', 'zoe'].map((code) => specialist(code, { openCases: 1 })),
      'the openings of the 3 specialists who fit go to families before this one',
    ],
  ])('says when the plan itself gives away %s', (_, team, line) => {
    const left = family(9, { priority: 'moderate' });
    const families = [left, ...[1, 2, 3].map((number) => family(number))];
    expect(plan(families, team).left.at(-1)).toBe(`R26-0009: ${line}`);
  });

  it('does not name as free a specialist whom the plan itself fills', () => {
    const families = [family(1, { priority: 'imminent' }), family(2, { language: 'es' })];
    expect(plan(families, [specialist('abe', { openCases: 1 })]).left).toEqual([
      'R26-0002: the one specialist in the circuit does not speak Spanish',
    ]);
  });

  it('keeps the facts for those who render them otherwise', () => {
    const { unserved } = planMatch([family(1, { language: 'es' })], [specialist('abe')]);
    expect(unserved).toEqual([
      {
        referral: 'R26-0001',
        priority: 'high',
        blockers: [{ kind: 'language', language: 'es', free: ['abe'], failing: 1, of: 1 }],
      },
    ]);

    const three = [family(1), family(2), family(3)];
    expect(planMatch(three, [specialist('abe', { openCases: 1, places: 3 })]).unserved).toEqual([
      {
        referral: 'R26-0003',
        priority: 'high',
        blockers: [{ kind: 'no_opening', fitting: 1, places: 3, planned: 2 }],
      },
    ]);
  });

  it('shows the end of a leave as the caller says days', () => {
    const blocker = { kind: 'leave', specialist: specialist('abe').code, until: day('2026-10-09') } as const;
    expect(blockerInWords(blocker, languageName, () => 'Friday')).toBe(
      'abe fits but is on leave until Friday',
    );
  });
});

describe('the edges', () => {
  it('plans nothing for nobody', () => {
    expect(planMatch([], [specialist('abe')])).toEqual({ placements: [], unserved: [] });
  });

  it('takes a circuit listed twice as one', () => {
    expect(pairs([family(1), family(2)], [specialist('abe', { circuits: [13, 13], openCases: 1 })])).toEqual([
      'R26-0001 abe',
    ]);
  });
});
