import type { FigureBook } from '../../rules/figures/book.ts';
import type { FundBook } from '../../rules/fund.ts';
import type { PolicyNumber, Program } from '../../rules/policy.ts';
import { effectInWords, type ReasonBook } from '../../rules/reasons.ts';

/** What the office goes by. */
export interface Policy {
  programs: readonly Program[];
  reasons: ReasonBook;
  fund: FundBook;
  figures: FigureBook;
}

/** The documents that the programs rest on, each once, by number. */
export const sourcesOf = (programs: readonly Program[]): { number: string; title: string }[] => {
  const titles = Object.assign({}, ...programs.map(({ sources }) => sources)) as Record<string, string>;
  return Object.keys(titles)
    .sort()
    .map((number) => ({ number, title: titles[number]! }));
};

const numbersOf = (numbers: Readonly<Record<string, PolicyNumber>>) =>
  Object.entries(numbers).map(([id, { means, value, unit, source }]) => ({ id, means, value, unit, source }));

export const policyJson = ({ programs, reasons: book, fund, figures }: Policy) => ({
  programs: programs.map(({ code, name, summary, criteria, numbers, suggest }) => ({
    code,
    name,
    summary,
    criteria: criteria.map(({ id, question, source, denial, no, ask }) => ({
      id,
      question,
      source,
      denial,
      whenNo: no,
      whenUnknown: ask,
    })),
    numbers: numbersOf(numbers),
    suggest,
  })),
  reasons: book.reasons.map((reason) => ({
    ...reason,
    afterDays: reason.afterDays ?? null,
    inFaces: reason.inFaces ?? true,
    classInWords: book.classes[reason.class] ?? reason.class,
    effectInWords: effectInWords(book, reason),
  })),
  followedForDays: book.followedForDays,
  fund: {
    kinds: fund.kinds.map(({ code, words, needsItem, source }) => ({
      code,
      words,
      needsItem: needsItem ?? false,
      source,
    })),
    numbers: numbersOf(fund.numbers),
    rules: Object.values(fund.rules),
  },
  figures: { numbers: numbersOf(figures.numbers), known: numbersOf(figures.known) },
  sources: sourcesOf(programs),
});
