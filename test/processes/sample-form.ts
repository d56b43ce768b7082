import type { IncomingForm } from '../../src/desk/take-referral.ts';
import { emptyIntake } from '../../src/rules/intake.ts';
import type { CalendarDate } from '../../src/rules/time.ts';

/** A small complete form of a family with this name. */
export const sampleForm = (name: string): IncomingForm => ({
  reading: {
    intake: {
      ...emptyIntake(),
      submitter: { name: 'Ann Example', organization: null, phone: null, email: null },
      caregivers: [
        { name, birthDate: '1991-06-21' as CalendarDate, phone: null, email: null, address: null },
      ],
      children: [{ name: `Tom ${name}`, birthDate: null }],
      familyAgrees: true,
      county: 'Boone',
      priority: 'high',
    },
    problems: [],
    leftovers: [],
  },
  channel: 'form',
  text: `Caregiver 1: ${name}`,
  sameFamilyAs: null,
});
