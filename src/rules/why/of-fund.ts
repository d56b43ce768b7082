// [000] program description: the crisis intervention fund
import { fundDay, fundRule } from '../due/of-fund.ts';
import {
  type FundBook,
  type FundBudget,
  type FundRequest,
  leftOf,
  paidOf,
  stateOf,
  unpaidOf,
} from '../fund.ts';
import type { Holidays } from '../holidays.ts';
import { dayInWords, weekdayInWords } from '../in-words.ts';
import { dollars } from '../money.ts';
import type { Explanation } from './explanation.ts';

/** How a request to the fund stands, by which rule, and how its budget does. */
export function whyFund(
  request: FundRequest,
  budget: FundBudget,
  { fund, holidays }: { fund: FundBook; holidays: Holidays },
): Explanation {
  const { purpose, approval } = fund.rules;
  const day = fundDay(request, fund, holidays);
  const clock = day && fundRule(fund, request.decided === null ? 'decideWithin' : 'payWithin');
  const left = leftOf(budget);
  return {
    about: 'fund',
    answer: standsInWords(request) + (day ? ` It is due by the end of ${weekdayInWords(day)}.` : ''),
    rule: [purpose.words, approval.words, ...(clock ? [clock.rule] : [])].join('; '),
    facts: {
      kind: request.kind,
      asked: dollars(request.amount),
      askedOn: request.requestedOn,
      askedBy: request.requestedBy,
      approved: request.decided?.decision === 'approved' ? dollars(request.decided.approved) : null,
      decidedOn: request.decided?.on ?? null,
      decidedBy: request.decided?.by ?? null,
      paid: dollars(paidOf(request)),
      circuit: budget.circuit,
      stateFiscalYear: budget.sfy,
      leftInBudget: left === null ? 'no budget is set' : dollars(left),
    },
    source: [...new Set([purpose.source, approval.source, ...(clock ? [clock.source] : [])])].join('; '),
  };
}

function standsInWords(request: FundRequest): string {
  const { id, decided, closed } = request;
  switch (stateOf(request)) {
    case 'asked':
      return `${id} waits for the Division’s decision.`;
    case 'approved':
      return `${id} is approved, and ${dollars(unpaidOf(request))} of it is not paid yet.`;
    case 'paid':
      return `${id} is approved and paid.`;
    case 'denied':
      return `${id} was denied on ${dayInWords(decided!.on)}.`;
    case 'closed':
      return `${id} was closed on ${dayInWords(closed!.on)}: nothing more is paid.`;
  }
}
