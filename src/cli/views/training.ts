import { shortDay } from '../../rules/in-words.ts';
import { hoursInWords, lacksTraining, type Training } from '../../rules/training.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import type { Wording } from './wording.ts';

const columns: Column[] = [
  { title: 'Who', needed: 9 },
  { title: 'Name', needed: 9 },
  { title: 'Program', needed: 8 },
  { title: 'Done', needed: 9, align: 'right' },
  { title: 'Asked for', needed: 9, align: 'right' },
  { title: 'Stands', needed: 7 },
  { title: 'Last', needed: 5, wrap: true },
];

/** The training of specialists and supervisors, each against what their program asks for. */
export function trainingView(all: readonly Training[], look: Look, wording: Wording): string {
  if (all.length === 0) return 'Nobody of that name works here. See everybody: iis specialist training';
  return drawTable({ columns, rows: all.map((one) => row(one, look, wording)) }, look);
}

function row(one: Training, look: Look, { now, zone }: Wording): string[] {
  const { specialist, name, program, doneMinutes, requiredMinutes, entries } = one;
  const last = entries.at(-1);
  const lacking = (requiredMinutes ?? 0) - doneMinutes;
  return [
    specialist ?? 'supervisor',
    name,
    program,
    hoursInWords(doneMinutes),
    requiredMinutes === null ? 'none' : hoursInWords(requiredMinutes),
    requiredMinutes === null
      ? ''
      : lacksTraining(one)
        ? look.yellow(`${hoursInWords(lacking)} to go`)
        : 'complete',
    last ? [shortDay(last.on, dateIn(now, zone)), last.note].filter(Boolean).join(': ') : '',
  ];
}
