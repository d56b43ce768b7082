// [000] program description: the crisis intervention fund · Mo. Const. art. IV, § 23: the state fiscal year
import { type Cents, dollars } from './money.ts';
import type { PolicyNumber } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { CalendarDate } from './time.ts';
import type { CaseNumber, ReferralNumber, SpecialistCode } from './words.ts';

/** `E26-0003`: a request to the fund. */
export type FundNumber = string & { readonly __kind: 'FundNumber' };

export interface ExpenseKind {
  code: string;
  words: string;
  /** It says too little by itself: what it is for must be added. */
  needsItem?: boolean;
  source: string;
}

/** What the office goes by with the fund. */
export interface FundBook {
  kinds: readonly ExpenseKind[];
  numbers: Readonly<Record<'decideWithin' | 'payWithin' | 'fiscalYearBegins', PolicyNumber>>;
  rules: Readonly<Record<'purpose' | 'approval', { words: string; source: string }>>;
}

/** What is asked for. */
export interface FundAsked {
  kind: string;
  /** What exactly it is for, such as “October rent”. */
  item: string | null;
  amount: Cents;
  why: string;
  /** Which other resources were tried. */
  tried: string;
  requestedOn: CalendarDate;
  requestedBy: string;
}

export interface FundDecision {
  decision: 'approved' | 'denied';
  on: CalendarDate;
  by: string;
  /** 0 where it was denied. */
  approved: Cents;
  note: string | null;
  /** Why it was approved although the budget does not reach. */
  overBudget: string | null;
}

export interface FundPayment {
  amount: Cents;
  on: CalendarDate;
  payee: string;
  by: string;
}

export interface FundRequest extends FundAsked {
  id: FundNumber;
  referral: ReferralNumber;
  case: CaseNumber;
  specialist: SpecialistCode;
  specialistName: string;
  family: string | null;
  circuit: number;
  decided: FundDecision | null;
  payments: readonly FundPayment[];
  /** That nothing more is to be paid, and why. */
  closed: { on: CalendarDate; by: string; note: string } | null;
}

export const fundStates = ['asked', 'approved', 'paid', 'denied', 'closed'] as const;

/** `approved` while something of it is still to be paid. */
export type FundState = (typeof fundStates)[number];

export const paidOf = ({ payments }: Pick<FundRequest, 'payments'>): Cents =>
  payments.reduce((sum, { amount }) => sum + amount, 0);

/** What was approved and may still be paid. */
export const unpaidOf = ({ decided, payments, closed }: FundRequest): Cents =>
  decided === null || closed !== null ? 0 : decided.approved - paidOf({ payments });

export function stateOf(request: FundRequest): FundState {
  if (request.closed) return 'closed';
  if (request.decided === null) return 'asked';
  if (request.decided.decision === 'denied') return 'denied';
  return unpaidOf(request) > 0 ? 'approved' : 'paid';
}

/** Something is still to be done about it. */
export const isWaiting = (request: FundRequest): boolean => ['asked', 'approved'].includes(stateOf(request));

/** The kind with this code. Refuses another, and one that says too little without what it is for. */
export function kindOf(book: FundBook, code: string, item: string | null): ExpenseKind {
  const typed = code
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const kind = book.kinds.find((one) => one.code === typed);
  if (!kind)
    throw new Refusal({
      kind: 'invalid',
      code: 'unknown_expense',
      message: `“${code.slice(0, 40)}” is not a kind of expense.`,
      hint: `Choose one of: ${book.kinds.map((one) => one.code).join(', ')}.`,
    });
  if (kind.needsItem && !item)
    throw new Refusal({
      kind: 'invalid',
      code: 'item_needed',
      message: `The kind “${kind.code}” needs to say what the money is for.`,
      hint: 'Add --item "…".',
    });
  return kind;
}

/** A kind in words; one that is no longer in the book stands as it is. */
export const kindInWords = (book: FundBook, code: string): string =>
  book.kinds.find((kind) => kind.code === code)?.words ?? code;

/** The state fiscal year of a day: SFY2027 runs from July 1, 2026, until June 30, 2027. */
export function fiscalYearOf(date: CalendarDate, { numbers }: Pick<FundBook, 'numbers'>): number {
  const begins = numbers.fiscalYearBegins.value;
  const year = Number(date.slice(0, 4));
  return begins > 1 && Number(date.slice(5, 7)) >= begins ? year + 1 : year;
}

/** Its first day, and the first day after it. */
export function daysOfFiscalYear(sfy: number, { numbers }: Pick<FundBook, 'numbers'>) {
  const begins = numbers.fiscalYearBegins.value;
  const first = (year: number) => `${year}-${String(begins).padStart(2, '0')}-01` as CalendarDate;
  return begins > 1
    ? { from: first(sfy - 1), before: first(sfy) }
    : { from: first(sfy), before: first(sfy + 1) };
}

/** How the budget of a circuit and year stands; `budget` is `null` where none was set. */
export interface FundBudget {
  circuit: number;
  sfy: number;
  budget: Cents | null;
  /** Approved in the year and not let go: paid, or still to be paid. */
  committed: Cents;
  paid: Cents;
  /** Asked for in the year and not decided. */
  asked: Cents;
}

export const leftOf = ({ budget, committed }: Pick<FundBudget, 'budget' | 'committed'>): Cents | null =>
  budget === null ? null : budget - committed;

/** What is counted against a budget: what was approved, or what was paid where nothing more is to be. */
export const committedOf = (request: FundRequest): Cents =>
  committed({
    approved: request.decided?.approved ?? 0,
    paid: paidOf(request),
    isClosed: request.closed !== null,
  });

export const committed = ({
  approved,
  paid,
  isClosed,
}: {
  approved: Cents;
  paid: Cents;
  isClosed: boolean;
}): Cents => (isClosed ? paid : approved);

/** The names that stand for one person: people sign with their name or their initials. */
export const samePerson = (a: string, b: string, known: readonly (readonly (string | null)[])[]): boolean => {
  const plain = (name: string) => name.trim().toLowerCase();
  const all = (name: string) => [
    plain(name),
    ...known
      .map((names) => names.flatMap((one) => (one ? [plain(one)] : [])))
      .filter((names) => names.includes(plain(name)))
      .flat(),
  ];
  return all(a).some((name) => all(b).includes(name));
};

/** Refuses a decision on what is decided or closed, or by somebody who asked for it or works the case. */
export function requireDecidable(
  request: FundRequest,
  by: string,
  known: readonly (readonly (string | null)[])[],
): void {
  if (stateOf(request) !== 'asked') throw notNow(request, 'decided');
  const { id, requestedBy, specialist, specialistName } = request;
  const asked = [requestedBy, specialist, specialistName].find((one) => samePerson(one, by, known));
  if (asked === undefined) return;
  throw new Refusal({
    kind: 'rule',
    code: 'own_request',
    message: `${by} ${asked === requestedBy ? 'asked for' : 'works the case of'} ${id} and can’t decide on it.`,
    hint: 'Somebody else of the Division decides [000]; who shares this computer says who they are with --as.',
  });
}

/** Refuses to pay what is not approved, and more than is left of it. */
export function requirePayable(request: FundRequest, amount: Cents): void {
  if (stateOf(request) !== 'approved') throw notNow(request, 'paid');
  const left = unpaidOf(request);
  if (amount <= left) return;
  throw new Refusal({
    kind: 'rule',
    code: 'above_approved',
    message: `${dollars(amount)} is more than what is left of ${request.id}: ${dollars(left)} of ${dollars(request.decided!.approved)} approved.`,
    hint: 'Pay at most that, or ask for the rest: iis fund request',
    details: { amountCents: amount, leftCents: left },
  });
}

const standsAs: Record<FundState, string> = {
  asked: 'is not decided yet',
  approved: 'is approved already',
  paid: 'is paid already',
  denied: 'was denied',
  closed: 'is closed',
};

/** Why something can’t be done with a request as it stands. */
export const notNow = (request: FundRequest, done: string): Refusal => {
  const state = stateOf(request);
  const isUndecided = state === 'asked';
  return new Refusal({
    kind: 'rule',
    code: isUndecided ? 'not_approved' : 'fund_settled',
    message: `${request.id} ${standsAs[state]}: it can’t be ${done}${isUndecided ? ' before' : ''}.`,
    hint: isUndecided
      ? `The Division approves it first [000]: iis fund decide ${request.id}`
      : `See: iis fund show ${request.id}`,
  });
};
