import {
  type FundBook,
  type FundBudget,
  type FundPayment,
  type FundRequest,
  kindInWords,
  leftOf,
  paidOf,
  stateOf,
  unpaidOf,
} from '../../rules/fund.ts';
import { dayInWords, shortDay } from '../../rules/in-words.ts';
import { dollars } from '../../rules/money.ts';
import type { CalendarDate } from '../../rules/time.ts';
import { dateIn } from '../../rules/zone.ts';
import { type CardLine, drawCard } from './card.ts';
import type { Look } from './look.ts';
import { type Column, drawTable } from './table.ts';
import { counted, type Wording } from './wording.ts';

const columns: Column[] = [
  { title: 'Request', needed: 10 },
  { title: 'Family', needed: 9 },
  { title: 'For', needed: 8 },
  { title: 'Asked', needed: 9, align: 'right' },
  { title: 'Approved', needed: 6, align: 'right' },
  { title: 'Paid', needed: 5, align: 'right' },
  { title: 'Stands', needed: 9, wrap: true },
  { title: 'Circuit', needed: 3, align: 'right' },
  { title: 'Asked by', needed: 2 },
];

type FundWording = Wording & { fund: FundBook };

/** Requests to the fund, first to last. */
export function fundTable(
  all: readonly FundRequest[],
  look: Look,
  wording: FundWording,
  isAll: boolean,
): string {
  if (all.length === 0)
    return isAll ? 'Nothing was asked of the fund.' : 'No request waits for a decision or a payment.';
  const table = drawTable({ columns, rows: all.map((request) => row(request, wording)) }, look);
  return [table, '', counted(all.length, 'request')].join('\n');
}

function row(request: FundRequest, { fund, now, zone }: FundWording): string[] {
  const { id, family, kind, amount, decided, circuit, requestedBy } = request;
  return [
    id,
    family ?? 'not named',
    kindInWords(fund, kind),
    dollars(amount),
    decided?.decision === 'approved' ? dollars(decided.approved) : '',
    paidOf(request) > 0 ? dollars(paidOf(request)) : '',
    standing(request, dateIn(now, zone)),
    String(circuit),
    requestedBy,
  ];
}

function standing(request: FundRequest, today: CalendarDate): string {
  const { decided, requestedOn, closed, payments } = request;
  switch (stateOf(request)) {
    case 'asked':
      return `to decide, asked ${shortDay(requestedOn, today)}`;
    case 'approved':
      return `to pay, approved ${shortDay(decided!.on, today)}`;
    case 'paid':
      return `paid ${shortDay(payments.at(-1)!.on, today)}`;
    case 'denied':
      return `denied ${shortDay(decided!.on, today)}`;
    case 'closed':
      return `closed ${shortDay(closed!.on, today)}`;
  }
}

/** Everything that is kept of one request. */
export function fundCard(
  { request, budget }: { request: FundRequest; budget: FundBudget },
  look: Look,
  fund: FundBook,
): string {
  const { id, family, referral, case: number, specialist, closed, decided, payments } = request;
  const asked: CardLine[] = [
    ['Family', `${family ?? 'not named'}, ${referral}`],
    ['Case', `${number}, ${specialist}`],
    ['For', [kindInWords(fund, request.kind), request.item].filter(Boolean).join(': ')],
    ['Asked', `${dollars(request.amount)} on ${dayInWords(request.requestedOn)} by ${request.requestedBy}`],
    ['Why', request.why],
    ['Tried', request.tried],
  ];
  const more: CardLine[] = [
    ...(decided === null ? [] : decisionLines(request)),
    ...payments.map(paymentLine),
    ...(unpaidOf(request) > 0 ? [['To pay', dollars(unpaidOf(request))] as const] : []),
    ...(closed ? [['Closed', `${dayInWords(closed.on)} by ${closed.by}: ${closed.note}`] as const] : []),
    ['Budget', budgetInWords(budget)],
  ];
  return drawCard(`${id}  ${stateOf(request)}`, [{ lines: [...asked, ...more] }], look);
}

function decisionLines({ decided }: FundRequest): CardLine[] {
  const { decision, on, by, approved, note, overBudget } = decided!;
  const how = `${decision === 'approved' ? dollars(approved) : 'nothing'} on ${dayInWords(on)} by ${by}`;
  return [
    [decision === 'approved' ? 'Approved' : 'Denied', how],
    ...(note ? [['Note', note] as const] : []),
    ...(overBudget ? [['Over budget', overBudget] as const] : []),
  ];
}

const paymentLine = ({ amount, on, payee, by }: FundPayment): CardLine => [
  'Paid',
  `${dollars(amount)} on ${dayInWords(on)} to ${payee}, kept by ${by}`,
];

/** `Circuit 13, SFY2027: $4,587.50 of $5,000.00 is left.` */
export function budgetInWords(budget: FundBudget): string {
  const of = `Circuit ${budget.circuit}, SFY${budget.sfy}`;
  const left = leftOf(budget);
  if (left === null)
    return `${of}: no budget is set; ${dollars(budget.committed)} is approved. Set it: iis fund budget`;
  const all = dollars(budget.budget!);
  return left < 0
    ? `${of}: ${dollars(-left)} over the budget of ${all}.`
    : `${of}: ${dollars(left)} of ${all} is left.`;
}

const budgetColumns: Column[] = [
  { title: 'Circuit', needed: 9, align: 'right' },
  { title: 'Budget', needed: 9, align: 'right' },
  { title: 'Approved', needed: 8, align: 'right' },
  { title: 'of it paid', needed: 7, align: 'right' },
  { title: 'Left', needed: 9, align: 'right' },
  { title: 'Not decided', needed: 6, align: 'right' },
];

/** The budgets of a state fiscal year with what is left of them. */
export function budgetTable(all: readonly FundBudget[], look: Look, sfy: number): string {
  const title = look.bold(`Crisis intervention fund, SFY${sfy}`);
  const none = `${title}\nNo budget is set. Set one: iis fund budget --circuit 13 --amount 5000`;
  if (all.length === 0) return none;
  const rows = all.map((budget) => {
    const left = leftOf(budget);
    return [
      String(budget.circuit),
      budget.budget === null ? 'not set' : dollars(budget.budget),
      dollars(budget.committed),
      dollars(budget.paid),
      left === null ? '' : left < 0 ? look.red(`${dollars(-left)} OVER`) : dollars(left),
      dollars(budget.asked),
    ];
  });
  return [title, drawTable({ columns: budgetColumns, rows }, look)].join('\n');
}
