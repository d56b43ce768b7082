import type { FactChange } from '../../rules/edit.ts';
import { initials } from './safe-text.ts';

/** What a record tells of a person beside the name, and free text, which may name anyone. */
const hidden = new Set([
  'phone',
  'email',
  'address',
  'reason',
  'note',
  'need',
  'servicesProvided',
  'accommodations',
  'text',
  'leftovers',
  'problems',
  'why',
  'fact',
  'typed',
  'changes',
  'item',
  'tried',
  'payee',
  'overBudget',
  'goal',
  'measure',
  'seenLate',
  'endNote',
  'followUpServices',
]);
const people = new Set(['caregivers', 'children']);
const ofPerson = /^(caregivers|children|submitter)\b/;
const named = new Set(['family', 'familyName', 'submitter', 'worker', 'approvedBy']);

/**
 * The same value for a screen that others can see: initials instead of names, the year instead of the date of
 * birth, and no free text. Numbers, dates and statuses of the work stay.
 */
export function masked(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return maskedText(value, key);
  if (Array.isArray(value)) {
    return people.has(key) ? value.map(maskedPerson) : value.map((item) => masked(item, key));
  }
  if (value === null || typeof value !== 'object') return value;
  if (isChange(value)) return maskedChange(value);
  const entries = Object.entries(value).map(([name, item]) => [name, masked(item, name)] as const);
  return key === 'submitter' ? maskedPerson(value) : Object.fromEntries(entries);
}

/** The text that is shown of a field, named by its path such as `caregivers[0].birthDate`, masked as the field is. */
export function maskedField(field: string, text: string): string {
  const key = /\w*$/.exec(field)![0];
  if (!ofPerson.test(field)) return maskedText(text, key);
  if (key === 'birthDate') return /\b\d{4}\b/.exec(text)?.[0] ?? '…';
  return key === 'name' ? initials(text) : '…';
}

const isChange = (value: object): value is FactChange =>
  'field' in value && 'before' in value && 'after' in value;

/** A change is masked as the field that it is a change of: `caregivers[0].phone`. */
function maskedChange({ field, before, after }: FactChange): FactChange {
  const key = /\w*$/.exec(field)![0];
  const fact = (value: unknown): unknown => {
    if (!ofPerson.test(field)) return masked(value, key);
    return typeof value === 'string' ? personFact(key, value) : maskedPerson(value);
  };
  return { field, before: fact(before), after: fact(after) };
}

function maskedText(text: string, key: string): string {
  if (key === 'file') return maskedFile(text);
  if (named.has(key)) return initials(text);
  if (key === 'warnings') return unquoted(text);
  if (key === 'because') return withoutNote(text);
  return hidden.has(key) ? '…' : text;
}

/** What a warning is about stays, such as to call the hotline; what it quotes goes, with all that is said of it. */
const unquoted = (warning: string): string => warning.replace(/\u201c.*/s, '…');

/** Why a criterion is not met stays; the note to the answer, in brackets behind it, goes. */
const withoutNote = (because: string): string => because.replace(/ \(.*\)(?= \[)/s, ' (…)');

/** Forms are saved under the names of families. */
const maskedFile = (path: string): string => (path === '-' ? path : `…${/\.\w{1,5}$/.exec(path)?.[0] ?? ''}`);

/** A number of children is a count, not a person. */
function maskedPerson(person: unknown): unknown {
  if (person === null || typeof person !== 'object') return person;
  return Object.fromEntries(Object.entries(person).map(([key, value]) => [key, personFact(key, value)]));
}

function personFact(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (key === 'name') return initials(value);
  return key === 'birthDate' ? value.slice(0, 4) : '…';
}
