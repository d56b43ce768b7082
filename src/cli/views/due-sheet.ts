import type { Due } from '../../rules/due.ts';
import { dueInWords, weekdayInWords } from '../../rules/in-words.ts';
import { dateIn } from '../../rules/zone.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { pad } from './width.ts';
import { counted, type Wording } from './wording.ts';

/** So many of a kind are shown before the rest is only counted: a long list must not hide what is under it. */
const MOST_OF_A_KIND = 8;
const idWidth = 10;

/** The sheet of the day: what is overdue, then what is due, each with the command that settles it. */
export function dueSheet(items: readonly Due[], look: Look, wording: Wording, all = false): string {
  const today = weekdayInWords(dateIn(wording.now, wording.zone));
  if (items.length === 0) return `${look.bold(`${today}: nothing is due.`)} The list: iis list fins`;
  const overdue = items.filter((due) => due.overdue);
  const rest = items.filter((due) => !due.overdue);
  return [
    look.bold(`${today}: ${howMany(items.length, overdue.length)}.`),
    ...section('Overdue', overdue, look, wording, all),
    ...section('Due', rest, look, wording, all),
  ].join('\n');
}

function howMany(due: number, overdue: number): string {
  const things = `${counted(due, 'thing')} ${due === 1 ? 'is' : 'are'}`;
  if (overdue === 0) return `${things} due`;
  return overdue === due ? `${things} overdue` : `${things} due, ${overdue} of them overdue`;
}

function section(title: string, items: readonly Due[], look: Look, wording: Wording, all: boolean): string[] {
  if (items.length === 0) return [];
  const ofKind = new Map<string, number>();
  const shown = items.flatMap((due) => {
    const n = (ofKind.get(due.kind) ?? 0) + 1;
    ofKind.set(due.kind, n);
    return all || n <= MOST_OF_A_KIND ? [item(due, look, wording)] : [];
  });
  const more = items.length - shown.length;
  return [
    '',
    look.bold(title),
    ...shown,
    ...(more > 0 ? [`  and ${more} more like these. All of them: iis today --all`] : []),
  ];
}

function item(due: Due, look: Look, { now, zone }: Wording): string {
  const when = due.dueAt === null ? null : dueInWords(due.dueAt, now, zone);
  const said = when && (due.overdue ? look.red(when.toUpperCase()) : when);
  const who = [due.family, due.priority].filter(Boolean).join(', ');
  const under = (text: string) => paragraph(text, look, idWidth + 2);
  return [
    `  ${pad(due.id, idWidth - 2)}  ${look.bold(due.what)}${said ? ` · ${said}` : ''}`,
    under([who, due.detail].filter(Boolean).join(' · ')),
    under(look.cyan(due.command)),
  ].join('\n');
}
