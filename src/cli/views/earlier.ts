import type { EarlierReferral } from '../../records/earlier.ts';
import { shortDay } from '../../rules/in-words.ts';
import { reasonInWords } from '../../rules/reasons.ts';
import { statusInWords } from '../../rules/referral.ts';
import type { Instant } from '../../rules/time.ts';
import { dateIn } from '../../rules/zone.ts';
import type { Wording } from './wording.ts';

/** What became of a referral: `withdrawn Oct 9 – family moved away; received Oct 2; specialist ana, until Oct 9`. */
export function outcomeInWords(
  { referral, cases, endedAt }: EarlierReferral,
  { now, zone, reasons }: Wording,
): string {
  const { state, receivedAt } = referral;
  const on = (at: Instant): string => shortDay(dateIn(at, zone), dateIn(now, zone));
  const because =
    'reason' in state && state.reason ? ` – ${reasonInWords(reasons, state.reason).toLowerCase()}` : '';
  return [
    `${statusInWords[state.status]}${endedAt ? ` ${on(endedAt)}` : ''}${because}`,
    `received ${on(receivedAt)}`,
    ...cases.map(
      ({ specialist, endedAt: until }) =>
        `specialist ${specialist}${until ? `, until ${on(until as Instant)}` : ''}`,
    ),
  ].join('; ');
}
