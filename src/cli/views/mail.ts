import { fieldInWords } from '../../rules/admission.ts';
import { fileName } from '../mail-files.ts';
import { type FormPlace, type MailLine, whyUnread } from '../mail-lines.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { hanging } from './taken.ts';
import { counted, dashed } from './wording.ts';

const columns: Column[] = [
  { title: 'File', needed: 8 },
  { title: 'Family', needed: 9 },
  { title: 'Children', needed: 4, align: 'right' },
  { title: 'County', needed: 5 },
];
const referral: Column = { title: 'Referral', needed: 10 };
const comes = (title: string): Column => ({ title, needed: 10, wrap: true });

/** So many fields are named in a line; all of them are named when the referral is looked at. */
const MOST_FIELDS = 2;

/** What would come of each form, before anything is saved. */
export function mailPreview(lines: readonly MailLine[], aside: string | null, look: Look): string {
  if (lines.length === 0) return 'There is no form in it.';
  const often = oftenMissing(lines);
  const rows = lines.map((line) => [...facts(line, look), comesOfIt(line, often, look)]);
  return [
    ...head(lines, aside, look),
    '',
    drawTable({ columns: [...columns, comes('What comes of it')], rows }, look),
    ...below(lines, often, look),
  ].join('\n');
}

/** What was saved, under its numbers. */
export function mailSavedView(lines: readonly MailLine[], aside: string | null, look: Look): string {
  if (lines.length === 0) return 'There is no form in it.';
  const saved = lines.filter(({ outcome }) => outcome === 'taken');
  const often = oftenMissing(saved);
  const rows = lines.map((line) => [
    line.referral ?? '–',
    ...facts(line, look),
    comesOfIt(line, often, look, true),
  ]);
  return [
    ...head(lines, aside, look),
    '',
    drawTable({ columns: [referral, ...columns, comes('What came of it')], rows }, look),
    ...below(lines, often, look),
    ...(saved.length > 0 ? ['', 'What is due now: iis today'] : []),
  ].join('\n');
}

function head(lines: readonly MailLine[], aside: string | null, look: Look): string[] {
  const many = (is: (line: MailLine) => boolean) => lines.filter(is).length;
  const counts = [
    [many(({ outcome }) => outcome === 'new'), 'new'],
    [many(({ outcome }) => outcome === 'taken'), 'saved'],
    [many(({ outcome, sameAs }) => outcome === 'already_taken' && !sameAs), 'taken in before'],
    [many(({ outcome, sameAs }) => outcome === 'already_taken' && sameAs !== null), 'in it twice'],
    [many(({ outcome }) => outcome === 'unreadable'), 'can’t be read'],
  ] as const;
  const parts = counts.flatMap(([n, words]) => (n > 0 ? [`${n} ${words}`] : []));
  const sentence = `${counted(lines.length, 'form')}: ${parts.join(', ')}.`;
  return [look.bold(paragraph(sentence, look)), ...(aside ? [paragraph(aside, look)] : [])];
}

/** What at least half of the new forms lack is said once, under the table: the form itself has no room for it. */
type Often = ReadonlyMap<string, number>;

function oftenMissing(lines: readonly MailLine[]): Often {
  const fresh = lines.filter(isNew);
  const counts = new Map<string, number>();
  for (const field of fresh.flatMap(({ missing }) => missing))
    counts.set(field, (counts.get(field) ?? 0) + 1);
  return new Map([...counts].filter(([, n]) => n > 1 && n * 2 >= fresh.length));
}

const isNew = ({ outcome }: MailLine): boolean => outcome === 'new' || outcome === 'taken';

function below(lines: readonly MailLine[], often: Often, look: Look): string[] {
  const of = lines.filter(isNew).length;
  const lacking = [...new Set(often.values())]
    .sort((a, b) => b - a)
    .map((n) => {
      const fields = [...often].flatMap(([field, many]) => (many === n ? [small(field)] : []));
      return paragraph(`Not given in ${n === of ? 'any' : n} of the ${of} new: ${fields.join(', ')}.`, look);
    });
  const listed = (title: string, named: readonly string[]): string[] =>
    named.length === 0 ? [] : ['', look.yellow(title), ...dashed(named).map((one) => hanging(one, look))];
  const told = (line: MailLine, text: string) => `${nameOf(line, look)}: ${text}`;
  const unread = lines.filter(({ cannot }) => cannot !== null);
  const why = whyUnread(unread);
  return [
    ...(lacking.length > 0 ? ['', ...lacking] : []),
    ...listed(
      'To see to:',
      lines.filter(isNew).flatMap((line) => line.callsFor.map((text) => told(line, text))),
    ),
    ...listed(
      'Can’t be read:',
      unread.map((line, i) => told(line, why[i]!)),
    ),
  ];
}

/** Its number once it has one. */
const nameOf = (line: MailLine, look: Look): string => line.referral ?? placeInWords(line, look);

const facts = (line: MailLine, look: Look): string[] => [
  placeInWords(line, look),
  line.family ?? (line.outcome === 'unreadable' ? '–' : 'not named'),
  line.outcome === 'unreadable' ? '–' : String(line.children),
  line.county ?? '–',
];

function comesOfIt(line: MailLine, often: Often, look: Look, isNumbered = false): string {
  switch (line.outcome) {
    case 'unreadable':
      return look.red('can’t be read');
    case 'already_taken':
      return line.sameAs
        ? `left out: the same form as ${placeInWords(line.sameAs, look)}`
        : `left out: taken in before${isNumbered ? '' : ` as ${line.referral}`}`;
    default:
      return [
        line.outcome === 'new' ? 'new' : 'saved',
        ...(line.goesBack ? ['goes back: the family has not agreed'] : []),
        ...likeness(line, look),
        ...fields('can’t be taken', line.untaken),
        ...fields('to be checked', line.unsure),
        ...fields(
          'not given',
          line.missing.filter((field) => !often.has(field)),
        ),
      ].join('; ');
  }
}

function likeness({ looksLike, looksLikeHere }: MailLine, look: Look): string[] {
  const [earlier] = looksLike;
  const [here] = looksLikeHere;
  return [
    ...(earlier ? [look.yellow(`perhaps the family of ${earlier}`)] : []),
    ...(here ? [look.yellow(`perhaps the same family as in ${placeInWords(here, look)}`)] : []),
  ];
}

function fields(what: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const more = paths.length - MOST_FIELDS;
  const named = paths.slice(0, MOST_FIELDS).map(small).join(', ');
  return [`${what}: ${named}${more > 0 ? ` and ${more} more` : ''}`];
}

/** `caregiver 1 phone`, within a sentence. */
const small = (path: string): string =>
  fieldInWords(path)
    .replace(', ', ' ')
    .replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** The file, and which form of it where it holds several. */
const placeInWords = ({ file, place }: FormPlace, look: Look): string => {
  const columns = look.plain ? 60 : Math.max(16, Math.min(60, Math.floor(look.width / 5)));
  const number = place === null ? '' : ` (${place})`;
  return `${fileName(file, columns - number.length)}${number}`;
};
