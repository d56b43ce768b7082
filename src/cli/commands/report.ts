import { nounOf } from '../command.ts';
import { outcomesVerb } from './report/outcomes.ts';
import { yearVerb } from './report/year.ts';

export const reportCommand = nounOf('report', [yearVerb, outcomesVerb]);
