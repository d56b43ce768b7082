// [000] program description: the crisis intervention fund
import { addBusinessDays } from '../business-hours.ts';
import { type FundBook, type FundRequest, stateOf, unpaidOf } from '../fund.ts';
import type { Holidays } from '../holidays.ts';
import { weekdayInWords } from '../in-words.ts';
import { dollars } from '../money.ts';
import type { CalendarDate } from '../time.ts';
import type { DueOffice, Finding } from './due.ts';
import { endOfDay } from './of-tapa.ts';

/** The last day to decide on a request, or to pay what was approved; `null` where nothing waits. */
export function fundDay(
  request: FundRequest,
  { numbers }: FundBook,
  holidays: Holidays,
): CalendarDate | null {
  const { requestedOn, decided } = request;
  switch (stateOf(request)) {
    case 'asked':
      return addBusinessDays(requestedOn, numbers.decideWithin.value, holidays);
    case 'approved':
      return addBusinessDays(decided!.on, numbers.payWithin.value, holidays);
    default:
      return null;
  }
}

/** The number as a rule in words, and where it comes from. */
export const fundRule = ({ numbers }: FundBook, id: 'decideWithin' | 'payWithin') => {
  const { means, value, unit, source } = numbers[id];
  return { rule: `${means} ${value} ${unit}`, source };
};

/** A request is decided on, and what was approved is paid: a crisis does not wait [000]. */
export function fundDue(request: FundRequest, { fund, zone, holidays }: DueOffice): Finding[] {
  const day = fundDay(request, fund, holidays);
  if (day === null) return [];
  const { id, amount, requestedOn, decided } = request;
  const what = request.kind.replaceAll('_', ' ');
  const dueAt = endOfDay(day, zone);
  if (decided === null)
    return [
      {
        kind: 'fund_decide',
        what: 'Decide on a request to the crisis fund',
        dueAt,
        detail: `${dollars(amount)} for ${what}, asked on ${weekdayInWords(requestedOn)}`,
        command: `iis fund decide ${id}`,
        ...fundRule(fund, 'decideWithin'),
      },
    ];
  return [
    {
      kind: 'fund_pay',
      what: 'See that what was approved is paid',
      dueAt,
      detail: `${dollars(unpaidOf(request))} for ${what}, approved on ${weekdayInWords(decided.on)}`,
      command: `iis fund pay ${id}`,
      ...fundRule(fund, 'payWithin'),
    },
  ];
}
