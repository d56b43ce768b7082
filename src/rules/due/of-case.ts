// [000] program description · [004] Practice Point PN08-25
import { lastServiceDay, usuallyHomeOn } from '../case/policy.ts';
import { weekdayInWords } from '../in-words.ts';
import { numberOf, type Program, programOf, ruleNamed, ruleOf } from '../policy.ts';
import { addMs, HOUR, type Instant, type Zone } from '../time.ts';
import { addDays, dateIn } from '../zone.ts';
import type { DueOffice, DueRule, Finding, OpenCase } from './due.ts';
import { endOfDay } from './of-tapa.ts';

/** By when the specialist has seen the family: hours of the clock, through nights and weekends [000][004]. */
export const seenBy = (assignedAt: Instant, program: Program): Instant =>
  addMs(assignedAt, numberOf(program, 'seeFamilyWithin') * HOUR);

/**
 * The last day of the service, and the day from which its end is near [000][004]. Before the family is accepted it is
 * counted from the assignment: an assessment does not go on longer than a service.
 */
export const serviceDays = (
  { assignedAt, endsOn: agreed }: Pick<OpenCase, 'assignedAt' | 'endsOn'>,
  program: Program,
  zone: Zone,
) => {
  const endsOn = agreed ?? lastServiceDay(dateIn(assignedAt, zone), program);
  return { endsOn, nearFrom: addDays(endsOn, -numberOf(program, 'serviceEndsSoon')) };
};

/** A family is seen soon after it was assigned, then accepted or not, and the service ends in its time. */
export const caseDue: DueRule = ({ referral, program: code, case: open }, office) => {
  if (open === null) return [];
  const program = programOf(office.programs, code);
  return [
    ...firstSteps(referral, open, program),
    ...ending(referral, open, program, office),
    ...staffingDue(referral, open, office),
    ...homeDue(referral, open, program, office),
  ].map((finding) => ({ ...finding, id: open.id }));
};

function firstSteps(referral: string, open: OpenCase, program: Program): Finding[] {
  if (open.status !== 'assigned') return [];
  if (open.seenAt === null)
    return [
      {
        kind: 'see_family',
        what: `Ask ${open.specialist} whether the family was seen`,
        dueAt: seenBy(open.assignedAt, program),
        detail: referral,
        command: `iis case seen ${open.id}`,
        ...ruleOf(program, 'seeFamilyWithin'),
      },
    ];
  return [
    {
      kind: 'assess_family',
      what: `Ask ${open.specialist} whether the family is accepted`,
      dueAt: null,
      detail: `${referral}; or not: iis case decline ${open.id}`,
      command: `iis case accept ${open.id}`,
      rule: 'a family that was seen is assessed, and then accepted or not',
      source: '[000]',
    },
  ];
}

function ending(referral: string, open: OpenCase, program: Program, { now, zone }: DueOffice): Finding[] {
  const { endsOn, nearFrom } = serviceDays(open, program, zone);
  if (dateIn(now, zone) < nearFrom) return [];
  const longer = open.status === 'accepted' ? `; longer, with approval: iis case extend ${open.id}` : '';
  return [
    {
      kind: 'service_ends',
      what: 'See how the service ends',
      dueAt: endOfDay(endsOn, zone),
      detail: `${referral}; with ${open.specialist} until ${weekdayInWords(endsOn)}${longer}`,
      command: open.status === 'accepted' ? `iis case close ${open.id}` : `iis case show ${open.id}`,
      ...ruleOf(program, 'servicePeriodAtMost'),
    },
  ];
}

/** The staffing that the last one agreed on is on the sheet on its day. */
function staffingDue(referral: string, open: OpenCase, { now, zone }: DueOffice): Finding[] {
  const { nextStaffingOn: on } = open;
  if (on === null || dateIn(now, zone) < on) return [];
  return [
    {
      kind: 'staffing',
      what: 'Hold the staffing',
      dueAt: endOfDay(on, zone),
      detail: `${referral}; with ${open.specialist}, agreed for ${weekdayInWords(on)}`,
      command: `iis case staffing ${open.id}`,
      rule: 'a case is staffed regularly',
      source: '[000]',
    },
  ];
}

/** A program that brings a child home says by when it usually is; from then on somebody asks [004]. */
function homeDue(referral: string, open: OpenCase, program: Program, { now, zone }: DueOffice): Finding[] {
  const { startedOn, cameHome } = open;
  const by = startedOn === null || cameHome ? null : usuallyHomeOn(startedOn, program);
  if (by === null || dateIn(now, zone) < by) return [];
  return [
    {
      kind: 'child_home',
      what: 'Ask whether the child is home',
      dueAt: null,
      detail: `${referral}; with ${open.specialist}, usually home by ${weekdayInWords(by)}`,
      command: `iis case home ${open.id}`,
      ...ruleNamed(program, 'usuallyHomeWithin'),
    },
  ];
}
