import { isAnswer, readAnswer } from './agreement.ts';
import { isAnswerAlone, isPlainAnswer, readBox } from './check-box.ts';
import { hasWords, oneLine } from './clean-text.ts';
import { deskFactIn } from './desk-facts.ts';
import {
  add,
  besideAfter,
  dealt,
  type FilledIn,
  isInProse,
  name,
  nextOf,
  type Opening,
  opening,
  type Place,
  pathOf,
  put,
  type Reader,
} from './form-places.ts';
import { beginsWithOther, type Label, labelsIn, parentIn } from './labels.ts';
import { isTitle } from './own-text.ts';
import { withDateApart } from './plain-lines.ts';

const isWide = (path: string): boolean => /organization$|address$/.test(path);
const isLabelled = (text: string): boolean => /^\s*\p{L}[\p{L} /'’-]{0,30}:/u.test(text);

// A date, a phone number, or somebody else: no part of an address.
const isOwnLine = (text: string): boolean =>
  /\d[/-]\d{1,2}[/-]\d|(?<!\d)\d{3}[ .-]\d{4}(?!\d)/.test(text) ||
  /^[\s*•-]*(?:caregiver|child(?:ren)?(?:['’´]?s)? ?(?:\d|(?:full )?names?\b|dob\b))/iu.test(text);

/** How a name ends that a mail program cut in two, `Maria de los`; `undefined` where it is whole. */
const cutOffIn = (path: string, text: string): string | undefined =>
  /\.name$/.test(path)
    ? /(?:,|\p{L}-|(?<![\p{L}'’-])(?:de|del|la|las|los|y|van|von|der|den|bin|ibn|al|el|da|dos|di))$/u.exec(
        text.slice(-80).trimEnd(),
      )?.[0]
    : undefined;

const goesOnFrom = ({ path, cutOff }: Place, text: string): boolean =>
  path.endsWith('name') &&
  (/^\s*\(/.test(text) || (cutOff !== undefined && /^\s*[\p{Lu}\p{Lo}][^\d:;@]{0,80}$/u.test(text)));

const continues = ({ open }: Reader, text: string): boolean =>
  open !== null && !isLabelled(text) && !isOwnLine(text) && (isWide(open.path) || goesOnFrom(open, text));

/** Adds a line to the field above it; a name that was cut off is made whole, and doubted. */
const takeMore = (reader: Reader, { path, cutOff }: Place, text: string): void => {
  const [first, ...rest] = reader.values.get(path) ?? [];
  if (cutOff === undefined || first === undefined || rest.length > 0) add(reader, path, text);
  else {
    const between = cutOff === ',' ? ', ' : cutOff.endsWith('-') ? '' : ' ';
    reader.values.set(path, [`${first}${between}${text}`]);
    reader.guessed.add(path);
  }
};

/** Whether the words before a label belong to it, as in `Message phone:`, and not to the line above. */
const isOfLabel = (text: string): boolean => /[^\s,] ?$/.test(text) && !/[\d,]/.test(text);

const isAgreement = (path: string | undefined): boolean => path?.startsWith('familyAgrees') ?? false;

/** Gives the lines below several empty fields to them, if there is one for each. */
const settleBelow = (reader: Reader): void => {
  const { below, waiting } = reader;
  const parts = below.flatMap((line) => line.trim().split(/ {3,}/));
  if (parts.length === waiting.length) {
    for (const [i, place] of waiting.entries()) {
      put(reader, place, oneLine(parts[i]!));
      reader.guessed.add(place.path);
    }
  } else for (const line of below) reader.leftovers.push(line.trim());
  reader.below = [];
  reader.waiting = [];
};

/** Fills a field in; the date behind the name of one of the family is when that person was born. */
const putValue = (reader: Reader, place: Place, value: string): void => {
  const person = /^((?:caregivers|children)\[\d+\])\.name$/.exec(place.path)?.[1];
  const apart = person === undefined ? null : withDateApart(value);
  put(reader, place, apart?.name ?? value);
  if (apart) put(reader, { path: `${person}.birthDate`, label: '', isGuessed: true }, apart.date);
};

const takeBelow = (reader: Reader, text: string): void => {
  const bare = reader.waiting.filter(({ ruled }) => !ruled);
  if (bare.length > 0) reader.waiting = bare;
  const [place, another] = reader.waiting;
  if (!place || another) {
    reader.below.push(text);
    return;
  }
  putValue(reader, place, oneLine(text));
  reader.open = { ...place, cutOff: cutOffIn(place.path, text) };
  reader.waiting = [];
};

/** Whether the day on which the family was spoken to was read, below which the agreement stands. */
const isBelowDate = ({ values, waiting }: Reader): boolean =>
  values.has('discussedOn') || waiting.some(({ path }) => path === 'discussedOn');

/** Takes a line that says only yes or no, or marks one of them, without the form's sentence. */
const takeAnswerAlone = (reader: Reader, text: string): void => {
  const isPlain = isPlainAnswer(text);
  if (!isPlain && readBox(text) === 'unsaid') reader.leftovers.push(text.trim());
  else {
    add(reader, isPlain ? 'familyAgrees' : 'familyAgrees.mark', text.trim());
    reader.guessed.add('familyAgrees');
  }
};

/** Whether a line below the agreement says more of it; past a gap other sentences may begin with a yes or no as well. */
const answers = ({ gap }: Reader, text: string): boolean =>
  gap ? isAnswer(text) : readAnswer(text) !== 'unsaid';

/** Takes text that no label on its line leads in; `next` is the label that ends it. */
const takeUnlabelled = (reader: Reader, text: string, next: Label | null): void => {
  const { open, long } = reader;
  if (long) add(reader, long, text);
  else if (isAgreement(open?.path) && answers(reader, text)) add(reader, 'familyAgrees', text.trim());
  else if (isBelowDate(reader) && isAnswerAlone(text)) takeAnswerAlone(reader, text);
  else if (!hasWords(text)) return;
  else if (reader.waiting.length > 0) takeBelow(reader, text);
  else if (open && continues(reader, text)) takeMore(reader, open, oneLine(text));
  else if (reader.party.kind === 'child' && (next?.field === 'birthDate' || withDateApart(oneLine(text)))) {
    // The label before the name was left out.
    reader.party = nextOf(reader, 'child');
    const path = pathOf(reader.party, 'name');
    putValue(reader, { path, label: '', isGuessed: true }, oneLine(text));
  } else {
    reader.open = null;
    reader.leftovers.push(text.trim());
    if ('index' in reader.party && beginsWithOther(text)) reader.party = { kind: 'other' };
  }
};

/** Takes what stands after a label on its line; `isWhole` says that no date of birth is told behind it. */
const takeValue = (reader: Reader, place: Opening, text: string, isWhole = true): void => {
  // What goes on below a second value is no part of the first.
  const isSecond = !place.long && !isAgreement(place.path) && reader.values.has(place.path);
  reader.open = isSecond ? null : { ...place, cutOff: cutOffIn(place.path, text) };
  const value = oneLine(text).replace(/^[-–—]+ +/, '');
  if (place.long || isAgreement(place.path)) {
    add(reader, place.path, text);
    name(reader, place.path, place.label);
  } else if (hasWords(value)) (isWhole ? putValue : put)(reader, place, value);
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
  (continues(reader, text) && (reader.open?.cutOff !== undefined || !isOfLabel(text)));

// `Lee Other`, also behind a label that is not known; not `Relationship: Mother`.
const looksNamed = (text: string): boolean =>
  /^[^\p{L}:]*\p{Lu}[^:]*$|: *\p{Lu}[^ :]* +\p{Lu}[^:]*$/u.test(text);

const isParent = (text: string): boolean =>
  parentIn(text) ===
  text
    .replace(/[^\p{L} -]/gu, '')
    .trim()
    .toLowerCase();

/** Whether the name before a date of birth is of somebody who has no label, below a caregiver who is named. */
const isAnothers = (reader: Reader, { field, party }: Label, text: string): boolean =>
  field === 'birthDate' &&
  party === null &&
  reader.party.kind === 'caregiver' &&
  reader.values.has(pathOf(reader.party, 'name')) &&
  reader.waiting.length === 0 &&
  looksNamed(text) &&
  !isParent(text) &&
  !continues(reader, text);

/** The heading of a list of children, a line each with a name and a date. */
const childHeading =
  /^[ *•-]{0,8}child(?:ren)?['’´]?s?['’´]?(?: full)? names? {2,}(?:d\. ?o\. ?b\.?|dob|date of birth|birth ?date) *$/iu;

const isUnfilled = (line: string, labels: readonly Label[]): boolean =>
  !hasWords(labels.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), line));

const isBare = ({ section, party }: Label): boolean => section === null && party === null;

const readLine = (reader: Reader, line: string): void => {
  const fact = deskFactIn(line);
  if (fact && !reader.values.has(fact.field)) {
    settleBelow(reader);
    put(reader, { path: fact.field, label: fact.label }, fact.text);
    return;
  }
  if (childHeading.test(line) && !isInProse(reader)) {
    settleBelow(reader);
    Object.assign(reader, { party: nextOf(reader, 'child'), open: null });
    return;
  }
  const labels = labelsIn(line);
  const whose = dealt(reader, labels);
  if (!whose) {
    settleBelow(reader);
    reader.leftovers.push(line.trim());
    return;
  }
  const opened: (Opening & { isOwn: boolean })[] = [];
  let place: Opening | null = null;
  let from = 0;
  for (const label of labels) {
    const owner = whose.get(label);
    if (owner) reader.party = owner;
    const text = line.slice(from, label.start);
    if (label.start < from || !opening(reader, label, line)) continue;
    if (!place && !endsText(reader, label, text)) continue;
    if (!place && isAnothers(reader, label, text)) {
      Object.assign(reader, { party: { kind: 'other' }, open: null });
      break;
    }
    if (place)
      takeValue(reader, place, text, label.field !== 'birthDate' || !hasWords(line.slice(label.end)));
    else {
      takeUnlabelled(reader, label.leads ? '' : text, label);
      settleBelow(reader);
    }
    place = opening(reader, label, line);
    if (place) {
      reader.hasDashes ||= label.isDashed;
      if (owner) place.isGuessed = true;
      opened.push({ ...place, isOwn: owner === undefined && (label.field === 'name' || !isBare(label)) });
      Object.assign(reader, { party: place.party, long: place.long, open: place });
    }
    from = label.end;
  }
  if (place) takeValue(reader, place, line.slice(from));
  else if (reader.party.kind !== 'other' || !isUnfilled(line, labels)) takeUnlabelled(reader, line, null);
  // Somebody else's line is not the value of a field above it.
  if (reader.party.kind === 'other') reader.waiting = [];
  reader.beside = besideAfter(reader, opened);
  // A line below two columns goes on in both of them.
  if (reader.beside.length > 0) reader.open = null;
};

const readBlank = (reader: Reader): void => {
  reader.gap = true;
  if (reader.long) add(reader, reader.long, '');
  if (reader.below.length > 0) settleBelow(reader);
  reader.waiting = reader.waiting.filter(({ ruled }) => !ruled);
  if (reader.open && !isAgreement(reader.open.path)) reader.open = null;
};

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
export const readLines = (
  lines: readonly string[],
  isHead: (line: number) => boolean,
): Required<FilledIn> => {
  const hasHeading = lines.some(
    (line) =>
      /submitted|referred/i.test(line) && labelsIn(line).some(({ section }) => section === 'submitter'),
  );
  const reader: Reader = {
    values: new Map(),
    leftovers: [],
    labels: new Map(),
    guessed: new Set(),
    party: { kind: 'preamble' },
    long: null,
    open: null,
    waiting: [],
    below: [],
    gap: false,
    beside: [],
    next: { caregiver: 0, child: 0 },
    hasDashes: false,
    hasHeading,
  };
  lines.forEach((line, i) => {
    if (isHead(i)) {
      interrupt(reader);
      reader.leftovers.push(line.trim());
    } else if (line.trim() === '') readBlank(reader);
    else if (reader.party.kind !== 'preamble' || !isTitle(line)) readLine(reader, line);
    if (line.trim() !== '') reader.gap = false;
  });
  settleBelow(reader);
  const { values, leftovers, labels, guessed } = reader;
  return { values, leftovers, labels, guessed };
};
