import type { Undoing } from '../../desk/undo.ts';
import type { Undone } from '../json/history.ts';
import { entryView, MOST_LINES } from './history.ts';
import { changeInWords } from './history-words.ts';
import type { Look } from './look.ts';
import { counted, type Wording } from './wording.ts';

/** The action that would be taken back, as the history tells it. */
export const undoingView = ({ entry, names }: Undoing, look: Look, wording: Wording): string =>
  entryView(entry, { ...wording, names, subject: null }, look, MOST_LINES);

/** What it had changed, a line each. */
export function undoingLines({ entry, names }: Undoing, wording: Wording): string[] {
  const tell = { ...wording, names, subject: null };
  const lines = entry.changes.flatMap((change) => changeInWords(change, tell) ?? []);
  const rest = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`and ${counted(rest, 'more change')}`] : [])];
}

/** What was taken back, and how to have it again. */
export const undoneView = ({ undone, by }: Undone): string =>
  `Action ${undone.action} is taken back, as action ${by}. To have it again: iis undo ${by}`;
