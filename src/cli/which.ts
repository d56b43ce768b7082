import type { Desk } from '../desk/desk.ts';
import { referralLines } from '../desk/dossier.ts';
import { resolveReferral } from '../desk/name-referral.ts';
import { familyName, openStatuses } from '../rules/referral.ts';
import { type NamedFamily, Refusal } from '../rules/refusal.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { familyInWords } from './failure.ts';
import { needFlags } from './flags.ts';
import type { Session } from './session.ts';
import { initials } from './views/safe-text.ts';

/**
 * The referral that is meant by its number or by anything that finds one. Where several fit, or one only nearly, a terminal
 * offers them; where none is named, the open ones.
 */
export async function whichReferral(
  session: Session,
  desk: Desk,
  what: string | undefined,
): Promise<ReferralNumber> {
  if (what !== undefined) return referralMeant(session, desk, what);
  if (!session.canAsk) needFlags(['REFERRAL'], 'Name the referral, such as R26-0042 or 42.');
  const lines = await referralLines(desk, { statuses: [...openStatuses, 'assigned', 'accepted'] });
  if (lines.length === 0) needFlags(['REFERRAL'], 'There is no open referral. Take one in: iis referral add');
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
  familyInWords({ ...family, name: name && flags.private ? initials(name) : name });
