import { hasWords } from './clean-text.ts';
import {
  type Field,
  fieldsOf,
  type Label,
  type LongField,
  longFields,
  type Party,
  type PartyKind,
  parentIn,
} from './labels.ts';

/** What stood where on a form: values by their path in `Intake`, in the order read, and what fits no field. */
export interface FilledIn {
  values: Map<string, string[]>;
  leftovers: string[];
  /** The label that led to each value. */
  labels?: Map<string, string>;
  /** The paths that no label of their own led to. */
  guessed?: Set<string>;
}

/** A field that a label has opened. */
export interface Place {
  path: string;
  label: string;
  /** Whose it is was told from its place alone. */
  isGuessed?: boolean;
  /** How a name ends that must go on below: with a particle, a hyphen or a comma. */
  cutOff?: string | undefined;
}

/** What is known in the middle of a form. */
export interface Reader extends Required<FilledIn> {
  party: Party;
  /** The prose field that takes every line until the next label. */
  long: LongField | null;
  /** The field that the last line went to, as long as the next may belong to it too. */
  open: Place | null;
  /** Fields without a value so far: it may stand below. `ruled` are the lines left empty on the form. */
  waiting: (Place & { ruled: boolean })[];
  /** Lines below several such fields. */
  below: string[];
  /** Nothing stands on the line above. */
  gap: boolean;
  /** People who stand beside each other, each in a column: what stands below is of one of them. */
  beside: Party[];
  /** The index of the next person of each list. */
  next: { caregiver: number; child: number };
  /** A label with a dash in the place of its colon was taken: the form is filled in so. */
  hasDashes: boolean;
  /** The form's own heading above the submitter is there: a name before it is someone else's. */
  hasHeading: boolean;
}

/** Where in `Intake` a party's field is. */
export const pathOf = (party: Party, field: Field): string => {
  if (field === 'date') return 'receivedAt';
  if (party.kind === 'caregiver') return `caregivers[${party.index}].${field}`;
  if (party.kind === 'child') return `children[${party.index}].${field}`;
  return `submitter.${field}`;
};

/** Adds a line to a field. */
export const add = (reader: Reader, path: string, text: string): void => {
  const lines = reader.values.get(path);
  if (lines) lines.push(text);
  else reader.values.set(path, [text]);
  const [, list, index] = /^(caregivers|children)\[(\d+)/.exec(path) ?? [];
  if (list === 'caregivers') reader.next.caregiver = Math.max(reader.next.caregiver, Number(index) + 1);
  if (list === 'children') reader.next.child = Math.max(reader.next.child, Number(index) + 1);
};

/** Keeps the label that led to a value, as it stood. */
export const name = ({ labels }: Reader, path: string, label: string): void => {
  const bare = label.replace(/[\s:：_–—-]+$/u, '').trim();
  if (bare !== '' && !labels.has(path)) labels.set(path, bare);
};

/** Fills a field in; a second value for it is left over, with its label. */
export const put = (reader: Reader, { path, label, isGuessed }: Place, text: string): void => {
  if (path !== '' && !reader.values.has(path)) {
    add(reader, path, text);
    name(reader, path, label);
    if (isGuessed) reader.guessed.add(path);
  } else reader.leftovers.push(`${label.trim()} ${text}`.trim());
};

const isNamed = (reader: Reader, kind: Exclude<PartyKind, 'other'>): boolean =>
  kind === 'submitter'
    ? [...reader.values.keys()].some((path) => path.startsWith('submitter.'))
    : reader.next[kind] > 0;

/** The person after those of whom something was said. */
export const nextOf = ({ next }: Reader, kind: 'caregiver' | 'child'): Party => ({ kind, index: next[kind] });

/** Whom a label such as `Child 2`, `Caregiver’s phone` or `Child’s Name` speaks of. */
const partyOf = (reader: Reader, { party, number, field }: Label): Party | null => {
  if (party === null) return reader.party;
  if (party === 'submitter' || party === 'other') return { kind: party };
  const isName = field === null || field === 'name';
  if (number !== null && number > 0) {
    const told: Party = { kind: party, index: number - 1 };
    return isName && reader.values.has(pathOf(told, 'name')) ? nextOf(reader, party) : told;
  }
  return reader.party.kind === party && !isName ? reader.party : nextOf(reader, party);
};

/** A field and what it makes of the reader's place. */
export interface Opening extends Place {
  party: Party;
  long: LongField | null;
}

const isLong = (section: string): section is LongField => longFields.some((long) => long === section);

const openSection = (reader: Reader, label: Label, text: string): Opening | null => {
  const { section } = label;
  const from = { label: text, long: null };
  if (section === 'submitter') return { ...from, path: 'submitter.name', party: { kind: 'submitter' } };
  if (section === 'family') return { ...from, path: '', party: { kind: 'caregiver', index: 0 } };
  const path = section === 'mark' ? 'familyAgrees.mark' : (section ?? '');
  const long = isLong(path) ? path : null;
  // A heading that comes again inside its own prose, or after it was read, is part of what was written. Each mark
  // counts: two that speak against each other are unclear.
  const isFilled = long ? reader.values.get(path)?.some(hasWords) : reader.values.has(path);
  if (section !== 'mark' && (isFilled || reader.long === path)) return null;
  return { ...from, path, long, party: { kind: 'none' } };
};

const caregiver: Party = { kind: 'caregiver', index: 0 };

/** Whether a label such as `Mother` can only mean the caregiver: nobody else is named, or she was called so before. */
const isCaregiver = (reader: Reader, { field }: Label, text: string, value: string): boolean => {
  const called = parentIn(text);
  if (called === null || !fieldsOf.caregiver.includes(field ?? 'name')) return false;
  if (field === null || field === 'name')
    return !isNamed(reader, 'caregiver') && /^[\s_]*[\p{Lu}\p{Lo}\p{Co}]/u.test(value);
  return parentIn(reader.labels.get(pathOf(caregiver, 'name')) ?? '') === called;
};

/** The field of somebody who has no place on the form: nothing that is said of them is given to anyone else. */
const openOther = (reader: Reader, label: Label, text: string, value: string): Opening | null => {
  const { kind } = reader.party;
  const isAbove = kind === 'preamble' || kind === 'submitter';
  if (kind === 'preamble' && reader.hasHeading) return null;
  // Above the family a worker or a nurse may be who submits the form.
  if (isAbove && parentIn(text) === null && !isNamed(reader, 'submitter')) return null;
  const from = { label: text, long: null };
  if (!isCaregiver(reader, label, text, value)) return { ...from, path: '', party: { kind: 'other' } };
  return { ...from, path: pathOf(caregiver, label.field ?? 'name'), party: caregiver, isGuessed: true };
};

const openField = (reader: Reader, label: Label, text: string): Opening | null => {
  const { kind } = reader.party;
  const field = label.field ?? 'name';
  const unheaded = kind === 'preamble' && !reader.hasHeading && field !== 'date';
  const told = unheaded && label.party === null ? ({ kind: 'submitter' } as const) : partyOf(reader, label);
  if (!told || !fieldsOf[told.kind].includes(field)) return null;
  if (field === 'date' && (!label.leads || reader.values.has('receivedAt'))) return null;
  // A second name where someone is named already is the next person's.
  const isNext = 'index' in told && field === 'name' && reader.values.has(pathOf(told, 'name'));
  const party = isNext ? nextOf(reader, told.kind) : told;
  return { path: pathOf(party, field), label: text, party, long: null };
};

/** Whether inside prose, or after the form's last field, a label is still one. */
const breaksIn = (reader: Reader, { leads, isPlain, isDashed, section, party }: Label): boolean => {
  if (!leads || !(isPlain || (isDashed && section !== null && reader.hasDashes))) return false;
  if (section === 'submitter' || party === 'submitter') return !isNamed(reader, 'submitter');
  if (section === 'family' || party === 'caregiver') return !isNamed(reader, 'caregiver');
  if (party === 'child') return !isNamed(reader, 'child');
  if (party === 'other') return false;
  return section !== null;
};

/** Whether what is read belongs to a field of prose, or stands below the form's last field. */
export const isInProse = (reader: Reader): boolean => reader.long !== null || reader.party.kind === 'none';

/**
 * Whose the fields of a line are that stands below people side by side: a field that is there once for each of them
 * goes to them in order. `null` where it cannot be told; no entries where the line speaks of whom it says.
 */
export const dealt = (reader: Reader, labels: readonly Label[]): Map<Label, Party> | null => {
  const { beside, values } = reader;
  const whose = new Map<Label, Party>();
  if (beside.length < 2 || isInProse(reader)) return whose;
  const live = labels.filter(({ isPlain, leads }) => isPlain || leads);
  const areNamed = beside.some((party) => values.has(pathOf(party, 'name')));
  const isOwn = ({ section, party, field }: Label): boolean =>
    section !== null || party !== null || (field === 'name' && areNamed);
  if (!live[0] || isOwn(live[0])) return whose;
  if (live.some(isOwn)) return null;
  for (const field of new Set(live.map((label) => label.field!))) {
    const own = live.filter((label) => label.field === field);
    const people = beside.filter(({ kind }) => fieldsOf[kind].includes(field));
    if (own.length !== people.length) return null;
    for (const [i, label] of own.entries()) whose.set(label, people[i]!);
  }
  return whose;
};

/** The people side by side after a line that opened these fields: as many of each, with the same said of all. */
export const besideAfter = (
  { beside }: Reader,
  opened: readonly (Opening & { isOwn: boolean })[],
): Party[] => {
  if (!opened.some(({ isOwn }) => isOwn)) return beside;
  const people = new Map<string, { party: Party; fields: string }>();
  for (const { path, party } of opened.filter((one) => one.path !== '')) {
    const [, who = '', field = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
    people.set(who, { party, fields: `${people.get(who)?.fields ?? ''} ${field}` });
  }
  const [first, ...others] = people.values();
  const areAlike = others.length > 0 && others.every(({ fields }) => fields === first!.fields);
  return areAlike ? [...people.values()].map(({ party }) => party) : [];
};

/** The field that a label opens where the reader is; `null` where it is only part of the text. */
export const opening = (reader: Reader, label: Label, line: string): Opening | null => {
  if (!label.isPlain && !label.leads) return null;
  const text = line.slice(label.start, label.end);
  if (isInProse(reader) && !breaksIn(reader, label)) return null;
  if (label.section !== null) return openSection(reader, label, text);
  if (label.party === 'other') return openOther(reader, label, text, line.slice(label.end));
  return openField(reader, label, text);
};
