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

/** What of a sheet is shown: the first things of each kind, and how many more there are. */
export interface DueSheet {
  overdue: Part;
  rest: Part;
}

interface Part {
  shown: readonly Due[];
  more: number;
}

/** Leaves out what is only counted, so that nothing is put in words, or made safe for the screen, for nothing. */
export function cutSheet(items: readonly Due[], all = false): DueSheet {
  const part = (overdue: boolean) =>
    partOf(
      items.filter((due) => due.overdue === overdue),
      all,
    );
  return { overdue: part(true), rest: part(false) };
}

function partOf(items: readonly Due[], all: boolean): Part {
  const ofKind = new Map<string, number>();
  const shown = items.filter(({ kind }) => {
    const n = (ofKind.get(kind) ?? 0) + 1;
    ofKind.set(kind, n);
    return all || n <= MOST_OF_A_KIND;
  });
  return { shown, more: items.length - shown.length };
}

/** The sheet of the day: what is overdue, then what is due, each with the command that settles it. */
export function dueSheet({ overdue, rest }: DueSheet, look: Look, wording: Wording): string {
  const today = weekdayInWords(dateIn(wording.now, wording.zone));
  const [late, others] = [overdue, rest].map(({ shown, more }) => shown.length + more) as [number, number];
  if (late + others === 0) return `${look.bold(`${today}: nothing is due.`)} The list: iis list fins`;
  return [
    look.bold(`${today}: ${howMany(late + others, late)}.`),
    ...section('Overdue', overdue, look, wording),
    ...section('Due', rest, look, wording),
  ].join('\n');
}

function howMany(due: number, overdue: number): string {
  const things = `${counted(due, 'thing')} ${due === 1 ? 'is' : 'are'}`;
  if (overdue === 0) return `${things} due`;
  return overdue === due ? `${things} overdue` : `${things} due, ${overdue} of them overdue`;
}

function section(title: string, { shown, more }: Part, look: Look, wording: Wording): string[] {
  if (shown.length === 0) return [];
  return [
    '',
    look.bold(title),
    ...shown.map((due) => item(due, look, wording)),
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
