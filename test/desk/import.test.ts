import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportedReferralJson } from '../../src/cli/json/export.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type ExportedReferral, exportPlacements, exportReferrals } from '../../src/desk/export.ts';
import { type ImportOptions, importReferrals } from '../../src/desk/import-referrals.ts';
import { importSpecialists } from '../../src/desk/import-specialists.ts';
import { openingsToday } from '../../src/desk/openings.ts';
import { takeReferrals } from '../../src/desk/take-referral.ts';
import { considerUndo, undo } from '../../src/desk/undo.ts';
import { referralColumns } from '../../src/forms/csv/columns.ts';
import { recognisedReferral } from '../../src/forms/csv/headings.ts';
import { parseCsv } from '../../src/forms/csv/parse-csv.ts';
import { readReferralRows } from '../../src/forms/csv/read-referral-csv.ts';
import { csvHead, csvLines } from '../../src/forms/csv/write-csv.ts';
import { readReferralJson } from '../../src/forms/referral-json.ts';
import { code, day, eligible, everything, form, office, refer, refusedWhole, specialist } from '../office.ts';

const plain: ImportOptions = { duplicates: null, dryRun: false, remember: {} };

const factsOf = (desk: Desk) => ({
  now: desk.now,
  zone: desk.settings.zone,
  programs: Object.keys(desk.programs),
});

/** The table of every referral, as `iis export referrals` writes it. */
async function tableOf(desk: Desk): Promise<string> {
  let columns = referralColumns(0, 0);
  let text = '';
  await exportReferrals(desk, ({ caregivers, children }) => {
    columns = referralColumns(caregivers, children);
    text = csvHead(columns, { isPrivate: false });
    return async (page) => {
      const records = page.map((one: ExportedReferral) => {
        const { family, leftovers, ...rest } = exportedReferralJson(one);
        return { ...rest, ...family, leftovers: leftovers.join('\n'), id: one.referral.id };
      });
      text += csvLines(columns, records, desk.settings.zone);
      return true;
    };
  });
  return text;
}

const rowsOf = (desk: Desk, text: string) => {
  const table = parseCsv(text);
  return readReferralRows(table, recognisedReferral(table.headings), factsOf(desk));
};

const take = (desk: Desk, text: string, options: Partial<ImportOptions> = {}) =>
  importReferrals(desk, rowsOf(desk, text), { ...plain, ...options });

/** What an import sets, by heading. A person of whom nothing is known has no columns. */
const setBy = (text: string): Record<string, string>[] => {
  const { headings, rows } = parseCsv(text);
  const end = headings.indexOf('Also on the form');
  const filled = (cells: string[]) =>
    headings.slice(0, end).map((heading, i) => [heading, cells[i]!] as const);
  return rows.map(({ cells }) => Object.fromEntries(filled(cells).filter(([, cell]) => cell !== '')));
};

const notesIn = (text: string): string[][] => {
  const { headings, rows } = parseCsv(text);
  return rows.map(({ cells }) => cells[headings.indexOf('Also on the form')]!.split('\n').filter(Boolean));
};

const three =
  'Child name,Parent name,County\nLin,Pat Example,Boone\nMai,Kim Example,Cole\nLin,Pat Example,Boone\n';

describe('taking a table in', () => {
  it('is one action, and undoing it leaves nothing', async () => {
    const desk = await office();
    const before = (await everything(desk)).match(/"referral",\[[^\]]*\]/)![0];
    const { taken } = await take(desk, three, { duplicates: 'take', remember: { tableColumns: { a: {} } } });
    expect(taken.map(({ row, referral }) => [row, referral.id])).toEqual([
      [2, 'R26-0001'],
      [3, 'R26-0002'],
      [4, 'R26-0003'],
    ]);
    await undo(desk, (await considerUndo(desk, null)).entry.action, null);
    expect((await everything(desk)).match(/"referral",\[[^\]]*\]/)![0]).toBe(before);
  });

  it('rehearsed says the same, and leaves nothing at all', async () => {
    const desk = await office();
    await refer(desk);
    const before = await everything(desk);
    const { taken, leftOut } = await take(desk, three, {
      dryRun: true,
      remember: { tableColumns: { a: {} } },
    });
    expect([taken.length, leftOut]).toEqual([2, [{ row: 4, why: 'taken_already', is: 'R26-0002' }]]);
    expect(await everything(desk)).toBe(before);
  });

  it('refuses all of it where anything is there already and that is wished', async () => {
    const desk = await office();
    await refusedWhole(desk, () => take(desk, three, { duplicates: 'refuse' }), {
      kind: 'rule',
      code: 'duplicates',
    });
  });

  it('takes nothing where one row fails on the way', async () => {
    const desk = await office();
    const before = await everything(desk);
    const [first, ...others] = rowsOf(desk, three);
    const nobody = {
      ...first!,
      reading: { ...first!.reading, intake: { ...first!.reading.intake, caregivers: [], children: [] } },
    };
    await expect(importReferrals(desk, [...others, nobody], plain)).rejects.toThrow();
    expect(await everything(desk)).toBe(before);
  });

  it('tells a second referral of a family from the same one twice', async () => {
    const desk = await office();
    const referral = (reason: string) =>
      `Child name,Child DOB,Parent name,Reason\nLin Sample,3/14/2015,Pat Sample,${reason}\n`;
    await take(desk, referral('hungry'));
    const again = await take(desk, referral('Hungry.'));
    expect(again.leftOut).toEqual([{ row: 2, why: 'taken_already', is: 'R26-0001' }]);
    const other = await take(desk, referral('bruises'), { dryRun: true });
    expect(other.taken[0]!.possibleDuplicates[0]!.referral.id).toBe('R26-0001');
    const without = await take(desk, referral('bruises'), { duplicates: 'leave_out' });
    expect(without.leftOut).toEqual([{ row: 2, why: 'looks_alike', is: 'R26-0001' }]);
  });

  it('a number of this office is the same referral, whatever was corrected since', async () => {
    const desk = await office();
    await refer(desk);
    const table = (await tableOf(desk))
      .replaceAll('Dana', 'Dina')
      .replaceAll('Tom', 'Tim')
      .replace('hungry', 'ill');
    expect((await take(desk, table)).leftOut).toEqual([{ row: 2, why: 'taken_already', is: 'R26-0001' }]);
    const elsewhere = await office();
    expect((await take(elsewhere, table)).taken.length).toBe(1);
  });

  it('takes two referrals that say the same from another office’s table as two, and once', async () => {
    const [there, here] = [await office(), await office()];
    await take(there, three, { duplicates: 'take' });
    const table = await tableOf(there);
    expect((await take(here, table)).taken).toHaveLength(3);
    expect(await take(here, table)).toMatchObject({ taken: [], leftOut: [{}, {}, {}] });
    const [row = ''] = /(?<=\n)R26-0001.*\r\n/.exec(table)!;
    expect(await take(await office(), table + row)).toMatchObject({ leftOut: [{ row: 5 }] });
  });

  it('specialists whose code is taken stay as they are', async () => {
    const desk = await office();
    await specialist(desk, 'kim');
    const facts = {
      name: 'New',
      agency: null,
      supervisor: null,
      program: 'IIS',
      circuits: [13],
      counties: [],
      languages: ['en'],
      takes: [],
      phone: null,
      email: null,
    };
    const rows = [
      { row: 2, code: code('kim'), facts, ended: null },
      { row: 3, code: code('lee'), facts, ended: { on: day('2026-09-01'), reason: null } },
    ];
    const { taken, leftOut } = await importSpecialists(desk, rows, plain);
    expect([taken.map((one) => one.code), leftOut]).toEqual([
      ['lee'],
      [{ row: 2, why: 'taken_already', is: 'kim' }],
    ]);
    // Whoever has ended is not taken for somebody with openings.
    expect((await openingsToday(desk)).map((one) => one.specialist.code)).toEqual(['kim']);
  });
});

const name = fc.constantFrom(
  'Nguyễn Thị Lan',
  'María Muñoz-García',
  "Sam O'Neil",
  '=Dana',
  '-Lin',
  'Đenan Hadžić',
  '+1',
);
const text = fc.oneof(
  fc.constantFrom(
    '-5',
    '+1 is late',
    '=1+1',
    '@home',
    'a\nb',
    `${'word '.repeat(15)}\nshort\n- listed`,
    "'-x",
    'none',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const date = fc.constantFrom('2015-03-14', '2020-02-29', '1990-12-31');
const phone = fc.constantFrom('+1 573 555 0100', '573-555-0101 (cell)');
const referral = fc.record({
  receivedAt: fc.constantFrom('2026-10-05T13:20:00Z', '2026-10-01T05:00:00Z', '2026-03-08T08:30:00Z'),
  submitter: fc.record({
    name: maybe(name),
    organization: maybe(name),
    phone: maybe(phone),
    email: maybe(fc.constant('ann@example.org')),
  }),
  caregivers: fc.array(
    fc.record({
      name: maybe(name),
      birthDate: maybe(date),
      phone: maybe(phone),
      address: maybe(fc.constant('1 Sample St; rear')),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  children: fc.array(fc.record({ name: maybe(name), birthDate: maybe(date) }), { maxLength: 4 }),
  reason: maybe(text),
  servicesProvided: maybe(text),
  accommodations: maybe(text),
  discussedOn: maybe(fc.constant('2026-10-01')),
  familyAgrees: maybe(fc.boolean()),
  program: fc.constantFrom('IIS', 'IFRS'),
  source: maybe(fc.constantFrom('community', 'division')),
  county: maybe(fc.constantFrom('Boone', 'St. Louis City', 'DeKalb')),
  priority: maybe(fc.constantFrom('imminent', 'high', 'moderate')),
  situation: maybe(fc.constantFrom('abuse', 'status_offense')),
  language: maybe(fc.constantFrom('es', 'vi')),
  interpreterArranged: maybe(fc.boolean()),
  tapa: maybe(fc.constantFrom({ date: '2026-10-02' }, true)),
  divisionInvolvement: maybe(fc.constantFrom('fcs', 'out_of_home_care')),
  safetyConcern: maybe(fc.boolean()),
});

describe('a round trip', () => {
  it('through a table and back loses nothing that an import sets', async () => {
    const named = referral.filter(({ submitter, caregivers }) =>
      Boolean(submitter.name ?? caregivers[0]!.name),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(named, { minLength: 1, maxLength: 4 }), async (referrals) => {
        const here = await office();
        const readings = readReferralJson(JSON.stringify(referrals), factsOf(here));
        const forms = readings.map(
          (reading) => ({ reading, channel: 'json', text: null, sameFamilyAs: null }) as const,
        );
        await takeReferrals(here, forms);
        const there = await office();
        const first = await tableOf(here);
        const read = rowsOf(there, first);
        expect(
          read.flatMap(({ reading }) => reading.problems.filter(({ kind }) => kind === 'unreadable')),
        ).toEqual([]);
        await importReferrals(there, read, { ...plain, duplicates: 'take' });
        const second = await tableOf(there);
        expect(setBy(second)).toEqual(setBy(first));
        for (const [i, notes] of notesIn(first).entries())
          expect(notesIn(second)[i]).toEqual(expect.arrayContaining(notes));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps as notes what it does not set', async () => {
    const here = await office({ settings: { circuits: [13] } });
    const id = await eligible(here);
    const there = await office();
    await take(there, await tableOf(here));
    const [notes] = notesIn(await tableOf(there));
    expect(notes).toEqual([`Number before: ${id}`, 'Status: eligible']);
  });
});

describe('an export', () => {
  it('goes through every page, in order, and stops when nobody reads on', async () => {
    const desk = await office();
    await takeReferrals(
      desk,
      Array.from({ length: 1203 }, () => form({ caregivers: [], children: [] })),
    );
    const sizes: number[] = [];
    const ids: string[] = [];
    await exportReferrals(desk, () => async (page) => {
      sizes.push(page.length);
      ids.push(...page.map((one) => one.referral.id));
      return true;
    });
    expect(sizes).toEqual([500, 500, 203]);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(1203);
    sizes.length = 0;
    await exportReferrals(desk, () => async (page) => {
      sizes.push(page.length);
      return false;
    });
    expect(sizes).toEqual([500]);
    await exportPlacements(desk, async () => expect.fail('there is no case'));
  });
});
