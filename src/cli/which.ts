import type { Desk } from '../desk/desk.ts';
import { type ReferralLine, referralLines } from '../desk/dossier.ts';
import { resolveReferral } from '../desk/name-referral.ts';
import { familyName, openStatuses, type ReferralStatus } from '../rules/referral.ts';
import { type NamedFamily, Refusal } from '../rules/refusal.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { familyInWords } from './failure.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';
import { nameSeen } from './views/safe-text.ts';

/** Which referrals are offered where none is named. */
export interface Offered {
  statuses?: readonly ReferralStatus[];
  /** Those for which the command can do something. */
  can(line: ReferralLine): boolean | Promise<boolean>;
  /** Said where there are none. */
  none: string;
}

const openOnes: Offered = {
  statuses: [...openStatuses, 'assigned', 'accepted'],
  can: () => true,
  none: 'There is no open referral. Take one in: iis referral add',
};

/**
 * The referral that is meant by its number or by anything that finds one. Where several fit, or one only nearly, a terminal
 * offers them; where none is named, the open ones, or those that are `offered`.
 */
export async function whichReferral(
  session: Session,
  desk: Desk,
  what: string | undefined,
  offered: Offered = openOnes,
): Promise<ReferralNumber> {
  if (what !== undefined) return referralMeant(session, desk, what);
  if (!session.canAsk) needFlags(['REFERRAL'], 'Name the referral, such as R26-0042 or 42.');
  const lines = await offeredLines(desk, offered);
  if (lines.length === 0) needFlags(['REFERRAL'], offered.none);
  const ask = await session.ask();
  const chosen = await ask.choose({
    message: 'Which referral?',
    search: true,
    choices: lines.map(({ referral }) => ({
      value: referral.id,
      label: label(session, {
        referral: referral.id,
        name: familyName(referral.family),
        status: referral.state.status,
      }),
    })),
  });
  return chosen as ReferralNumber;
}

async function offeredLines(desk: Desk, { statuses, can }: Offered): Promise<ReferralLine[]> {
  const lines = await referralLines(desk, statuses ? { statuses } : {});
  const able = await Promise.all(lines.map(can));
  return lines.filter((_, i) => able[i]);
}

/** As `whichReferral`, where something was said. */
export async function referralMeant(session: Session, desk: Desk, what: string): Promise<ReferralNumber> {
  try {
    return await resolveReferral(desk, what);
  } catch (error) {
    const families = error instanceof Refusal ? (error.facts.families ?? []) : [];
    if (!session.canAsk || families.length === 0) throw error;
    const ask = await session.ask();
    const chosen = await ask.choose<ReferralNumber | null>({
      message: `Which one do you mean by “${what.slice(0, 40)}”?`,
      choices: [
        ...families.map((family) => ({ value: family.referral, label: label(session, family) })),
        { value: null, label: 'None of these' },
      ],
    });
    if (typeof chosen === 'string') return chosen;
    throw error;
  }
}

const label = ({ flags }: Session, { name, ...family }: NamedFamily): string =>
  familyInWords({ ...family, name: nameSeen(name, flags.private) });
