import type { Desk } from '../desk/desk.ts';
import { referralLines } from '../desk/dossier.ts';
import { resolveReferral } from '../desk/name-referral.ts';
import { familyName, openStatuses, statusInWords } from '../rules/referral.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';
import { initials } from './views/safe-text.ts';

/** The referral that is meant. Where none is named, a terminal offers the open ones. */
export async function whichReferral(
  session: Session,
  desk: Desk,
  what: string | undefined,
): Promise<ReferralNumber> {
  if (what !== undefined) return resolveReferral(desk, what);
  if (!session.canAsk) needFlags(['REFERRAL'], 'Name the referral, such as R26-0042 or 42.');
  const lines = await referralLines(desk, { statuses: [...openStatuses, 'assigned', 'accepted'] });
  if (lines.length === 0) needFlags(['REFERRAL'], 'There is no open referral. Take one in: iis referral add');
  const shownName = (name: string | null) =>
    name === null ? 'no name' : session.flags.private ? initials(name) : name;
  const ask = await session.ask();
  const chosen = await ask.choose({
    message: 'Which referral?',
    search: true,
    choices: lines.map(({ referral }) => ({
      value: referral.id,
      label: `${referral.id}  ${shownName(familyName(referral.family))}  (${statusInWords[referral.state.status]})`,
    })),
  });
  return chosen as ReferralNumber;
}
