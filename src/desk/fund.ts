import { casesOf } from '../records/cases.ts';
import {
  addFundPayment,
  addFundRequest,
  closeFundRequest,
  decideFundRequest,
  type FundFilter,
  fundBudgets,
  fundRequestByNumber,
  fundRequests,
  setFundBudget,
} from '../records/fund.ts';
import type { Writing } from '../records/journal.ts';
import { referralByNumber } from '../records/referrals.ts';
import type { Db } from '../records/tables.ts';
import { isCircuit } from '../rules/circuits.ts';
import { requireDay } from '../rules/day-gone-by.ts';
import {
  daysOfFiscalYear,
  type FundAsked,
  type FundBudget,
  type FundDecision,
  type FundNumber,
  type FundPayment,
  type FundRequest,
  fiscalYearOf,
  isWaiting,
  kindOf,
  leftOf,
  notNow,
  requireDecidable,
  requirePayable,
} from '../rules/fund.ts';
import { type Cents, dollars } from '../rules/money.ts';
import { hasCase, type Referral } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import type { CalendarDate, Instant } from '../rules/time.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { dateIn } from '../rules/zone.ts';
import { type Desk, look, today, yearNow } from './desk.ts';
import { write } from './write.ts';

/** Requests to the fund, first to last; without `all` only those that wait for a decision or a payment. */
export const fundList = (desk: Desk, filter: FundFilter, all: boolean): Promise<FundRequest[]> =>
  look(desk, async (db) =>
    (await fundRequests(db, { ...filter, open: !all })).filter((one) => all || isWaiting(one)),
  );

/** The request with this number. Refuses a number that none has. */
export const fundCalled = (desk: Desk, id: FundNumber): Promise<FundRequest> =>
  look(desk, (db) => theRequest(db, id));

/**
 * Keeps a request to the fund for a family that receives the service [000]: one with an open case. Refuses an unknown
 * kind, a day before the case or still to come, and what does not say why, or what else was tried.
 */
export const requestFromFund = (
  desk: Desk,
  id: ReferralNumber,
  given: Omit<FundAsked, 'requestedBy'> & { requestedBy: string | null },
): Promise<FundRequest> =>
  write(desk, async (writing) => {
    const referral = (await referralByNumber(writing.db, id))!;
    const { open, circuit } = await fundedCase(writing.db, referral);
    const assignedOn = dateIn(open.assignedAt as Instant, desk.settings.zone);
    const after = { what: `case ${open.id} began`, on: assignedOn };
    requireDay('The request', given.requestedOn, { after, today: today(desk) });
    requireSaid({ '--why': given.why, '--tried': given.tried });
    const { code } = kindOf(desk.fund, given.kind, given.item);
    const asked = { ...given, kind: code, requestedBy: given.requestedBy ?? desk.who };
    const of = { referral: id, case: open.id, circuit, year: yearNow(desk) };
    return theRequest(writing.db, await addFundRequest(writing, asked, of));
  });

/** Refuses a family without an open case, before anything is asked. */
export const requireFunded = async (desk: Desk, id: ReferralNumber): Promise<void> => {
  await look(desk, async (db) => fundedCase(db, (await referralByNumber(db, id))!));
};

async function fundedCase(db: Db, referral: Referral) {
  const open = hasCase(referral.state)
    ? (await casesOf(db, referral.id)).find(({ endedAt }) => endedAt === null)
    : undefined;
  if (open && referral.circuit !== null) return { open, circuit: referral.circuit };
  throw new Refusal({
    kind: 'rule',
    code: 'no_open_case',
    message: `The family of ${referral.id} has no open case: the fund is for families that receive the service [000].`,
    hint: `See: iis referral show ${referral.id}`,
  });
}

function requireSaid(said: Record<string, string>): void {
  const missing = Object.keys(said).filter((flag) => said[flag]!.trim() === '');
  if (missing.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_value',
    message: `${missing.join(' and ')} can’t be empty.`,
    hint: 'The fund pays where no other resource exists and the expense may avert a removal [000]: say how.',
  });
}

/** What is decided on a request. */
export interface FundRuling {
  decision: FundDecision['decision'];
  /** `null`: all that was asked for. */
  approved: Cents | null;
  on: CalendarDate;
  note: string | null;
  /** Why, where the budget does not reach. */
  overBudget: string | null;
}

/**
 * Approves a request, or denies it; whoever acts decides. Refuses whoever asked or works the case, more than was asked,
 * a denial without a reason, and without one what the budget of the circuit and year does not reach for.
 */
export const decideFund = (desk: Desk, id: FundNumber, ruling: FundRuling): Promise<FundRequest> =>
  write(desk, async (writing) => {
    const request = await theRequest(writing.db, id);
    requireDecidable(request, desk.who, peopleOf(desk));
    const after = { what: 'it was asked for', on: request.requestedOn };
    requireDay('The decision', ruling.on, { after, today: today(desk) });
    const decided = await decidedAs(desk, writing, request, ruling);
    await decideFundRequest(writing, id, decided);
    return theRequest(writing.db, id);
  });

/** People sign with their name or their initials. */
export const peopleOf = ({ settings: { name, initials } }: Desk) => [[name, initials]];

async function decidedAs(
  desk: Desk,
  writing: Writing,
  request: FundRequest,
  { decision, approved: given, on, note, overBudget }: FundRuling,
): Promise<FundDecision> {
  const by = desk.who;
  if (decision === 'denied') {
    if (!note) throw noteNeeded(request.id);
    return { decision, on, by, approved: 0, note, overBudget: null };
  }
  const approved = given ?? request.amount;
  if (approved > request.amount) throw aboveAsked(request, approved);
  const budget = await budgetOf(desk, writing.db, request.circuit, fiscalYearOf(on, desk.fund));
  const isOver = isAbove(budget, approved);
  if (isOver && !overBudget) throw overTheBudget(request, approved, budget);
  return { decision, on, by, approved, note, overBudget: isOver ? overBudget : null };
}

/** Whether the budget does not reach for so much more; where none was set, nothing is above it. */
export const isAbove = (budget: FundBudget, amount: Cents): boolean => {
  const left = leftOf(budget);
  return left !== null && amount > left;
};

/** Keeps that so much was paid to somebody. Refuses what is not approved, and more than is left of it. */
export const payFromFund = (
  desk: Desk,
  id: FundNumber,
  paid: Omit<FundPayment, 'by'>,
): Promise<FundRequest> =>
  write(desk, async (writing) => {
    const request = await theRequest(writing.db, id);
    requirePayable(request, paid.amount);
    const after = { what: 'it was approved', on: request.decided!.on };
    requireDay('The payment', paid.on, { after, today: today(desk) });
    await addFundPayment(writing, request, { ...paid, by: desk.who });
    return theRequest(writing.db, id);
  });

/** Nothing more is to be paid: what was not is free in the budget again. Refuses a request with nothing left open. */
export const closeFund = (desk: Desk, id: FundNumber, note: string): Promise<FundRequest> =>
  write(desk, async (writing) => {
    const request = await theRequest(writing.db, id);
    if (!isWaiting(request)) throw notNow(request, 'closed');
    requireSaid({ '--note': note });
    await closeFundRequest(writing, id, { on: today(desk), by: desk.who, note });
    return theRequest(writing.db, id);
  });

/** How the budgets of a state fiscal year stand; of one circuit, or of the office’s and all that have one. Refuses a circuit that Missouri does not have. */
export const budgets = (desk: Desk, sfy: number, circuit: number | null): Promise<FundBudget[]> =>
  look(desk, async (db) => {
    if (circuit !== null && !isCircuit(circuit)) throw noSuchCircuit(circuit);
    if (circuit !== null) return [await budgetOf(desk, db, circuit, sfy)];
    return fundBudgets(db, sfy, daysOfFiscalYear(sfy, desk.fund), desk.settings.circuits);
  });

/** The budget that a request is paid from: of the year of its decision, else of `on`, else of the day it was asked for. */
export const budgetFor = (
  desk: Desk,
  { circuit, decided, requestedOn }: FundRequest,
  on: CalendarDate = requestedOn,
): Promise<FundBudget> =>
  look(desk, (db) => budgetOf(desk, db, circuit, fiscalYearOf(decided?.on ?? on, desk.fund)));

/** Sets a budget. Refuses a circuit that Missouri does not have. */
export const setBudget = (
  desk: Desk,
  budget: { circuit: number; sfy: number; amount: Cents },
): Promise<FundBudget> =>
  write(desk, async (writing) => {
    if (!isCircuit(budget.circuit)) throw noSuchCircuit(budget.circuit);
    await setFundBudget(writing, budget);
    return budgetOf(desk, writing.db, budget.circuit, budget.sfy);
  });

export const fiscalYearNow = (desk: Desk): number => fiscalYearOf(today(desk), desk.fund);

const budgetOf = async (desk: Desk, db: Db, circuit: number, sfy: number): Promise<FundBudget> =>
  (await fundBudgets(db, sfy, daysOfFiscalYear(sfy, desk.fund), [circuit])).find(
    (one) => one.circuit === circuit,
  )!;

async function theRequest(db: Db, id: FundNumber): Promise<FundRequest> {
  const request = await fundRequestByNumber(db, id);
  if (request) return request;
  throw new Refusal({
    kind: 'not_found',
    code: 'no_such_fund_request',
    message: `There is no request ${id} to the fund.`,
    hint: 'See them: iis fund list --all',
  });
}

const noteNeeded = (id: FundNumber) =>
  new Refusal({
    kind: 'invalid',
    code: 'note_needed',
    message: `A denial of ${id} needs a note that says why.`,
    hint: 'Add --note "…".',
  });

const aboveAsked = ({ id, amount }: FundRequest, approved: Cents) =>
  new Refusal({
    kind: 'rule',
    code: 'above_asked',
    message: `${dollars(approved)} is more than was asked for with ${id}: ${dollars(amount)}.`,
    hint: 'Approve at most that. What more is needed is a request of its own: iis fund request',
  });

const overTheBudget = ({ id }: FundRequest, approved: Cents, budget: FundBudget) =>
  new Refusal({
    kind: 'rule',
    code: 'over_budget',
    message: `The budget of circuit ${budget.circuit} for SFY${budget.sfy} does not reach for ${dollars(approved)}: ${dollars(leftOf(budget)!)} of ${dollars(budget.budget!)} is left.`,
    hint: `Approve less with --amount, or say why it is approved all the same: iis fund decide ${id} --decision approved --over-budget "…"`,
    details: { leftCents: leftOf(budget), budgetCents: budget.budget },
  });

const noSuchCircuit = (circuit: number) =>
  new Refusal({
    kind: 'invalid',
    code: 'bad_value',
    message: `Missouri has no circuit ${circuit}.`,
    hint: 'See them: iis circuits',
  });
