import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardLine, drawCard, paragraph, sideBySide } from '../../../src/cli/views/card.ts';
import { displayWidth } from '../../../src/cli/views/width.ts';
import { colourLook, names, plainLook, withoutColour } from './samples.ts';

const title = 'R26-0042 · Nguyễn Thị Hồng Ví Dụ';
const sections = [
  {
    lines: [
      ['County', 'Greene'],
      ['Caregiver', 'Nguyễn Thị Hồng Ví Dụ'],
      ['Birth date', null],
    ] satisfies CardLine[],
  },
  { title: 'Nothing to say', lines: [] },
  {
    title: 'Why referred',
    lines: [
      ['Reason', 'School asked for help with mornings and bedtime after the family moved in with relatives.'],
      ['Children', 'Nguyễn Văn Ví Dụ, 9\n王小明, 4'],
    ] satisfies CardLine[],
  },
];
const other = {
  title: 'R26-0007 · Nguyen Thi Hong Vi Du',
  sections: [{ lines: [['County', 'Polk'] as const, ['Caregiver', 'Nguyen Thi Hong Vi Du'] as const] }],
};

describe('a card', () => {
  it('at 40 columns', () => {
    expect(drawCard(title, sections, plainLook(40))).toMatchInlineSnapshot(`
      "R26-0042 · Nguyễn Thị Hồng Ví Dụ
        County      Greene
        Caregiver   Nguyễn Thị Hồng Ví Dụ
        Birth date  not known

      Why referred
        Reason      School asked for help with
                    mornings and bedtime after
                    the family moved in with
                    relatives.
        Children    Nguyễn Văn Ví Dụ, 9
                    王小明, 4"
    `);
  });

  it('at 80 columns', () => {
    expect(drawCard(title, sections, plainLook(80))).toMatchInlineSnapshot(`
      "R26-0042 · Nguyễn Thị Hồng Ví Dụ
        County      Greene
        Caregiver   Nguyễn Thị Hồng Ví Dụ
        Birth date  not known

      Why referred
        Reason      School asked for help with mornings and bedtime after the family
                    moved in with relatives.
        Children    Nguyễn Văn Ví Dụ, 9
                    王小明, 4"
    `);
  });

  it('at 120 columns', () => {
    expect(drawCard(title, sections, plainLook(120))).toMatchInlineSnapshot(`
      "R26-0042 · Nguyễn Thị Hồng Ví Dụ
        County      Greene
        Caregiver   Nguyễn Thị Hồng Ví Dụ
        Birth date  not known

      Why referred
        Reason      School asked for help with mornings and bedtime after the family moved in with relatives.
        Children    Nguyễn Văn Ví Dụ, 9
                    王小明, 4"
    `);
  });

  it('in colour', () => {
    expect(JSON.stringify(drawCard(title, sections.slice(0, 1), colourLook(80)))).toMatchInlineSnapshot(
      `""\\u001b[1mR26-0042 · Nguyễn Thị Hồng Ví Dụ\\u001b[22m\\n  County      Greene\\n  Caregiver   Nguyễn Thị Hồng Ví Dụ\\n  Birth date  \\u001b[2mnot known\\u001b[22m""`,
    );
  });

  it('without anything to say is its title', () => {
    expect(drawCard('R26-0042', [], plainLook(80))).toBe('R26-0042');
  });

  it('leaves a line between its title and a section with a title', () => {
    expect(drawCard('Case', sections.slice(2), plainLook(120)).split('\n').slice(0, 3)).toEqual([
      'Case',
      '',
      'Why referred',
    ]);
  });

  it('says the same with colour and without', () => {
    expect(withoutColour(drawCard(title, sections, colourLook(80)))).toBe(
      drawCard(title, sections, plainLook(80)),
    );
  });

  it('puts text under a label that leaves no room beside it', () => {
    const lines = [
      ['A label that takes nearly all of it', 'one two three four five six seven eight nine'],
    ] as const;
    expect(drawCard('Case', [{ lines }], plainLook(40))).toMatchInlineSnapshot(`
      "Case
        A label that takes nearly all of it
          one two three four five six seven
          eight nine"
    `);
  });
});

describe('two cards', () => {
  it('stand next to each other where there is room', () => {
    expect(sideBySide({ title, sections }, other, plainLook(120))).toMatchInlineSnapshot(`
      "R26-0042 · Nguyễn Thị Hồng Ví Dụ                              R26-0007 · Nguyen Thi Hong Vi Du
        County      Greene                                            County     Polk
        Caregiver   Nguyễn Thị Hồng Ví Dụ                             Caregiver  Nguyen Thi Hong Vi Du
        Birth date  not known

      Why referred
        Reason      School asked for help with mornings and
                    bedtime after the family moved in with
                    relatives.
        Children    Nguyễn Văn Ví Dụ, 9
                    王小明, 4"
    `);
  });

  it('stand one above the other at 40 columns', () => {
    expect(sideBySide(other, other, plainLook(40))).toMatchInlineSnapshot(`
      "R26-0007 · Nguyen Thi Hong Vi Du
        County     Polk
        Caregiver  Nguyen Thi Hong Vi Du

      R26-0007 · Nguyen Thi Hong Vi Du
        County     Polk
        Caregiver  Nguyen Thi Hong Vi Du"
    `);
  });
});

describe('a paragraph', () => {
  it('is broken between words and indented', () => {
    expect(
      paragraph('One family waits.\n\nNo place is open in 王小明 county today.', plainLook(40), 4),
    ).toMatchInlineSnapshot(`
      "    One family waits.

          No place is open in 王小明 county
          today."
    `);
  });
});

describe('any card', () => {
  const words = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme-composite', maxLength: 12 }));
  const value = fc.option(
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ').replace(/\s/g, ' ')),
  );
  const lines = fc.array(fc.tuple(fc.constantFrom('County', 'Caregiver', 'Last review'), value), {
    maxLength: 6,
  });
  const width = fc.integer({ min: 40, max: 130 });

  it('stays within the screen', () => {
    fc.assert(
      fc.property(lines, lines, width, (left, right, columns) => {
        const look = plainLook(columns);
        const card = {
          title: left[0]?.[1] ?? '',
          sections: [{ lines: left }, { title: 'More', lines: right }],
        };
        for (const drawn of [drawCard(card.title, card.sections, look), sideBySide(card, card, look)]) {
          for (const line of drawn.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        }
      }),
      { seed: 1 },
    );
  });

  it('breaks no name that fits into a line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), width, (first, last, columns) => {
        const name = `${first} ${last}`;
        fc.pre(displayWidth(name) <= columns - 4);
        expect(
          drawCard('', [{ lines: [['Caregiver, as they wish to be called', name]] }], plainLook(columns)),
        ).toContain(name);
      }),
      { seed: 1 },
    );
  });
});
