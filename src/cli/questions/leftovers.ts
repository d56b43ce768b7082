import { dayInWords } from '../../rules/in-words.ts';
import { languageName } from '../../rules/languages.ts';
import { type Blocker, blockerInWords } from '../../rules/matching.ts';
import type { Bar, LeftOut } from '../../rules/placing.ts';
import type { Session } from '../session.ts';
import { nameSeen, safeText } from '../views/safe-text.ts';
import { dashed } from '../views/wording.ts';
import { type Ask, BACK, type Choice } from './ask.ts';

/** A family without a place: what stands in the way, and what can be done. */
export type Unserved = Pick<LeftOut, 'referral' | 'blockers' | 'next'>;

/** What is to become of a family that the plan leaves out. */
export interface Next {
  fins: boolean;
  fcs: boolean;
  need: string | null;
}

/** Asks what is to come next for a family left out that can be listed or offered FCS [002]. */
export async function askNext(session: Session, family: Unserved, name: string | null): Promise<Next> {
  const ask = await session.ask();
  ask.show(leftOutInWords(session, family, name));
  return nextFor(ask, family);
}

function leftOutInWords(
  { flags, talkLook }: Session,
  { referral, blockers }: Unserved,
  name: string | null,
): string {
  const called = nameSeen(name, flags.private);
  const title = safeText(
    `\n${referral}${called ? `  ${called}` : ''} has no place${blockers.length > 0 ? ':' : '.'}`,
  );
  return [talkLook.bold(title), ...dashed(blockers.filter(isBlocker).map(inWords))].join('\n');
}

const bars: readonly string[] = ['facts_missing', 'stale_review', 'off_list'] satisfies Bar['kind'][];

const isBlocker = (blocker: Blocker | Bar): blocker is Blocker => !bars.includes(blocker.kind);

const inWords = (blocker: Blocker): string => blockerInWords(blocker, languageName, dayInWords);

async function nextFor(ask: Ask, { next }: Unserved): Promise<Next> {
  while (true) {
    const steps = await ask.choose({ message: 'What is next for this family?', choices: choicesFor(next) });
    if (steps === BACK) continue;
    if (!steps.fins) return { ...steps, need: null };
    const need = await ask.text({
      message: 'What does the family need most? (Enter: not known)',
      optional: true,
      back: true,
    });
    if (need !== BACK) return { ...steps, need };
  }
}

function choicesFor(next: LeftOut['next']): Choice<Pick<Next, 'fins' | 'fcs'>>[] {
  const [canList, canOffer] = [next.includes('fins'), next.includes('fcs')];
  return [
    { can: canList, fins: true, fcs: false, label: 'Put it on the FINS list' },
    { can: canOffer, fins: false, fcs: true, label: 'Offer Family Centered Services (FCS)' },
    { can: canList && canOffer, fins: true, fcs: true, label: 'Both: FINS list and FCS offer' },
    { can: true, fins: false, fcs: false, label: 'Leave it as it is' },
  ]
    .filter(({ can }) => can)
    .map(({ fins, fcs, label }) => ({ value: { fins, fcs }, label }));
}
