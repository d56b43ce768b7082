import { nounOf } from '../command.ts';
import { yearVerb } from './report/year.ts';

export const reportCommand = nounOf('report', [yearVerb]);
