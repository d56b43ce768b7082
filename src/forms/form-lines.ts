import { readAnswer } from './check-box.ts';
import { hasWords, oneLine } from './clean-text.ts';
import {
  type Field,
  fieldsOf,
  type Label,
  type LongField,
  labelsIn,
  longFields,
  type Party,
  type PartyKind,
} from './labels.ts';

/** What stood where on a form: values by their path in `Intake`, in the order read, and what fits no field. */
export interface FilledIn {
  values: Map<string, string[]>;
  leftovers: string[];
}

/** A field that a label has opened. */
interface Place {
  path: string;
  label: string;
}

interface Reader extends FilledIn {
  party: Party;
  /** The prose field that takes every line until the next label. */
  long: LongField | null;
  /** The field that the last line went to, as long as the next may belong to it too. */
  open: Place | null;
  /** Fields without a value so far: it may stand below. `ruled` are the lines left empty on the form. */
  waiting: (Place & { ruled: boolean })[];
  /** Lines below several such fields. */
  below: string[];
  /** The index of the next person of each list. */
  next: { caregiver: number; child: number };
  /** The form's own heading above the submitter is there: a name before it is someone else's. */
  hasHeading: boolean;
}

const pathOf = (party: Party, field: Field): string => {
  if (field === 'date') return 'receivedAt';
  if (party.kind === 'caregiver') return `caregivers[${party.index}].${field}`;
  if (party.kind === 'child') return `children[${party.index}].${field}`;
  return `submitter.${field}`;
};

const add = (reader: Reader, path: string, text: string): void => {
  const lines = reader.values.get(path);
  if (lines) lines.push(text);
  else reader.values.set(path, [text]);
  const [, list, index] = /^(caregivers|children)\[(\d+)/.exec(path) ?? [];
  if (list === 'caregivers') reader.next.caregiver = Math.max(reader.next.caregiver, Number(index) + 1);
  if (list === 'children') reader.next.child = Math.max(reader.next.child, Number(index) + 1);
};

const put = (reader: Reader, { path, label }: Place, text: string): void => {
  if (path !== '' && !reader.values.has(path)) add(reader, path, text);
  else reader.leftovers.push(`${label.trim()} ${text}`.trim());
};

const isNamed = (reader: Reader, kind: PartyKind): boolean =>
  kind === 'submitter'
    ? [...reader.values.keys()].some((path) => path.startsWith('submitter.'))
    : reader.next[kind] > 0;

const nextOf = ({ next }: Reader, kind: 'caregiver' | 'child'): Party => ({ kind, index: next[kind] });

/** Whom a label such as `Child 2`, `Caregiver’s phone` or `Child’s Name` speaks of. */
const partyOf = (reader: Reader, { party, number, field }: Label): Party | null => {
  if (party === null) return reader.party;
  if (party === 'submitter') return { kind: party };
  if (number !== null && number > 0) return { kind: party, index: number - 1 };
  const { party: current } = reader;
  const isSame = current.kind === party && field !== null && field !== 'name';
  return isSame ? current : nextOf(reader, party);
};

interface Opening extends Place {
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
  // A heading that comes again inside its own prose, or after it was read, is part of what was written.
  if (reader.values.has(path) && (reader.long !== null || !long)) return null;
  return { ...from, path, long, party: { kind: 'none' } };
};

const openField = (reader: Reader, label: Label, text: string): Opening | null => {
  const { kind } = reader.party;
  const field = label.field ?? 'name';
  const unheaded = kind === 'preamble' && !reader.hasHeading && field !== 'date';
  const told = unheaded && label.party === null ? ({ kind: 'submitter' } as const) : partyOf(reader, label);
  if (!told || !fieldsOf[told.kind].includes(field)) return null;
  if (field === 'date' && (!label.leads || reader.values.has('receivedAt'))) return null;
  const isNextChild = told.kind === 'child' && label.party === null && field === 'name';
  const party = isNextChild && reader.values.has(pathOf(told, 'name')) ? nextOf(reader, 'child') : told;
  return { path: pathOf(party, field), label: text, party, long: null };
};

/** Whether inside prose, or after the form's last field, a label is still one. */
const breaksIn = (reader: Reader, { leads, isPlain, section, party }: Label): boolean => {
  if (!leads || !isPlain) return false;
  if (section === 'submitter' || party === 'submitter') return !isNamed(reader, 'submitter');
  if (section === 'family' || party === 'caregiver') return !isNamed(reader, 'caregiver');
  if (party === 'child') return !isNamed(reader, 'child');
  return section !== null;
};

/** The field that a label opens where the reader is; `null` where it is only part of the text. */
const opening = (reader: Reader, label: Label, line: string): Opening | null => {
  if (!label.isPlain && !label.leads) return null;
  const text = line.slice(label.start, label.end);
  const inProse = reader.long !== null || reader.party.kind === 'none';
  if (inProse && !breaksIn(reader, label)) return null;
  return label.section === null ? openField(reader, label, text) : openSection(reader, label, text);
};

const isWide = (path: string): boolean => /organization$|address$/.test(path);
const isLabelled = (text: string): boolean => /^\s*\p{L}[\p{L} /'’-]{0,30}:/u.test(text);

const continues = ({ open }: Reader, text: string): boolean =>
  open !== null &&
  !isLabelled(text) &&
  (isWide(open.path) || (open.path.endsWith('name') && /^\s*\(/.test(text)));

const isAgreement = (path: string | undefined): boolean => path?.startsWith('familyAgrees') ?? false;

/** Gives the lines below several empty fields to them, if there is one for each. */
const settleBelow = (reader: Reader): void => {
  const { below, waiting } = reader;
  const parts = below.flatMap((line) => line.trim().split(/ {3,}/));
  if (parts.length === waiting.length) {
    for (const [i, place] of waiting.entries()) put(reader, place, oneLine(parts[i]!));
  } else for (const line of below) reader.leftovers.push(line.trim());
  reader.below = [];
  reader.waiting = [];
};

const takeBelow = (reader: Reader, text: string): void => {
  const bare = reader.waiting.filter(({ ruled }) => !ruled);
  if (bare.length > 0) reader.waiting = bare;
  const [place, another] = reader.waiting;
  if (!place || another) {
    reader.below.push(text);
    return;
  }
  put(reader, place, oneLine(text));
  reader.open = place;
  reader.waiting = [];
};

/** Takes text that no label on its line leads in; `next` is the label that ends it. */
const takeUnlabelled = (reader: Reader, text: string, next: Label | null): void => {
  const { open, long } = reader;
  if (long) add(reader, long, text);
  else if (open && isAgreement(open.path) && readAnswer(text) !== 'unsaid')
    add(reader, 'familyAgrees', text.trim());
  else if (!hasWords(text)) return;
  else if (reader.waiting.length > 0) takeBelow(reader, text);
  else if (open && continues(reader, text)) add(reader, open.path, oneLine(text));
  else if (reader.party.kind === 'child' && next?.field === 'birthDate') {
    // The label before the name was left out.
    reader.party = nextOf(reader, 'child');
    put(reader, { path: pathOf(reader.party, 'name'), label: '' }, oneLine(text));
  } else {
    reader.open = null;
    reader.leftovers.push(text.trim());
  }
};

/** Takes what stands after a label on its line. */
const takeValue = (reader: Reader, place: Opening, text: string): void => {
  reader.open = place;
  const value = oneLine(text);
  if (place.long || isAgreement(place.path)) add(reader, place.path, text);
  else if (hasWords(value)) put(reader, place, value);
  else if (place.path !== '' && !/submitted|referred/i.test(place.label)) {
    reader.waiting.push({ ...place, ruled: /_{2,}/.test(text) });
  }
};

/** Whether a label behind text that no label leads in ends that text. */
const endsText = (reader: Reader, label: Label, text: string): boolean =>
  label.leads ||
  !hasWords(text) ||
  label.section !== null ||
  label.field === 'birthDate' ||
  reader.waiting.length > 0 ||
  continues(reader, text);

const readLine = (reader: Reader, line: string): void => {
  let place: Opening | null = null;
  let from = 0;
  for (const label of labelsIn(line)) {
    const text = line.slice(from, label.start);
    if (label.start < from || !opening(reader, label, line)) continue;
    if (!place && !endsText(reader, label, text)) continue;
    if (place) takeValue(reader, place, text);
    else {
      takeUnlabelled(reader, label.leads ? '' : text, label);
      settleBelow(reader);
    }
    place = opening(reader, label, line);
    if (place) Object.assign(reader, { party: place.party, long: place.long, open: place });
    from = label.end;
  }
  if (place) takeValue(reader, place, line.slice(from));
  else takeUnlabelled(reader, line, null);
};

const readBlank = (reader: Reader): void => {
  if (reader.long) add(reader, reader.long, '');
  if (reader.below.length > 0) settleBelow(reader);
  reader.waiting = reader.waiting.filter(({ ruled }) => !ruled);
  if (reader.open && !isAgreement(reader.open.path)) reader.open = null;
};

const titleWords =
  /^(?:missouri department of social services ?|children ?s division ?|intensive in home services ?|community referral ?)+$/;

/** Whether a line is one of the titles above the form. */
export const isTitle = (line: string): boolean =>
  line.length < 200 &&
  titleWords.test(
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

/** Closes what is open: the lines of a mail's head never belong to a field. */
const interrupt = (reader: Reader): void => {
  settleBelow(reader);
  const isAbove = reader.party.kind === 'preamble';
  Object.assign(reader, { long: null, open: null, party: isAbove ? reader.party : { kind: 'none' } });
};

/**
 * Reads the lines of one form: labels open fields, in the context of the person they stand under, and what follows
 * goes to them. `isHead` says which lines are the head of a mail.
 */
export const readLines = (lines: readonly string[], isHead: (line: number) => boolean): FilledIn => {
  const hasHeading = lines.some(
    (line) =>
      /submitted|referred/i.test(line) && labelsIn(line).some(({ section }) => section === 'submitter'),
  );
  const reader: Reader = {
    values: new Map(),
    leftovers: [],
    party: { kind: 'preamble' },
    long: null,
    open: null,
    waiting: [],
    below: [],
    next: { caregiver: 0, child: 0 },
    hasHeading,
  };
  lines.forEach((line, i) => {
    if (isHead(i)) {
      interrupt(reader);
      reader.leftovers.push(line.trim());
    } else if (line.trim() === '') readBlank(reader);
    else if (reader.party.kind !== 'preamble' || !isTitle(line)) readLine(reader, line);
  });
  settleBelow(reader);
  return { values: reader.values, leftovers: reader.leftovers };
};
