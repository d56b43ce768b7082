import type { CouldUse } from '../../desk/case/ending.ts';
import type { Desk } from '../../desk/desk.ts';
import { type CaseFile, hoursOf, type ServiceCase, stayedSafe } from '../../rules/case/case.ts';
import { serviceWeeks } from '../../rules/case/hours.ts';
import { followUpFrom } from '../../rules/case/policy.ts';
import { isOpen } from '../../rules/case/standing.ts';
import { seenBy, serviceDays } from '../../rules/due/of-case.ts';
import { followUpAsked } from '../../rules/due/of-case-after.ts';
import { dayInWords } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { pastInWords } from '../../rules/matching.ts';
import { programOf } from '../../rules/policy.ts';
import { dateIn } from '../../rules/zone.ts';

type Office = Pick<Desk, 'programs' | 'settings' | 'now'>;

export const caseLineJson = (one: ServiceCase, { programs, settings, now }: Office) => {
  const program = programOf(programs, one.program);
  const { endsOn } = serviceDays(one, program, settings.zone);
  return {
    id: one.id,
    referral: one.referral,
    family: one.family,
    specialist: one.specialist,
    agency: one.agency,
    program: one.program,
    place: one.place,
    status: one.status,
    assignedAt: one.assignedAt,
    seeBy: seenBy(one.assignedAt, program),
    seenAt: one.seenAt,
    seenLate: one.seenLate,
    startedOn: one.startedOn,
    endsOn,
    overdue: isOpen(one) && endsOn < dateIn(now, settings.zone),
    closedOn: one.closedOn,
    endedAt: one.endedAt,
    endReason: one.endReason,
    endNote: one.endNote,
    screeningHours: one.screeningMinutes === null ? null : hoursOf(one.screeningMinutes),
    intact: one.intact,
    abuse: one.abuse,
    followUpServices: one.followUpServices,
  };
};

export const caseJson = (file: CaseFile, office: Office) => {
  const program = programOf(office.programs, file.program);
  const today = dateIn(office.now, office.settings.zone);
  const { closedOn } = file;
  const tried = file.followUps.map(({ months }) => months);
  const next = closedOn && followUpAsked({ closedOn, tried }, program, today).months;
  return {
    ...caseLineJson(file, office),
    override: file.override && {
      by: file.override.by,
      reason: file.override.reason,
      past: file.override.past.map((one) => pastInWords(one, languageName, dayInWords)),
    },
    goals: file.goals,
    hours: file.hours.map(({ on, kind, minutes, note }) => ({ on, kind, hours: hoursOf(minutes), note })),
    weeks: serviceWeeks(file, program, today).map((week) => ({
      week: week.week,
      from: week.from,
      until: week.until,
      faceToFace: hoursOf(week.faceToFaceMinutes),
      other: hoursOf(week.otherMinutes),
      remarks: week.remarks,
    })),
    staffings: file.staffings,
    events: file.events,
    extensions: file.extensions,
    transfers: file.transfers,
    children: file.children,
    followUps: file.followUps.map((one) => ({ ...one, success: stayedSafe(one) })),
    nextFollowUp: closedOn && next ? { months: next, from: followUpFrom(closedOn, next) } : null,
  };
};

export const changedCaseJson = (file: CaseFile, office: Office) => ({ case: caseJson(file, office) });

export const freedCaseJson = (freed: { file: CaseFile; couldUse: readonly CouldUse[] }, office: Office) => ({
  ...changedCaseJson(freed.file, office),
  couldUse: freed.couldUse.map(({ referral, specialist, priority }) => ({ referral, specialist, priority })),
});
