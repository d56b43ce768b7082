import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  caseColumns,
  finsColumns,
  referralColumns,
  specialistColumns,
} from '../../src/forms/csv/columns.ts';
import { guarded, unguarded } from '../../src/forms/csv/formula-guard.ts';
import { recognisedReferral, recognisedSpecialist, referralFields } from '../../src/forms/csv/headings.ts';
import { parseCsv } from '../../src/forms/csv/parse-csv.ts';
import { readReferralCsv } from '../../src/forms/csv/read-referral-csv.ts';
import { csvHead, csvLines } from '../../src/forms/csv/write-csv.ts';
import type { Instant } from '../../src/rules/time.ts';
import { refusal } from '../office.ts';

const zone = 'America/Chicago';
const facts = { now: '2026-10-05T14:00:00Z' as Instant, zone, programs: ['IIS', 'IFRS'] };

/** What a spreadsheet would take for a formula, however it is led in. */
const formula = /^[\s\0-\x1f\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

const sign = fc.constantFrom(...'=+-@＝＋－＠﹦﹢﹣﹫\t\r\n\0\'", ;\u00a0\u200b\ufeff|%', 'a', '1', 'é');
const hostile = fc.oneof(
  fc.string({ unit: sign, minLength: 1, maxLength: 8 }),
  fc
    .tuple(
      fc.constantFrom('', ' ', "'", "''", '\t', '\n', '\0 '),
      fc.constantFrom(...'=+-@＝＋－＠'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '-5',
    '+1 573 555 0100',
    "=cmd|'/C calc'!A0",
    '@SUM(1)',
    '-',
    "'=1",
    "''-1",
    '=1;2',
    '"=1"',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** A record with a text of its own at every path; what is a time stays one. */
const recordWith = (columns: readonly Column[], texts: readonly string[]): object => {
  const record = {};
  for (const [i, { path }] of columns.entries()) {
    const steps = path.match(/\w+/g)!;
    let at = record as Record<string, unknown>;
    for (const step of steps.slice(0, -1)) {
      if (typeof at[step] !== 'object') at[step] = {};
      at = at[step] as Record<string, unknown>;
    }
    if (typeof at[steps.at(-1)!] !== 'object')
      at[steps.at(-1)!] = path.endsWith('At') ? '2026-10-05T14:00:00Z' : texts[i];
  }
  return record;
};

const exporters: [string, Column[]][] = [
  ['referrals', referralColumns(2, 3)],
  ['the FINS list', finsColumns],
  ['cases', caseColumns],
  ['specialists', specialistColumns],
];

describe('cells that a spreadsheet opens', () => {
  it.each(exporters)('of %s are never formulas, and give back what was kept', (_, columns) => {
    const texts = fc.array(hostile, { minLength: columns.length, maxLength: columns.length });
    fc.assert(
      fc.property(texts, (values) => {
        const record = recordWith(columns, values);
        const written = csvHead(columns, { isPrivate: false }) + csvLines(columns, [record], zone);
        const [, row] = parse(written, { record_delimiter: '\r\n' }) as string[][];
        expect(row!.filter((cell) => formula.test(cell) || /^[\0\t\r\n]/.test(cell))).toEqual([]);
        for (const [i, { path }] of columns.entries()) {
          if (path.endsWith('At') || path === 'tapa') continue;
          expect(unguarded(row![i]!)).toBe(values[i]);
        }
      }),
      // Over all of them 100 columns and more: 5,000 cells.
      { numRuns: 50 },
    );
  });

  it('the guard can always be taken off again, and only once', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(formula);
      }),
      { numRuns: 2000 },
    );
    expect(["'Tis", "O'Neil", '5-1', 'a=b', ''].map(guarded)).toEqual(["'Tis", "O'Neil", '5-1', 'a=b', '']);
    expect(["'Tis", "'-5", '-5'].map(unguarded)).toEqual(["'Tis", '-5', '-5']);
  });

  it('in tables of other programs an apostrophe is part of the text', () => {
    const name = (text: string) => readReferralCsv(text, facts)[0]!.intake.caregivers[0]!.name;
    expect(name("Caregiver name\n'-Dana\n")).toBe("'-Dana");
    expect(name("iis referral,Caregiver 1 name\nR26-0001,'-Dana\n")).toBe('-Dana');
  });

  it('text of several lines is one cell, ends of lines are CR LF', () => {
    const written = csvLines(caseColumns, [recordWith(caseColumns, ['', 'one\n\ntwo', 'a;b'])], zone);
    expect(written).toContain('"one\n\ntwo","a;b"');
    expect(written.endsWith('\r\n')).toBe(true);
  });

  it('times are those on the wall, and say which moment they were', () => {
    const at = (assignedAt: string) =>
      csvLines([{ path: 'assignedAt', heading: 'Assigned' }], [{ assignedAt }], zone).trim();
    expect(at('2026-10-05T14:00:00Z')).toBe('2026-10-05T09:00:00-05:00');
    // The hour that comes twice.
    expect(at('2026-11-01T06:30:00Z')).toBe('2026-11-01T01:30:00-05:00');
    expect(at('2026-11-01T07:30:00Z')).toBe('2026-11-01T01:30:00-06:00');
  });
});

describe('headings', () => {
  it('that an export writes are known, each as its own', () => {
    const columns = referralColumns(2, 6);
    expect(recognisedReferral(columns.map(({ heading }) => heading))).toEqual(
      columns.map(({ path }) => path),
    );
    expect(recognisedReferral(columns.map(({ path }) => path))).toEqual(columns.map(({ path }) => path));
    const known = recognisedSpecialist(specialistColumns.map(({ heading }) => heading));
    expect(known).toEqual(specialistColumns.map(({ path }) => path));
  });

  it.each([
    ['Parent/Guardian name', 'caregivers[0].name'],
    ['caregiver1_name', 'caregivers[0].name'],
    ['Caregiver 2 DOB', 'caregivers[1].birthDate'],
    ['child_2_birth_date', 'children[1].birthDate'],
    ['Child #3 name', 'children[2].name'],
    ['childName', 'children[0].name'],
    ['Special accommodations needed', 'accommodations'],
    ['Date spoke with family', 'discussedOn'],
    ['Reason(s) for referral', 'reason'],
    ['Family agrees?', 'familyAgrees'],
    ['Submitted by', 'submitter.name'],
    ['Referring agency', 'submitter.organization'],
    ['Date received', 'receivedAt'],
    ['Risk level', 'priority'],
    // These could be anybody’s.
    ['Name', null],
    ['Phone', null],
    ['DOB', null],
    ['Worker', null],
    ['constructor', null],
    ['__proto__', null],
  ])('“%s” is %s', (heading, field) => expect(recognisedReferral([heading])).toEqual([field]));

  it('the second child without a number is the second one', () => {
    const headings = ['Child name', 'Child DOB', 'Child name (2)', 'Child DOB (2)'];
    expect(recognisedReferral(headings)).toEqual([
      'children[0].name',
      'children[0].birthDate',
      'children[1].name',
      'children[1].birthDate',
    ]);
    expect(parseCsv('Child name,Child name\nA,B\n').headings).toEqual(['Child name', 'Child name (2)']);
  });

  it('no two columns are one field, and nothing else than a field is found', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 12 }), (headings) => {
        const fields = recognisedReferral(headings).filter((field) => field !== null);
        expect(new Set(fields).size).toBe(fields.length);
        for (const field of fields) expect(referralFields).toContain(field);
      }),
    );
  });
});

describe('tables', () => {
  it.each([',', ';', '\t'])('are read with cells parted by “%s”', (parting) => {
    const text = ['Caregiver name|County', 'Dana Sample|Boone'].join('\r\n').replaceAll('|', parting);
    const [{ intake }] = readReferralCsv(text, facts) as [ReturnType<typeof readReferralCsv>[number]];
    expect([intake.caregivers[0]?.name, intake.county]).toEqual(['Dana Sample', 'Boone']);
  });

  it('rows are counted as a spreadsheet does, empty ones left out, and text beyond is kept', () => {
    const table = parseCsv('County,Child name\nBoone,"A\nB"\n\n,\nCole,C,more\n');
    expect(table.rows.map(({ row, beyond }) => [row, beyond])).toEqual([
      [2, []],
      [5, ['more']],
    ]);
  });

  it('what no field takes is kept as it stood', () => {
    const [reading] = readReferralCsv('Child name,Child DOB,Worker\nLin,2/30/2015,Lee\n', facts);
    expect(reading!.leftovers).toEqual(['Worker: Lee']);
    expect(reading!.problems).toContainEqual({
      field: 'children[0].birthDate',
      kind: 'unreadable',
      text: '2/30/2015',
    });
  });

  it('a child keeps its place when the one before is empty', () => {
    const [reading] = readReferralCsv('Child 1 name,Child 2 name,Child 2 DOB\n,Lin,x\n', facts);
    expect(reading!.intake.children[1]?.name).toBe('Lin');
    expect(reading!.problems).toContainEqual(
      expect.objectContaining({ field: 'children[1].birthDate', text: 'x' }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['County\n', 'headings alone'],
    ['County,Child name\nBoone,"Lin\n', 'a quotation mark that does not close'],
    ['County,Child name\nBoone,L"in\n', 'a quotation mark within'],
    [`${'a,'.repeat(1500)}\nx\n`, 'too many columns'],
    [`County\n${'Boone\n'.repeat(10_001)}`, 'too many rows'],
    ['iis referral (initials only),County\nR26-0001,Boone\n', 'initials'],
    ['Moon,Sun\n1,2\n', 'no field at all'],
  ])('refused as a whole: %#', async (text) => {
    expect(await refusal(() => readReferralCsv(text, facts))).toEqual({
      kind: 'invalid',
      code: 'form_refused',
    });
  });

  it('a row of nothing but commas is refused before its cells are made', () => {
    const before = process.memoryUsage().heapUsed;
    expect(() => parseCsv(`Name,County\n${','.repeat(4_000_000)}`)).toThrow('1000 columns');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
    expect(parseCsv(`Name,County\n"${','.repeat(5000)}",Boone`).rows).toHaveLength(1);
  });

  it('hostile text never does more than be refused', () => {
    const text = fc.array(fc.oneof(hostile, fc.constantFrom(',', '\n', '"', '__proto__', 'County')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (parts) => {
        try {
          readReferralCsv(`Child name,${parts.join('')}`, facts);
        } catch (error) {
          expect((error as Error).name).toBe('Refusal');
        }
        expect(({} as Record<string, unknown>).name).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
