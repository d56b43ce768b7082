import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormHalf } from '../../../src/forms/pdf/own-fields.ts';
import { readingOfPdf } from '../../../src/forms/pdf/pdf-reading.ts';
import { readPdfForm } from '../../../src/forms/pdf/read-pdf.ts';
import { blankForm, facts, filledForm, formHalf, sampleForm } from './made.ts';

const readBack = async (bytes: Uint8Array) => readingOfPdf(await readPdfForm(bytes), facts);

describe('a form that was filled from a record gives the record again', () => {
  it.each(['en', 'es'] as const)('in %s, with names of every spelling', async (language) => {
    const { bytes } = await filledForm(sampleForm(), language);
    const { intake, leftovers } = await readBack(bytes);
    expect(formHalf(intake)).toEqual(sampleForm());
    expect(leftovers).toEqual([]);
  });

  it('with more children and text than the pages have room for', async () => {
    const prose = Array.from({ length: 400 }, (_, i) => `Sentence ${i} about what happened, in words.`);
    const form: FormHalf = {
      ...sampleForm(),
      submitter: {
        ...sampleForm().submitter,
        organization: 'A very long name of an organization '.repeat(40).trim(),
      },
      children: Array.from({ length: 25 }, (_, i) => ({ name: `Child ${i + 1} Sample`, birthDate: null })),
      reason: prose.join(' '),
      servicesProvided: prose.join('\n'),
      accommodations: 'x'.repeat(5000),
      familyAgrees: false,
    };
    const { bytes, pages } = await filledForm(form);
    expect(pages).toBeGreaterThan(8);
    expect(formHalf((await readBack(bytes)).intake)).toEqual(form);
  });

  it('whatever words it holds', async () => {
    const words = fc.lorem({ mode: 'sentences', maxCount: 40 });
    await fc.assert(
      fc.asyncProperty(words, words, fc.option(fc.boolean()), async (reason, name, familyAgrees) => {
        const form = {
          ...sampleForm(),
          reason,
          familyAgrees,
          submitter: { ...sampleForm().submitter, name },
        };
        const { intake } = await readBack((await filledForm(form)).bytes);
        expect(formHalf(intake)).toEqual(form);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a blank form', () => {
  it('says nothing', async () => {
    const { intake, leftovers } = await readBack((await blankForm()).bytes);
    expect(intake.submitter.name).toBeNull();
    expect([intake.caregivers, intake.children, leftovers]).toEqual([[], [], []]);
    expect(intake.familyAgrees).toBeNull();
  });

  it('has a name and a label for every field, the same names in every language', async () => {
    const [english, spanish] = await Promise.all([blankForm('en'), blankForm('es')]);
    const [en, es] = await Promise.all([readPdfForm(english.bytes), readPdfForm(spanish.bytes)]);
    expect(en.fields.filter(({ label, name }) => !label && name !== 'formVersion')).toEqual([]);
    expect(es.fields.map(({ name }) => name)).toEqual(en.fields.map(({ name }) => name));
    expect(new Set(en.fields.map(({ label }) => label)).size).toBe(en.fields.length);
  });
});

describe('what the font lacks', () => {
  it('is told, and kept in the fields', async () => {
    const { lacking } = await filledForm(sampleForm());
    expect(lacking).toEqual(['Chinese']);
  });
});
