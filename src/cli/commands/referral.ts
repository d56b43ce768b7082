import { nounOf } from '../command.ts';
import { addVerb } from './referral/add.ts';
import { editVerb } from './referral/edit.ts';
import { closeVerb, returnVerb, withdrawVerb } from './referral/end.ts';
import { listVerb, showVerb } from './referral/look.ts';
import { screenVerb } from './referral/screen.ts';
import { contactVerb, facesVerb } from './referral/steps.ts';

export const referralCommand = nounOf('referral', [
  addVerb,
  listVerb,
  showVerb,
  editVerb,
  contactVerb,
  screenVerb,
  facesVerb,
  returnVerb,
  withdrawVerb,
  closeVerb,
]);
