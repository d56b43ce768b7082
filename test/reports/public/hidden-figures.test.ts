import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, extreme, interval, measure, money, share } from '../../../src/reports/figures.ts';
import { figureInWords, headlineOf } from '../../../src/reports/in-words.ts';
import { withoutCounts } from '../../../src/reports/public/hidden-figures.ts';
import { isWithin, piecesOf } from '../../../src/reports/public/scopes.ts';
import { type Figure, type Report, type ReportRow, sentence } from '../../../src/reports/report.ts';
import type { CalendarDate, Instant } from '../../../src/rules/time.ts';
import type { ProgramCode } from '../../../src/rules/words.ts';

const IIS = 'IIS' as ProgramCode;

const report = (rows: ReportRow[], more: Partial<Report['sections'][number]> = {}): Report => ({
  id: 'year',
  title: 'Made',
  scope: {
    sfy: 2027,
    from: '2026-07-01' as CalendarDate,
    before: '2027-07-01' as CalendarDate,
    circuits: null,
    program: null,
  },
  madeAt: '2026-11-28T12:00:00Z' as Instant,
  headline: [sentence`${'a/small/n'} of ${'a/all/n'}.`],
  sections: [
    {
      id: 'a',
      title: 'A',
      counts: 'Each once.',
      columns: ['n', 'share', 'more'].map((id) => ({ id, title: id })),
      rows,
      ...more,
    },
  ],
  sums: [],
  notes: [],
});

const row = (id: string, n: number, more: Figure | null = null, level: 0 | 1 = 1): ReportRow => ({
  id,
  title: id,
  level,
  figures: [count(n), share(n, 150, { part: `a/${id}/n`, of: 'a/all/n' }), more],
});

const shown = (made: Report, hidden: string[], given: Parameters<typeof withoutCounts>[2] = []) =>
  withoutCounts(made, new Set(hidden), given).sections[0]!.rows.map(({ id, figures }) =>
    [id, ...figures.map(figureInWords)].join(' | '),
  );

describe('a report without some of its counts', () => {
  it('is without what was taken from them, and says nothing of them', () => {
    const made = report([
      row('all', 150, measure(3.25, 'days', 'a/all/n'), 0),
      row('small', 4, money(12_300, 'a/small/n')),
      row('other', 26, interval(26, 150, { part: 'a/small/n', of: 'a/all/n' }, 95)),
      row('large', 120, extreme(99, 'days', 'a/large/n')),
    ]);
    expect(shown(made, ['a/small/n', 'a/other/n'])).toEqual([
      'all | 150 | 100.0 % | 3.3 days',
      'small | * | * | *',
      'other | * | * | *',
      'large | 120 | 80.0 % | *',
    ]);
    expect(headlineOf(withoutCounts(made, new Set(['a/small/n']), []))).toEqual([]);
    expect(headlineOf(made)).toEqual(['4 of 150.']);
  });

  it('is without numbers and words that were reckoned from them', () => {
    const from = ['a/all/n', 'a/small/n'];
    const made = report([
      row('all', 150, { kind: 'number', value: 4.4, unit: null, from }, 0),
      row('small', 4, { kind: 'words', words: 'too few to say', from }),
      row('policy', 20, { kind: 'number', value: 90, unit: 'percent' }),
    ]);
    expect(shown(made, ['a/small/n'])).toEqual([
      'all | 150 | 100.0 % | *',
      'small | * | * | *',
      'policy | 20 | 13.3 % | 90 %',
    ]);
  });

  it('has rows by their titles where they stood by size, what is a part still under its whole', () => {
    const made = report(
      [
        row('all', 150, null, 0),
        row('z', 90, null, 0),
        row('y', 60),
        row('x', 30),
        row('b', 60, null, 0),
        row('a', 4),
      ],
      { bySize: true },
    );
    expect(shown(made, []).map((line) => line[0])).toEqual(['a', 'z', 'y', 'x', 'b', 'a']);
    expect(shown(made, ['a/a/n']).map((line) => line.split(' ')[0])).toEqual([
      'all',
      'b',
      'a',
      'z',
      'x',
      'y',
    ]);
  });

  it('is without a measure that changed while its count did not', () => {
    const made = report([row('all', 150, measure(3.2, 'days', 'a/all/n'), 0)]);
    const given = (n: number, words: string) => [
      { counts: new Map([['a/all/n', n]]), others: new Map([['a/all/more', words]]) },
    ];
    expect(shown(made, [], given(150, '3.1 days'))).toEqual(['all | 150 | 100.0 % | *']);
    expect(shown(made, [], given(150, '3.2 days'))).toEqual(['all | 150 | 100.0 % | 3.2 days']);
    expect(shown(made, [], given(120, '3.1 days'))).toEqual(['all | 150 | 100.0 % | 3.2 days']);
  });

  it('does not tell a hidden 0 by an empty place', () => {
    const made = report([row('all', 150, money(1, 'a/all/n'), 0), row('none', 0), row('some', 20)]);
    expect(shown(made, ['a/none/n'])).toEqual([
      'all | 150 | 100.0 % | $0.01',
      'none | * | * | *',
      'some | 20 | 13.3 % | *',
    ]);
  });
});

describe('scopes', () => {
  it.each([
    [{ circuits: [13], program: null }, { circuits: null, program: null }, true],
    [{ circuits: [13], program: IIS }, { circuits: [13, 19], program: null }, true],
    [{ circuits: [13, 19], program: IIS }, { circuits: [13], program: null }, false],
    [{ circuits: null, program: IIS }, { circuits: [13], program: null }, false],
    [{ circuits: null, program: null }, { circuits: null, program: IIS }, false],
  ])('%j within %j: %s', (inner, outer, expected) => expect(isWithin(inner, outer)).toBe(expected));

  it('are cut into pieces: circuit 13, the rest; of IIS and not', () =>
    expect(
      piecesOf([
        { circuits: null, program: null },
        { circuits: [13], program: null },
        { circuits: null, program: IIS },
      ])
        .map((of) => of.map(Number).join(''))
        .toSorted(),
    ).toEqual(['100', '101', '110', '111']));

  it('are each made of whole pieces, and no piece is twice', () => {
    const circuits = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }));
    const program = fc.constantFrom(null, IIS, 'IFRS' as ProgramCode);
    fc.assert(
      fc.property(fc.array(fc.record({ circuits, program }), { minLength: 1, maxLength: 5 }), (scopes) => {
        const pieces = piecesOf(scopes);
        expect(new Set(pieces.map(String)).size).toBe(pieces.length);
        for (let circuit = 1; circuit <= 7; circuit++)
          for (const one of [IIS, 'IFRS' as ProgramCode, 'other' as ProgramCode]) {
            const isOf = scopes.map(
              (scope) =>
                (scope.circuits === null || scope.circuits.includes(circuit)) &&
                (scope.program === null || scope.program === one),
            );
            if (isOf.includes(true)) expect(pieces.map(String)).toContain(String(isOf));
          }
      }),
    );
  });
});
