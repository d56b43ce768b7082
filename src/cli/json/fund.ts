import { type FundBudget, type FundRequest, leftOf, paidOf, stateOf, unpaidOf } from '../../rules/fund.ts';

export const fundRequestJson = (request: FundRequest) => ({
  id: request.id,
  referral: request.referral,
  case: request.case,
  specialist: request.specialist,
  family: request.family,
  circuit: request.circuit,
  state: stateOf(request),
  kind: request.kind,
  item: request.item,
  amountCents: request.amount,
  why: request.why,
  tried: request.tried,
  requestedOn: request.requestedOn,
  requestedBy: request.requestedBy,
  decision: request.decided && {
    decision: request.decided.decision,
    on: request.decided.on,
    by: request.decided.by,
    approvedCents: request.decided.approved,
    note: request.decided.note,
    overBudget: request.decided.overBudget,
  },
  payments: request.payments.map(({ amount, on, payee, by }) => ({ amountCents: amount, on, payee, by })),
  paidCents: paidOf(request),
  unpaidCents: unpaidOf(request),
  closed: request.closed,
});

export const budgetJson = (budget: FundBudget) => ({
  circuit: budget.circuit,
  sfy: budget.sfy,
  budgetCents: budget.budget,
  approvedCents: budget.committed,
  paidCents: budget.paid,
  undecidedCents: budget.asked,
  leftCents: leftOf(budget),
});

export const changedFundJson = ({ request, budget }: { request: FundRequest; budget: FundBudget }) => ({
  request: fundRequestJson(request),
  budget: budgetJson(budget),
});
