import { readFileSync } from 'node:fs';
import type { FormHalf } from '../../../src/forms/pdf/own-fields.ts';
import { type FormOrder, referralFormPdf } from '../../../src/forms/pdf/referral-form.ts';
import { emptyIntake } from '../../../src/rules/intake.ts';
import { type CalendarDate, toInstant } from '../../../src/rules/time.ts';

export const now = toInstant(Date.parse('2026-10-05T14:12:00Z'));
export const zone = 'America/Chicago';
export const facts = { now, zone };

export const fonts = {
  plain: readFileSync('data/fonts/DejaVuSansCondensed.ttf'),
  bold: readFileSync('data/fonts/DejaVuSansCondensed-Bold.ttf'),
};

export const order: Omit<FormOrder, 'filled'> = {
  language: 'en',
  office: {
    circuit: '13 (Boone, Callaway)',
    gatekeeper: 'Kim Sample, 573-555-0100, kim@example.org',
    hotline: '1-800-392-3738',
    contactHours: 48,
    hours: { from: 8, to: 10 },
  },
  fonts,
  now,
};

const day = (date: string): CalendarDate => date as CalendarDate;

/** A family of names that were misspelled by other programs. */
export const sampleForm = (): FormHalf => ({
  receivedAt: toInstant(Date.parse('2026-10-02T19:05:00Z')),
  submitter: {
    name: 'Đặng Văn Mẫu',
    organization: 'Example Family Center',
    phone: '573-555-0101, after 3',
    email: 'someone@example.org',
  },
  caregivers: [
    {
      name: 'María José Muñoz-García (mother)',
      birthDate: day('1988-01-02'),
      phone: '(cell) 573-555-0103',
      email: null,
      address: '12 Example Street, Columbia, MO 65201',
    },
    { name: 'Амир Хаџић', birthDate: null, phone: null, email: 'amir@example.org', address: null },
  ],
  children: [
    { name: 'Nguyễn Thị Mẫu', birthDate: day('2015-03-14') },
    { name: 'Amra Hadžić', birthDate: null },
    { name: 'سارة المثال (Sara)', birthDate: day('2026-09-30') },
    { name: '陈伟 (Chen Wei)', birthDate: day('2012-02-29') },
  ],
  reason:
    'First line, longer than the fifty letters at which mail programs wrap.\nA second one.\n\nAnd a third.',
  servicesProvided: 'Food pantry; name: counseling “twice”',
  accommodations: 'Vietnamese interpreter',
  discussedOn: day('2026-10-01'),
  familyAgrees: true,
});

export const blankForm = (language: 'en' | 'es' = 'en') =>
  referralFormPdf({ ...order, language, filled: null });

export const filledForm = (form: FormHalf, language: 'en' | 'es' = 'en') =>
  referralFormPdf({ ...order, language, filled: { form, referral: 'R26-0042', who: 'KS', zone } });

/** What an intake keeps of a form, without what only the gatekeeper adds. */
export const formHalf = (form: FormHalf): FormHalf => {
  const {
    receivedAt,
    submitter,
    caregivers,
    children,
    reason,
    servicesProvided,
    accommodations,
    discussedOn,
  } = {
    ...emptyIntake(),
    ...form,
  };
  return {
    ...{ receivedAt, submitter, caregivers, children, reason, servicesProvided, accommodations, discussedOn },
    familyAgrees: form.familyAgrees,
  };
};
