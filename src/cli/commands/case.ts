import { nounOf } from '../command.ts';
import {
  extendVerb,
  goalVerb,
  homeVerb,
  hoursVerb,
  placedVerb,
  settleVerb,
  staffingVerb,
  transferVerb,
  unsafeVerb,
  visitVerb,
} from './case/during.ts';
import { abuseVerb, closeVerb, followUpVerb, reopenVerb } from './case/ending.ts';
import { acceptVerb, declineVerb, seenVerb } from './case/first-steps.ts';
import { listVerb, showVerb } from './case/look.ts';

export const caseCommand = nounOf('case', [
  listVerb,
  showVerb,
  seenVerb,
  acceptVerb,
  declineVerb,
  goalVerb,
  hoursVerb,
  staffingVerb,
  unsafeVerb,
  placedVerb,
  settleVerb,
  visitVerb,
  homeVerb,
  extendVerb,
  transferVerb,
  closeVerb,
  abuseVerb,
  reopenVerb,
  followUpVerb,
]);
