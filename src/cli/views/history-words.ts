import type { HistorySubject } from '../../desk/history.ts';
import type { Image, JournalChange } from '../../records/history.ts';
import type { SubjectNames } from '../../records/subject-names.ts';
import { dayInWords, momentInWords } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { dollars } from '../../rules/money.ts';
import { phoneInWords } from '../../rules/phone.ts';
import { reasonInWords } from '../../rules/reasons.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import { hoursInWords } from './case-words.ts';
import { tableWords, type ValueKind } from './history-columns.ts';
import { screenSafe } from './safe-text.ts';
import { spaced, type Wording } from './wording.ts';

/** What a teller of history knows besides the change. */
export interface Teller extends Wording {
  names: SubjectNames;
  /** Whose history it is: their name need not be said again. */
  subject: HistorySubject;
}

/** `Referral R26-0001: status received → eligible`, `Screening added: eligible`; `null` for what says nothing to people. */
export function changeInWords({ table, before, after }: JournalChange, tell: Teller): string | null {
  const words = tableWords[table];
  const row = after ?? before;
  if (!words || !row) return null;
  const subject = words.called(row, tell.names) + ofWhom(table, row, tell);
  const parts = Object.entries(words.columns).flatMap(([column, [label, kind]]) => {
    const was = valueInWords(before?.[column], kind, tell);
    const is = valueInWords(after?.[column], kind, tell);
    const value = before && after ? fromTo(was, is) : (was ?? is);
    return value === null ? [] : [label === '' ? value : `${label} ${value}`];
  });
  // A setting that was never set was the default: it changed, it did not come. What was given out went.
  if ((before && after) || table === 'setting' || table === 'report_release')
    return parts.length > 0 ? `${subject}: ${parts.join('; ')}` : null;
  const done = after ? 'added' : 'removed';
  return parts.length > 0 ? `${subject} ${done}: ${parts.join('; ')}` : `${subject} ${done}`;
}

function fromTo(was: string | null, is: string | null): string | null {
  if (was === is) return null;
  return was === null ? is : `${was} → ${is ?? 'none'}`;
}

/** The referral or specialist that a row belongs to, where the history is not theirs alone. */
function ofWhom(table: string, row: Image, { names, subject }: Teller): string {
  const isTheirs = subject !== null && !('family' in subject);
  if (
    isTheirs ||
    table === 'referral' ||
    table === 'specialist' ||
    table === 'service_case' ||
    table === 'tapa'
  )
    return '';
  const owner = names.referrals[row.referral_id as number] ?? names.specialists[row.specialist_id as number];
  return owner ? ` of ${owner}` : '';
}

// What was safe as JSON text is not yet safe as the text that it stands for.
const parsed = (json: string): unknown => screenSafe(JSON.parse(json));

const listed = (json: string): string[] => (parsed(json) as unknown[]).map(String);

const inWords: Record<ValueKind, (value: string, tell: Teller) => string | null> = {
  text: (value) => value,
  quote: (value) => `“${value}”`,
  word: (value) => spaced(value),
  minutes: (value) => hoursInWords(Number(value)),
  flag: (value) => (value === '1' ? 'yes' : 'no'),
  mark: (value) => (value === '1' ? 'yes' : null),
  moment: (value, { zone }) => momentInWords(value as Instant, zone),
  day: (value) => dayInWords(value as CalendarDate),
  // With --private only the year is left of it.
  birth: (value) => (value.length === 10 ? dayInWords(value as CalendarDate) : value),
  phone: (value) => phoneInWords(value),
  cents: (value) => dollars(Number(value)),
  list: (value) => listed(value).map(spaced).join(', ') || null,
  language: (value) => languageName(value),
  languages: (value) => listed(value).map(languageName).join(', ') || null,
  reason: (value, { reasons }) => spaced(reasonInWords(reasons, value)),
  referral: (value, { names }) => names.referrals[Number(value)] ?? null,
  specialist: (value, { names }) => names.specialists[Number(value)] ?? null,
  family: (value) => `F${value.padStart(4, '0')}`,
  setting: (value) => settingInWords(parsed(value)),
};

const valueInWords = (value: unknown, kind: ValueKind, tell: Teller): string | null =>
  value === null || value === undefined || value === '' ? null : inWords[kind](String(value), tell);

const settingInWords = (value: unknown): string | null =>
  Array.isArray(value)
    ? value.map((item) => spaced(String(item))).join(', ') || 'none'
    : value === null
      ? null
      : typeof value === 'object'
        ? `${Object.keys(value).length} remembered`
        : String(value);
