import { nounOf } from '../command.ts';
import { capacityVerb } from './report/capacity.ts';
import { fundVerb } from './report/fund.ts';
import { outcomesVerb } from './report/outcomes.ts';
import { timelinessVerb } from './report/timeliness.ts';
import { yearVerb } from './report/year.ts';

export const reportCommand = nounOf('report', [
  yearVerb,
  timelinessVerb,
  outcomesVerb,
  fundVerb,
  capacityVerb,
]);
