import * as z from 'zod';
import { fundStates } from '../../../rules/fund.ts';
import {
  caseNumber,
  circuitNumber,
  count,
  day,
  orNull,
  referralNumber,
  specialistCode,
  text,
} from './fields.ts';

const cents = count.meta({ typeInWords: 'cents' });

const payment = z.strictObject({
  amountCents: cents.describe('how much'),
  on: day.describe('when it was paid'),
  payee: text.describe('to whom'),
  by: text.describe('who kept it'),
});

const decision = z.strictObject({
  decision: z.enum(['approved', 'denied']).describe('what was decided'),
  on: day.describe('when'),
  by: text.describe('who decided'),
  approvedCents: cents.describe('how much was approved; 0 where it was denied'),
  note: orNull(text, 'more about it', 'nobody said more'),
  overBudget: orNull(text, 'why it was approved although the budget did not reach', 'the budget reached'),
});

/** A request to the crisis intervention fund. */
export const fundRequest = z
  .strictObject({
    id: text.describe('its number, such as `E26-0003`'),
    referral: referralNumber.describe('the referral'),
    case: caseNumber.describe('the case that was open when it was asked for'),
    specialist: specialistCode.describe('who works the case'),
    family: orNull(text, 'what the family is called; with --private initials', 'nobody is named'),
    circuit: circuitNumber.describe('the circuit whose budget it is paid from'),
    state: z.enum(fundStates).describe('how it stands: `approved` while something is still to be paid'),
    kind: text.describe('the kind of expense'),
    item: orNull(text, 'what exactly it is for', 'the kind says it'),
    amountCents: cents.describe('how much is asked for'),
    why: text.describe('why it would avert the removal of a child'),
    tried: text.describe('which other resources were tried'),
    requestedOn: day.describe('when it was asked for'),
    requestedBy: text.describe('who asked'),
    decision: orNull(decision, 'the decision of the Division', 'it is not decided yet'),
    payments: z.array(payment).describe('what was paid, first to last'),
    paidCents: cents.describe('how much was paid in all'),
    unpaidCents: cents.describe('how much may still be paid'),
    closed: orNull(
      z.strictObject({
        on: day.describe('when'),
        by: text.describe('who said it'),
        note: text.describe('why'),
      }),
      'that nothing more is to be paid',
      'nobody said so',
    ),
  })
  .meta({ title: 'fund request' });

/** What the fund has for a circuit and year. */
export const fundBudget = z
  .strictObject({
    circuit: circuitNumber.describe('the circuit'),
    sfy: z.int().describe('the state fiscal year, by the year in which it ends'),
    budgetCents: orNull(cents, 'the budget', 'none was set'),
    approvedCents: cents.describe(
      'approved in the year, paid or still to be paid; what was let go is not in it',
    ),
    paidCents: cents.describe('how much of that was paid'),
    undecidedCents: cents.describe('asked for in the year and not decided'),
    leftCents: orNull(z.int(), 'what is left; less than 0 where more was approved', 'no budget was set'),
  })
  .meta({ title: 'fund budget' });

/** The answer of a command that shows or changes a request. */
export const changedFund = z.strictObject({
  request: fundRequest.describe('the request as it stands'),
  budget: fundBudget.describe('the budget that it is paid from'),
});
