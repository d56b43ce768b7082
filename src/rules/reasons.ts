import { Refusal } from './refusal.ts';

/** What can be ended, refused or sent back with a coded reason. */
export type ReasonUse =
  | 'denial'
  | 'fins_remove'
  | 'withdraw'
  | 'close'
  | 'return'
  | 'tapa'
  | 'decline'
  | 'case_close';

/** A coded reason with its class and the effect that is shown before it is confirmed. */
export interface Reason {
  code: string;
  words: string;
  class: string;
  effect: string;
  /** With the effect `ask_again`: after how many days. */
  afterDays?: number;
  /** `false`: a referral that ended for it is no referral of its own, and is not entered into FACES. */
  inFaces?: boolean;
  uses: readonly ReasonUse[];
  source: string;
}

export interface ReasonBook {
  classes: Readonly<Record<string, string>>;
  effects: Readonly<Record<string, string>>;
  /** For so many days after it was due, what follows from a reason stays due. */
  followedForDays: number;
  /** Where the days of the effects come from. */
  daysSource: string;
  reasons: readonly Reason[];
}

export const reasonsFor = (book: ReasonBook, use: ReasonUse): Reason[] =>
  book.reasons.filter((reason) => reason.uses.includes(use));

/** A code in words; one that is no longer in the book stands as it is. */
export const reasonInWords = (book: ReasonBook, code: string): string =>
  book.reasons.find((reason) => reason.code === code)?.words ?? code;

/** The same within a sentence: only its first letter is made small. */
export const reasonInSentence = (book: ReasonBook, code: string): string =>
  reasonInWords(book, code).replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** Whether a reason says nothing against the family, so that it goes on waiting for a place. */
export const canBePlacedAgain = (book: ReasonBook, code: string): boolean =>
  book.reasons.find((reason) => reason.code === code)?.effect === 'list_again';

/** Why, within a sentence: of “other” what its note says. */
export const whyInSentence = (
  book: ReasonBook,
  { code, note }: { code: string; note: string | null },
): string => (code === 'other' && note ? note : reasonInSentence(book, code));

/** The reasons for which a referral ends without being one of its own: the state counts it already. */
export const codesNotForFaces = (book: ReasonBook): string[] =>
  book.reasons.flatMap(({ code, inFaces }) => (inFaces === false ? [code] : []));

/** What follows from a reason: `Ask the family again after 30 days.` */
export const effectInWords = ({ effects }: ReasonBook, { effect, afterDays }: Reason): string =>
  (effects[effect] ?? effect).replace('{afterDays}', String(afterDays ?? 0));

/** The reason with this code for this use. Refuses any other, and "other" without a note. */
export function chosenReason(book: ReasonBook, use: ReasonUse, code: string, note: string | null): Reason {
  const reason = reasonsFor(book, use).find((r) => r.code === code);
  if (!reason) {
    throw new Refusal({
      kind: 'invalid',
      code: 'unknown_reason',
      message: `“${code}” is not a reason that can be given here.`,
      hint: `Choose one of: ${reasonsFor(book, use)
        .map((r) => r.code)
        .join(', ')}.`,
    });
  }
  if (code === 'other' && !note) {
    throw new Refusal({
      kind: 'invalid',
      code: 'note_needed',
      message: 'The reason “other” needs a note that says what it is.',
      hint: 'Add --note "…".',
    });
  }
  return reason;
}
