import type { History } from '../../desk/history.ts';
import type { JournalEntry } from '../../records/history.ts';
import { momentInWords } from '../../rules/in-words.ts';
import { paragraph } from './card.ts';
import { changeInWords, type Teller } from './history-words.ts';
import type { Look } from './look.ts';
import { counted, type Wording } from './wording.ts';

/** Of one action among many only so much is told: a batch can change a thousand rows. */
const MOST_LINES = 12;

/** Who did what, when, and what it changed; the newest last. */
export function historyView(history: History, look: Look, wording: Wording): string {
  const { subject, entries, more, names } = history;
  if (entries.length === 0) return 'Nothing was done yet.';
  const tell: Teller = { ...wording, names, subject };
  const most = subject ? Number.POSITIVE_INFINITY : MOST_LINES;
  const earlier = more ? [look.dim('There are earlier ones: add --last and a number.')] : [];
  return [
    look.bold(titleOf(history)),
    ...earlier,
    ...entries.map((entry) => entryView(entry, tell, look, most)),
  ].join('\n\n');
}

function titleOf({ subject, entries }: History): string {
  if (subject === null)
    return entries.length === 1 ? 'The last action' : `The last ${entries.length} actions`;
  return 'referral' in subject ? `Referral ${subject.referral}` : `Specialist ${subject.specialist}`;
}

function entryView(entry: JournalEntry, tell: Teller, look: Look, most: number): string {
  const { at, who, command, note, clockWasSet, changes } = entry;
  const clock = clockWasSet ? look.dim('  (clock set by hand)') : '';
  const told = changes.flatMap((change) => changeInWords(change, tell) ?? []);
  const rest = told.length - most;
  return [
    `${momentInWords(at, tell.zone)}  ${look.bold(who)}  ${command}${clock}`,
    ...(note ? [`Note: ${note}`] : []).map((line) => indented(line, look)),
    ...told.slice(0, most).map((line) => indented(line, look)),
    ...(rest > 0 ? [look.dim(`  and ${counted(rest, 'more change')}: --json has them all`)] : []),
  ].join('\n');
}

/** A long line goes on a little further in than it began. */
function indented(line: string, look: Look): string {
  const [first = '', ...more] = paragraph(line, { ...look, width: look.width - 6 }).split('\n');
  return [`  ${first}`, ...more.map((next) => `      ${next}`)].join('\n');
}
