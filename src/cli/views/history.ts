import type { History, HistoryFilter, HistorySubject } from '../../desk/history.ts';
import type { JournalEntry } from '../../records/history.ts';
import { commandInWords, momentInWords, weekdayInWords } from '../../rules/in-words.ts';
import { paragraph } from './card.ts';
import { changeInWords, type Teller } from './history-words.ts';
import type { Look } from './look.ts';
import { counted, type Wording } from './wording.ts';

/** Of one action among many only so much is told: a batch can change a thousand rows. */
export const MOST_LINES = 12;

/** Who did what, when, and what it changed; the newest last. */
export function historyView(
  history: History,
  look: Look,
  wording: Wording,
  { countGiven }: { countGiven: boolean },
): string {
  const { subject, entries, more, names } = history;
  if (entries.length === 0) return nothingDone(history);
  const tell: Teller = { ...wording, names, subject };
  const most = subject ? Number.POSITIVE_INFINITY : MOST_LINES;
  const toSee = countGiven ? 'give --last a higher number' : 'add --last and a number';
  const earlier = more ? [look.dim(`There are earlier ones: ${toSee}.`)] : [];
  return [
    look.bold(titleOf(history)),
    ...earlier,
    ...entries.map((entry) => entryView(entry, tell, look, most)),
  ].join('\n\n');
}

function nothingDone({ filter }: History): string {
  const days = daysInWords(filter);
  if (filter.by === null) return days ? 'Nothing was done then.' : 'Nothing was done yet.';
  const then = days ? ' then' : '';
  return `Nothing was done by “${filter.by}”${then}. Who acts is told as the history shows it: iis history`;
}

const isWhole = ({ subject, filter }: History): boolean =>
  subject === null && Object.values(filter).every((value) => value === null);

function titleOf(history: History): string {
  const { subject, filter, entries } = history;
  if (isWhole(history))
    return entries.length === 1 ? 'The last action' : `The last ${entries.length} actions`;
  const by = filter.by && `by ${filter.by}`;
  return [subjectInWords(subject) ?? 'Actions', daysInWords(filter), by].filter(Boolean).join(', ');
}

function subjectInWords(subject: HistorySubject): string | null {
  if (subject === null) return null;
  if ('family' in subject) return `Family ${subject.family}`;
  return 'referral' in subject ? `Referral ${subject.referral}` : `Specialist ${subject.specialist}`;
}

function daysInWords({ from, until }: HistoryFilter): string | null {
  if (from && from === until) return weekdayInWords(from);
  if (from && until) return `${weekdayInWords(from)} until ${weekdayInWords(until)}`;
  if (from) return `from ${weekdayInWords(from)}`;
  return until && `until ${weekdayInWords(until)}`;
}

/** One action with its number; of its changes at most so many lines. */
export function entryView(entry: JournalEntry, tell: Teller, look: Look, most: number): string {
  const { action, at, who, note, clockWasSet, changes } = entry;
  const clock = clockWasSet ? look.dim('  (clock set by hand)') : '';
  const gone = entry.undoneBy === null ? [] : [`Taken back by action ${entry.undoneBy}.`];
  const told = changes.flatMap((change) => changeInWords(change, tell) ?? []);
  const rest = told.length - most;
  return [
    `${action}  ${momentInWords(at, tell.zone)}  ${look.bold(who)}  ${commandInWords(entry)}${clock}`,
    ...[...gone, ...(note ? [`Note: ${note}`] : [])].map((line) => indented(line, look)),
    ...told.slice(0, most).map((line) => indented(line, look)),
    ...(rest > 0 ? [look.dim(`  and ${counted(rest, 'more change')}: --json has them all`)] : []),
  ].join('\n');
}

/** A long line goes on a little further in than it began. */
function indented(line: string, look: Look): string {
  const [first = '', ...more] = paragraph(line, { ...look, width: look.width - 6 }).split('\n');
  return [`  ${first}`, ...more.map((next) => `      ${next}`)].join('\n');
}
