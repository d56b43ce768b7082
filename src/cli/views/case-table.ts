import { caseStatusInWords, type ServiceCase } from '../../rules/case/case.ts';
import { isOpen } from '../../rules/case/standing.ts';
import { seenBy, serviceDays } from '../../rules/due/of-case.ts';
import { dueInWords, shortDay } from '../../rules/in-words.ts';
import { type Programs, programOf } from '../../rules/policy.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, type Wording } from './wording.ts';

const columns: Column[] = [
  { title: 'Case', needed: 10 },
  { title: 'Family', needed: 9 },
  { title: 'Specialist', needed: 9 },
  { title: 'Stands', needed: 9, wrap: true },
  { title: 'Ends', needed: 8 },
  { title: 'Referral', needed: 6 },
  { title: 'Program', needed: 5 },
  { title: 'Agency', needed: 4, wrap: true },
];

type Office = Wording & { programs: Programs };

/** Cases, in the order in which they were assigned. */
export function caseTable(all: readonly ServiceCase[], look: Look, office: Office): string {
  if (all.length === 0) return 'There is no such case. Ended ones: iis case list --all';
  return [
    drawTable({ columns, rows: all.map((one) => row(one, look, office)) }, look),
    '',
    counted(all.length, 'case'),
  ].join('\n');
}

function row(one: ServiceCase, look: Look, { now, zone, programs }: Office): string[] {
  const program = programOf(programs, one.program);
  const today = dateIn(now, zone);
  const { endsOn } = serviceDays(one, program, zone);
  const late = isOpen(one) && endsOn < today;
  const ends = one.closedOn ?? (isOpen(one) ? endsOn : dateIn(one.endedAt!, zone));
  const due = seenBy(one.assignedAt, program);
  const toSee = `not seen, ${dueInWords(due, now, zone)}`;
  const stands =
    one.status !== 'assigned'
      ? caseStatusInWords[one.status]
      : one.seenAt !== null
        ? 'seen, not accepted yet'
        : due <= now
          ? look.red(toSee.toUpperCase())
          : toSee;
  return [
    one.id,
    one.family ?? '',
    one.specialist,
    stands,
    late ? look.red(`OVERDUE, ${shortDay(endsOn, today)}`) : shortDay(ends, today),
    one.referral,
    one.program,
    one.agency ?? '',
  ];
}
