// [000] program description · [004] Practice Point PN08-25
import { weekdayInWords } from '../in-words.ts';
import { numberOf, type Program, programOf, ruleOf } from '../policy.ts';
import { addMs, HOUR, type Instant, type Zone } from '../time.ts';
import { addDays, dateIn } from '../zone.ts';
import type { DueRule } from './due.ts';
import { endOfDay } from './of-tapa.ts';

/** By when the specialist has seen the family: hours of the clock, through nights and weekends [000][004]. */
export const seenBy = (assignedAt: Instant, program: Program): Instant =>
  addMs(assignedAt, numberOf(program, 'seeFamilyWithin') * HOUR);

/** The last day of the service, and the day from which its end is near [000][004]. */
export const serviceDays = (assignedAt: Instant, program: Program, zone: Zone) => {
  const endsOn = addDays(dateIn(assignedAt, zone), numberOf(program, 'servicePeriodAtMost'));
  return { endsOn, nearFrom: addDays(endsOn, -numberOf(program, 'serviceEndsSoon')) };
};

/** A family is seen soon after it was assigned, and the service ends in its time. */
export const caseDue: DueRule = ({ referral, program: code, case: open }, { now, zone, programs }) => {
  if (open === null) return [];
  const program = programOf(programs, code);
  const { endsOn, nearFrom } = serviceDays(open.assignedAt, program, zone);
  const today = dateIn(now, zone);
  return [
    ...(open.status === 'assigned'
      ? [
          {
            id: open.id,
            kind: 'see_family' as const,
            what: `Ask ${open.specialist} whether the family was seen`,
            dueAt: seenBy(open.assignedAt, program),
            detail: referral,
            command: `iis specialist show ${open.specialist}`,
            ...ruleOf(program, 'seeFamilyWithin'),
          },
        ]
      : []),
    ...(nearFrom <= today
      ? [
          {
            id: open.id,
            kind: 'service_ends' as const,
            what: 'See how the service ends',
            dueAt: endOfDay(endsOn, zone),
            detail: `${referral}; with ${open.specialist} until ${weekdayInWords(endsOn)}`,
            command: `iis referral show ${referral}`,
            ...ruleOf(program, 'servicePeriodAtMost'),
          },
        ]
      : []),
  ];
};
