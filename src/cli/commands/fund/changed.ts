import type { Desk } from '../../../desk/desk.ts';
import { budgetFor } from '../../../desk/fund.ts';
import type { FundBudget, FundRequest } from '../../../rules/fund.ts';
import { changedFundJson } from '../../json/fund.ts';
import { type Answer, answer } from '../../session.ts';
import { paragraph } from '../../views/card.ts';
import { budgetInWords } from '../../views/fund.ts';

export interface ChangedFund {
  request: FundRequest;
  budget: FundBudget;
}

/** The answer of a step that changed a request: what was done, and what is left in the budget. */
export async function fundAnswer(desk: Desk, request: FundRequest, sentence: string): Promise<Answer> {
  const changed: ChangedFund = { request, budget: await budgetFor(desk, request) };
  return answer(
    { ...changed, sentence },
    {
      json: changedFundJson,
      show: (value, look) => paragraph(`${value.sentence}\n${budgetInWords(value.budget)}`, look),
    },
  );
}
