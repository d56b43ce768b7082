import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, drawTable } from '../../../src/cli/views/table.ts';
import { displayWidth } from '../../../src/cli/views/width.ts';
import { colourLook, names, plainLook, withoutColour } from './samples.ts';

const columns: Column[] = [
  { title: 'Referral', needed: 9 },
  { title: 'Family', needed: 9 },
  { title: 'County', needed: 6 },
  { title: 'Priority', needed: 7 },
  { title: 'Days', needed: 5, align: 'right' },
  { title: 'Last review', needed: 4 },
  { title: 'Need', needed: 3, wrap: true },
  { title: 'FCS', needed: 2 },
];
const rows = [
  [
    'R26-0001',
    'Nguyễn Thị Hồng'.normalize('NFD'),
    'Greene',
    'imminent',
    '12',
    'OVERDUE',
    'Help with bedtime',
    '',
  ],
  [
    'R26-0002',
    '王小明',
    'Polk',
    'high',
    '3',
    'today',
    'Needs routines for school mornings, and someone to talk with when things get loud at home, most of all on weekends',
    'offered',
  ],
  ['R26-0003', 'Family 👨‍👩‍👧‍👦', 'Christian', 'moderate', '104', '10/3/2026', '', 'declined'],
];
const table = { columns, rows };

describe('a table', () => {
  it('at 40 columns', () => {
    expect(drawTable(table, plainLook(40))).toMatchInlineSnapshot(`
      "Referral  Family           Priority
      ───────────────────────────────────
      R26-0001  Nguyễn Thị Hồng  imminent
      R26-0002  王小明           high
      R26-0003  Family 👨‍👩‍👧‍👦        moderate
      Not shown at this width: County, Days,
      Last review, Need, FCS. Use a wider
      window or --json."
    `);
  });

  it('at 80 columns', () => {
    expect(drawTable(table, plainLook(80))).toMatchInlineSnapshot(`
      "Referral  Family           County     Priority  Days  Last review
      ─────────────────────────────────────────────────────────────────
      R26-0001  Nguyễn Thị Hồng  Greene     imminent    12  OVERDUE
      R26-0002  王小明           Polk       high         3  today
      R26-0003  Family 👨‍👩‍👧‍👦        Christian  moderate   104  10/3/2026
      Not shown at this width: Need, FCS. Use a wider window or --json."
    `);
  });

  it('at 120 columns', () => {
    expect(drawTable(table, plainLook(120))).toMatchInlineSnapshot(`
      "Referral  Family           County     Priority  Days  Last review  Need                                         FCS
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      R26-0001  Nguyễn Thị Hồng  Greene     imminent    12  OVERDUE      Help with bedtime
      R26-0002  王小明           Polk       high         3  today        Needs routines for school mornings, and      offered
                                                                         someone to talk with when things get loud
                                                                         at home, most of all on weekends
      R26-0003  Family 👨‍👩‍👧‍👦        Christian  moderate   104  10/3/2026                                                 declined"
    `);
  });

  it('on a console of ASCII only', () => {
    expect(drawTable({ columns, rows: rows.slice(1, 2) }, plainLook(86, false))).toMatchInlineSnapshot(`
      "Referral  Family  County  Priority  Days  Last review  Need                    FCS
      --------------------------------------------------------------------------------------
      R26-0002  王小明  Polk    high         3  today        Needs routines for      offered
                                                             school mornings, and
                                                             someone to talk wit..."
    `);
  });

  it('in colour', () => {
    const look = colourLook(60);
    const drawn = drawTable({ columns, rows: [['R26-0001', look.red('Jordan'), '', 'high', '3', '']] }, look);
    expect(drawn.split('\n').map((line) => JSON.stringify(line))).toMatchInlineSnapshot(`
      [
        ""\\u001b[1mReferral  Family  County  Priority  Days  Last review  Need\\u001b[22m"",
        ""\\u001b[2m───────────────────────────────────────────────────────────\\u001b[22m"",
        ""R26-0001  \\u001b[31mJordan\\u001b[39m          high         3"",
        ""\\u001b[2mNot shown at this width: FCS. Use a wider window or --json.\\u001b[22m"",
      ]
    `);
  });

  it.each([40, 60, 80, 120])('says the same with colour and without, at %i', (width) => {
    expect(withoutColour(drawTable(table, colourLook(width)))).toBe(drawTable(table, plainLook(width)));
  });

  it('keeps the colour of broken free text in its own column', () => {
    const look = colourLook(40);
    const free = [
      { title: 'Need', needed: 1, wrap: true },
      { title: 'Id', needed: 1 },
    ];
    const drawn = drawTable(
      { columns: free, rows: [[look.red('many words that do not fit into the line'), 'R1']] },
      look,
    );
    for (const line of drawn.split('\n')) {
      expect(line.split('\x1b[31m').length).toBe(line.split('\x1b[39m').length);
    }
    expect(drawn).toMatch(/\x1b\[39m +R1\n\x1b\[31mline\x1b\[39m$/);
  });

  it('without rows is nothing', () => {
    expect(drawTable({ columns, rows: [] }, plainLook(80))).toBe('');
  });

  it('shows a name with a line feed on one line', () => {
    expect(drawTable({ columns, rows: [['R26-1', 'Jordan\nExample']] }, plainLook(80))).toContain(
      'Jordan Example',
    );
  });

  it('turns rows into lines when even the most needed columns do not fit', () => {
    const long = 'Maximiliana-Konstantina Placeholder-Example von und zu Muster';
    expect(
      drawTable(
        { columns, rows: [['R26-0001', long, 'Greene', 'high', '4', '', rows[1]![6]!, ''], rows[0]!] },
        plainLook(40),
      ),
    ).toMatchInlineSnapshot(`
      "Referral: R26-0001
      Family:
      Maximiliana-Konstantina Placeholder-Example von und zu Muster
      County: Greene
      Priority: high
      Days: 4
      Need:
        Needs routines for school mornings,
        and someone to talk with when things
        get loud at home, most of all on
        weekends

      Referral: R26-0001
      Family: Nguyễn Thị Hồng
      County: Greene
      Priority: imminent
      Days: 12
      Last review: OVERDUE
      Need: Help with bedtime"
    `);
  });
});

describe('any table', () => {
  const name = fc.oneof(
    fc.constantFrom(...names),
    fc
      .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 18 })
      .map((text) => text.replace(/\s/g, '_')),
  );
  const text = fc.array(name, { maxLength: 20 }).map((words) => words.join(' '));
  const row = fc.tuple(name, name, text, fc.nat().map(String), text);
  const shape: Column[] = [
    { title: 'Referral', needed: 5 },
    { title: 'Family', needed: 5 },
    { title: 'Need', needed: 2, wrap: true },
    { title: 'Days', needed: 4, align: 'right' },
    { title: 'Note', needed: 1, wrap: true },
  ];

  it('stays within the screen, and breaks or cuts no name', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 40, max: 160 }),
        (any, width) => {
          const drawn = drawTable({ columns: shape, rows: any }, plainLook(width));
          for (const line of drawn.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          for (const [first, second] of any) {
            expect(drawn).toContain(first.trimEnd());
            expect(drawn).toContain(second.trimEnd());
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('draws a row the same whatever number of rows of the same widths stand around it', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (any) => {
        const look = plainLook(5000);
        const [titles, rule, ...once] = drawTable({ columns: shape, rows: any }, look).split('\n');
        const many = Array.from({ length: 60 }, () => any).flat();
        const repeated = Array.from({ length: 60 }, () => once).flat();
        expect(drawTable({ columns: shape, rows: many }, look).split('\n')).toEqual([
          titles,
          rule,
          ...repeated,
        ]);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('names exactly the columns that it leaves out', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 80, max: 160 }),
        (any, width) => {
          const [titles = '', ...below] = drawTable({ columns: shape, rows: any }, plainLook(width)).split(
            '\n',
          );
          const note = below.at(-1)?.startsWith('Not shown') ? below.at(-1) : '';
          for (const { title } of shape) expect(titles.includes(title)).toBe(!note?.includes(title));
        },
      ),
      { seed: 1 },
    );
  });
});
