import type { FigureBook } from '../../rules/figures/book.ts';
import type { FundBook } from '../../rules/fund.ts';
import type { PolicyNumber, Program } from '../../rules/policy.ts';
import { effectInWords, type ReasonBook, type ReasonUse } from '../../rules/reasons.ts';
import { type Policy, sourcesOf } from '../json/policy.ts';
import { paragraph } from './card.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { spaced } from './wording.ts';

// Nothing is left out or cut here: this is where everything in force can be read.
const always = { needed: 9 };
const criterionColumns: Column[] = [
  { title: '#', ...always, align: 'right' },
  { title: 'Criterion', ...always },
  { title: 'Question', ...always, wrap: true, whole: true },
  { title: 'Source', ...always },
];
const numberColumns: Column[] = [
  { title: 'What', ...always, wrap: true, whole: true },
  { title: 'Number', ...always, align: 'right' },
  { title: 'Unit', ...always },
  { title: 'Source', ...always, wrap: true, whole: true },
];
const reasonColumns: Column[] = [
  { title: 'Code', ...always },
  { title: 'Reason', ...always, wrap: true, whole: true },
  { title: 'Class, what follows', ...always, wrap: true, whole: true },
  { title: 'Given for', ...always, wrap: true, whole: true },
];
const useInWords: Record<ReasonUse, string> = {
  denial: 'not accepted',
  fins_remove: 'off the FINS list',
  withdraw: 'withdrawn',
  close: 'closed',
  return: 'returned',
  tapa: 'TAPA without referral',
  decline: 'declined',
  case_close: 'case closed',
};

/** Every criterion, number and reason in force, each with its source, and then the sources. */
export function policyView({ programs, reasons, fund, figures }: Policy, look: Look): string {
  return [
    ...programs.map((program) => programView(program, look)),
    reasonsView(reasons, look),
    fundView(fund, look),
    figuresView(figures, look),
    sourcesView(programs, look),
  ].join('\n\n');
}

function programView({ code, name, summary, criteria, numbers }: Program, look: Look): string {
  const questions = criteria.map(({ id, question, source }, i) => [
    String(i + 1),
    spaced(id),
    question,
    source,
  ]);
  return [
    look.bold(paragraph(`${code} – ${name}: ${summary}`, look)),
    '',
    look.bold('Criteria, each answered yes, no or not known'),
    drawTable({ columns: criterionColumns, rows: questions }, look),
    '',
    look.bold('Numbers'),
    numbersTable(numbers, look),
  ].join('\n');
}

function reasonsView(book: ReasonBook, look: Look): string {
  const rows = book.reasons
    .filter(({ uses }) => uses.length > 0)
    .map((reason) => [
      reason.code,
      `${reason.words} ${reason.source.startsWith('[') ? reason.source : `(${reason.source})`}`,
      `${book.classes[reason.class] ?? reason.class}: ${effectInWords(book, reason)}`,
      reason.uses.map((use) => useInWords[use]).join(', '),
    ]);
  const title = 'Reasons for not accepting, and for ending, returning or taking off the list';
  return [
    look.bold(paragraph(title, look)),
    drawTable({ columns: reasonColumns, rows }, look),
    look.dim(paragraph(daysOf(book), look)),
  ].join('\n');
}

/** The kinds of expense that the crisis intervention fund covers, and its numbers. */
function fundView({ kinds, numbers, rules }: FundBook, look: Look): string {
  return [
    look.bold('Crisis intervention fund'),
    ...Object.values(rules).map(({ words, source }) => paragraph(`${words} ${source}`, look, 2)),
    paragraph(
      `kinds of expense: ${kinds.map(({ code, source }) => `${code} ${source}`).join(', ')}`,
      look,
      2,
    ),
    numbersTable(numbers, look),
  ].join('\n');
}

/** What figures go by, and those of earlier years that stand beside them. */
const figuresView = ({ numbers, known }: FigureBook, look: Look): string =>
  [look.bold('Figures'), numbersTable({ ...numbers, ...known }, look)].join('\n');

/** Numbers with their sources. What a source says beside its name stands under the table, by a letter: in it, it would take half of the width. */
function numbersTable(numbers: Readonly<Record<string, PolicyNumber>>, look: Look): string {
  const all = Object.values(numbers);
  const notes = [...new Set(all.map(({ source }) => source).filter((source) => nameOf(source) !== source))];
  const marked = (source: string): string =>
    notes.includes(source) ? `${nameOf(source)} (${letterOf(notes.indexOf(source))})` : source;
  const rows = all.map(({ means, value, unit, source }) => [
    means,
    withThousands(value),
    unit,
    marked(source),
  ]);
  return [
    drawTable({ columns: numberColumns, rows }, look),
    ...notes.map((note, i) => look.dim(paragraph(`(${letterOf(i)}) ${note}`, look))),
  ].join('\n');
}

const nameOf = (source: string): string => source.split(/[;:]/)[0]!;
const letterOf = (index: number): string => String.fromCharCode(97 + index);

const daysOf = ({ followedForDays, daysSource }: ReasonBook): string =>
  `The days after which something follows, and the ${followedForDays} that it then stays due: ${daysSource}.`;

const sourcesView = (programs: readonly Program[], look: Look): string =>
  [
    look.bold('Sources'),
    ...sourcesOf(programs).map(({ number, title }) => paragraph(`[${number}] ${title}`, look, 2)),
  ].join('\n');

// Without Intl, which takes its time at the first use.
const withThousands = (value: number): string => String(value).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
