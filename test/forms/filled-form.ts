import type { FormFacts } from '../../src/forms/field-values.ts';
import type { Instant } from '../../src/rules/time.ts';

/** Monday, 9:00 in the morning in Columbia. */
export const facts: FormFacts = { now: '2026-10-05T14:00:00Z' as Instant, zone: 'America/Chicago' };

export const agreementLine =
  "I have had a discussion with the family about referring them to IIS services with the Children's Division.";

export const asFilled = {
  date: '10/2/2026',
  name: 'Ann Example',
  organization: 'Riverside School',
  phone: '573-555-0101',
  email: 'ann@example.org',
  caregiver: 'Dana Sample',
  caregiverBorn: '6/21/1991',
  caregiverPhone: '573-555-0111',
  caregiverEmail: 'dana@example.org',
  address: '12 Example St, Columbia',
  child: 'Tom Sample',
  childBorn: '3/14/2015',
  reason: 'Tom is often hungry.',
  services: 'Food pantry',
  accommodations: 'None',
  spoke: '10/1/2026',
  box: '[x] Yes - ',
  after: '',
};

/** The text of a form filled in with these values. */
export const filledForm = (values: Partial<typeof asFilled> = {}): string => {
  const v = { ...asFilled, ...values };
  return `Date: ${v.date}

This community referral is submitted by:

Name: ${v.name} Organization: ${v.organization}
Phone: ${v.phone} Email: ${v.email}

Family Contact Information:

Caregiver 1: ${v.caregiver} DOB: ${v.caregiverBorn}
Phone: ${v.caregiverPhone} Email: ${v.caregiverEmail}
Address: ${v.address}

Caregiver 2: _____ DOB: _____
Phone: _____ Email: _____
Address: _____

Child's Name: ${v.child} DOB: ${v.childBorn}
Child's Name: _____ DOB: _____

Reason(s) for referral: ${v.reason}

Services provided to the family: ${v.services}

Special accommodations needed by the family: ${v.accommodations}

Date you spoke to the family: ${v.spoke}

${v.box}${agreementLine}
${v.after}
`;
};
