import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxText } from '../../src/forms/docx/docx-text.ts';
import { readHere } from '../../src/forms/read-here.ts';
import { emptyIntake } from '../../src/rules/intake.ts';
import { asFilled, facts, filledForm } from './filled-form.ts';
import { docxOf, docxSaying, wordNamespace } from './hostile-files.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/forms/${name}`, import.meta.url));
const reading = async (bytes: Uint8Array) => (await readHere(bytes, facts)).readings[0]!;

const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const inBody = (body: string): string =>
  docxText(`<w:document ${wordNamespace} ${w14} ${mc}><w:body>${body}</w:body></w:document>`);
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...texts: string[]): string => `<w:p>${texts.map(run).join('')}</w:p>`;
const table = (...rows: string[][]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
const tableOf = (...rows: string[][]): string =>
  table(
    ...rows.map((cells) =>
      cells.map((cell) =>
        cell
          .split('\n')
          .map((line) => paragraph(line))
          .join(''),
      ),
    ),
  );

describe('Word documents that other programs made', () => {
  it('a form in tables, by LibreOffice', async () => {
    const { intake, problems, leftovers } = await reading(fixture('libreoffice-table.docx'));
    expect(intake).toEqual({
      ...emptyIntake(),
      source: 'community',
      receivedAt: '2026-10-02T05:00:00Z',
      submitter: {
        name: 'Ruth Example',
        organization: 'Fulton Example Clinic (fictional)',
        phone: '573-555-0171',
        email: 'ruth@example.org',
      },
      caregivers: [
        {
          name: 'Linh Nguyễn',
          birthDate: '1993-04-09',
          phone: '573-555-0172',
          email: null,
          address: '7 Sample Lane, Apt 2, Fulton, MO 65251',
        },
      ],
      children: [
        { name: 'Minh Nguyễn', birthDate: '2015-03-14' },
        { name: 'Lan Nguyễn', birthDate: '2018-11-02' },
      ],
      reason:
        'Minh was found alone at night twice in September.\nThe mother works nights and has nobody to stay with the children.',
      servicesProvided: 'Clinic social worker since June',
      accommodations: 'Vietnamese interpreter',
      discussedOn: '2026-10-01',
      familyAgrees: true,
    });
    expect({ problems, leftovers }).toEqual({
      problems: [{ field: 'language', kind: 'missing', text: 'Vietnamese interpreter' }],
      leftovers: [],
    });
  });

  it.each([
    ['libreoffice-content-control.docx', 'José Muñoz', 'Inés Muñoz'],
    ['libreoffice-form-field.docx', 'Juan Muñoz', 'Eva Muñoz'],
  ])('a form in lines with a check box of Word’s own, by LibreOffice: %s', async (name, caregiver, child) => {
    const { intake } = await reading(fixture(name));
    expect(intake).toMatchObject({
      submitter: { name: 'Omar Example', phone: '(573) 555-0181', email: 'omar@example.org' },
      caregivers: [{ name: caregiver, birthDate: '1984-12-30', email: null }],
      children: [{ name: child, birthDate: '2012-06-30' }],
      servicesProvided: 'Truancy officer, two visits.',
      familyAgrees: true,
    });
  });

  it('labels above their values, a heading over rows, and old form fields, by python-docx', async () => {
    const { intake, problems } = await reading(fixture('python-docx.docx'));
    expect(intake).toMatchObject({
      submitter: { name: 'Grace Example', organization: 'Columbia Example Shelter (fictional)' },
      caregivers: [{ name: 'Emina Hadžić', birthDate: '1990-07-08' }],
      children: [
        { name: 'Amar Hadžić', birthDate: '2014-03-04' },
        { name: 'Lejla Hadžić', birthDate: null },
      ],
      accommodations: null,
      familyAgrees: true,
    });
    expect(problems).toEqual([{ field: 'children[1].birthDate', kind: 'unreadable', text: '25/12/2016' }]);
  });
});

describe('a Word document', () => {
  it('reads as the same form in text does', async () => {
    const { intake } = await reading(docxSaying(filledForm().split('\n')));
    expect(intake).toMatchObject({
      submitter: { name: asFilled.name, organization: asFilled.organization },
      caregivers: [{ name: asFilled.caregiver }],
      children: [{ name: asFilled.child, birthDate: '2015-03-14' }],
      reason: asFilled.reason,
      familyAgrees: true,
    });
  });

  it.each([
    ['a paragraph of many runs', paragraph('Na', 'me: A', 'nn'), 'Name: Ann'],
    [
      'tabs and line ends',
      '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>',
      'a\tb\nc',
    ],
    [
      'deleted text',
      `<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins>${run('yes')}</w:ins></w:p>`,
      'yes',
    ],
    ['text that was moved away', `<w:p><w:moveFrom>${run('no')}</w:moveFrom>${run('yes')}</w:p>`, 'yes'],
    [
      'the code of a field',
      '<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>10/5</w:t></w:r></w:p>',
      '10/5',
    ],
    [
      'a text box once, not also its copy for old programs',
      `<w:p><mc:AlternateContent><mc:Choice><w:p>${run('in a box')}</w:p></mc:Choice><mc:Fallback><w:p>${run('in a box')}</w:p></mc:Fallback></mc:AlternateContent>${run('beside')}</w:p>`,
      'in a box\nbeside',
    ],
    [
      'a control that still prompts',
      `<w:p>${run('Name: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt></w:p>`,
      'Name: ',
    ],
    [
      'a control that was filled in',
      `<w:p>${run('Name: ')}<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${run('Ann')}</w:sdtContent></w:sdt></w:p>`,
      'Name: Ann',
    ],
    ['ticks of a symbol font', '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>', '☑'],
  ])('%s', (_, body, text) => expect(inBody(body)).toBe(text));

  it.each([
    ['1', '☒'],
    ['0', '☐'],
    ['true', '☒'],
    ['false', '☐'],
  ])('a check box of today with %s', (value, mark) => {
    const box = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${value}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('?')}</w:sdtContent></w:sdt>`;
    expect(inBody(`<w:p>${box}${run(' Yes')}</w:p>`)).toBe(`${mark} Yes`);
  });

  it.each([
    ['<w:default w:val="0"/><w:checked/>', '☒'],
    ['<w:default w:val="1"/><w:checked w:val="0"/>', '☐'],
    ['<w:default w:val="1"/>', '☒'],
    ['<w:sizeAuto/><w:default w:val="0"/>', '☐'],
  ])('a check box of old with %s', (state, mark) => {
    const box = `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r>`;
    expect(inBody(`<w:p>${box}${run(' Yes')}</w:p>`)).toBe(`${mark} Yes`);
  });

  it.each([
    [
      'labels beside values',
      [
        ['Name', 'Ann'],
        ['Phone', '573-555-0101'],
      ],
      'Name: Ann\nPhone: 573-555-0101',
    ],
    ['two pairs in a row', [['Name', 'Ann', 'Phone:', '573-555-0101']], 'Name: Ann    Phone: 573-555-0101'],
    [
      'labels above values in a cell',
      [['Name\nAnn', 'Phone\n573-555-0101']],
      'Name: Ann    Phone: 573-555-0101',
    ],
    ['an answer of several lines', [['Reason', 'one\ntwo']], 'Reason: one\ntwo'],
    [
      'a heading over rows',
      [
        ['Child', 'DOB'],
        ['Tom', '3/14/2015'],
        ['', ''],
      ],
      'Child: Tom    DOB: 3/14/2015\n',
    ],
    [
      'a heading that names nobody',
      [
        ['Name', 'Date of birth'],
        ['Tom', '3/14/2015'],
      ],
      'Child’s name: Tom    Date of birth: 3/14/2015',
    ],
    [
      'a heading that only a caregiver has',
      [
        ['Name', 'Phone'],
        ['Dana', '573-555-0101'],
      ],
      'Caregiver’s name: Dana    Phone: 573-555-0101',
    ],
    [
      'labels with nothing filled in',
      [
        ['Name', 'Phone'],
        ['', ''],
      ],
      'Name: Phone: \n    ',
    ],
    [
      'text that is no form',
      [
        ['Monday', 'rain'],
        ['Tuesday', 'sun'],
      ],
      'Monday    rain\nTuesday    sun',
    ],
  ])('a table of %s', (_, rows, text) => expect(inBody(tableOf(...rows))).toBe(text));

  it('a heading speaks of whom the line above the table names', () => {
    const rows = tableOf(['Name', 'DOB'], ['Dana', '6/21/1991']);
    expect(inBody(`${paragraph('Caregivers:')}${rows}`)).toBe(
      'Caregivers:\nCaregiver’s name: Dana    DOB: 6/21/1991',
    );
  });

  it('a table that only sets one half of the form beside the other', () => {
    const halves = tableOf(['Name\nAnn\nPhone\n573-555-0101', 'Caregiver 1: Dana\nDOB: 6/21/1991']);
    expect(inBody(halves)).toBe('Name\nAnn\nPhone\n573-555-0101\nCaregiver 1: Dana\nDOB: 6/21/1991');
  });

  it('a table in a cell of another', () => {
    const inner = tableOf(['Name', 'Ann']);
    expect(inBody(table([`${paragraph('Who refers')}${inner}`]))).toBe('Who refers\nName: Ann');
  });

  it('in the strict kind of file', () => {
    const strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"';
    expect(docxText(`<w:document ${strict}><w:body>${paragraph('Name: Ann')}</w:body></w:document>`)).toBe(
      'Name: Ann',
    );
  });

  it('whose main part has another name', async () => {
    const types = `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" PartName="/word/document2.xml"/></Types>`;
    const main = `<w:document ${wordNamespace}><w:body>${paragraph('Caregiver 1: Dana Sample')}</w:body></w:document>`;
    const bytes = zipSync({ '[Content_Types].xml': strToU8(types), 'word/document2.xml': strToU8(main) });
    expect((await reading(bytes)).intake.caregivers).toMatchObject([{ name: 'Dana Sample' }]);
  });

  it('that stops in the middle is refused', async () => {
    const whole = docxOf(`<w:document ${wordNamespace}><w:body><w:p>`);
    await expect(readHere(whole, facts)).rejects.toMatchObject({ facts: { code: 'form_refused' } });
    await expect(readHere(whole.subarray(0, 200), facts)).rejects.toMatchObject({
      facts: { message: 'The file is damaged, or not what it seems to be.' },
    });
  });
});
