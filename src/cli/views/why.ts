import type { Explanation } from '../../desk/why.ts';
import { dayInWords, deadlineInWords, momentInWords, receivedInWords } from '../../rules/in-words.ts';
import type { CalendarDate, Instant } from '../../rules/time.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import type { Wording } from './wording.ts';

/** Each answer with its rule, the facts it rests on, and its source. */
export const whyView = (explanations: readonly Explanation[], look: Look, wording: Wording): string =>
  explanations.map((one) => explanationView(one, look, wording)).join('\n\n');

function explanationView({ answer, rule, facts, source }: Explanation, look: Look, wording: Wording): string {
  return [
    look.bold(paragraph(answer, look)),
    paragraph(`Rule: ${rule} (${source})`, look, 2),
    ...Object.entries(facts).flatMap(([name, value]) => factLines(name, value, look, wording)),
  ].join('\n');
}

function factLines(name: string, value: unknown, look: Look, wording: Wording): string[] {
  const label = nameInWords(name);
  const said = (ownWords[name] ?? inWords)(value as Instant, wording);
  if (!Array.isArray(value)) return [paragraph(`${label}: ${said}`, look, 2)];
  if (value.length === 0) return [paragraph(`${label}: none`, look, 2)];
  return [`  ${label}:`, ...value.map((item) => paragraph(inWords(item, wording), look, 4))];
}

/** What is said in a way of its own: midnight ends a day, or stands for it; how something stands is no code to type. */
const ownWords: Record<string, (value: Instant, wording: Wording) => string> = {
  dueAt: (at, { zone }) => deadlineInWords(at, zone),
  receivedAt: (at, { zone }) => receivedInWords(at, zone),
  status: (status) => status.replaceAll('_', ' '),
  result: (result) => result.replaceAll('_', ' '),
};

/** `daysNotCounted` is `Days not counted`. */
function nameInWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function inWords(value: unknown, wording: Wording): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') {
    const parts = Object.values(value).filter((part) => part !== null);
    return parts.map((part) => inWords(part, wording)).join(' · ');
  }
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return momentInWords(text as Instant, wording.zone);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayInWords(text as CalendarDate);
  return text;
}
