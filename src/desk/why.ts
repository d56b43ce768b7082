import { waitingFamilies } from '../records/waiting.ts';
import { programOf } from '../rules/policy.ts';
import { hasCase } from '../rules/referral.ts';
import {
  type Asked,
  type Explanation,
  type ReferralTopic,
  referralTopics,
} from '../rules/why/explanation.ts';
import { type CaseKept, whyReview, whyService, whyTapa, whyVisit } from '../rules/why/of-clocks.ts';
import { whyMatch, whyRank } from '../rules/why/of-placing.ts';
import { whyContact, whyEligible, whyFaces } from '../rules/why/of-referral.ts';
import { whyOpenings } from '../rules/why/of-specialist.ts';
import type { ReferralNumber } from '../rules/words.ts';
import { type Desk, look, reviewRules } from './desk.ts';
import { type Dossier, dossier } from './dossier.ts';
import { finsList } from './fins-list.ts';
import { planFor } from './match.ts';
import { sinceLastLook } from './since-last-look.ts';
import type { SpecialistToday } from './specialist-list.ts';

export { type Explanation, type ReferralTopic, referralTopics };

/** Why a referral stands as it does: by the topic that is asked for, or by each that concerns it. */
export async function whyReferral(
  desk: Desk,
  id: ReferralNumber,
  topic: ReferralTopic | null,
): Promise<Explanation[]> {
  const known = await dossier(desk, id);
  const explanations: Explanation[] = [];
  for (const each of topic === null ? topicsOf(known) : [topic])
    explanations.push(await explained(desk, known, each));
  return explanations;
}

/** What is not about this referral would only be noise, unless it is asked for. */
function topicsOf({ referral, fins }: Dossier): ReferralTopic[] {
  const { state, tapa } = referral;
  const isPlaced = hasCase(state);
  const concerns: Record<ReferralTopic, boolean> = {
    contact: true,
    eligible: true,
    rank: state.status === 'eligible',
    match: state.status === 'eligible' || isPlaced,
    visit: isPlaced,
    service: isPlaced,
    review: fins.some(({ removed }) => removed === null),
    tapa: tapa !== null,
    faces: true,
  };
  return referralTopics.filter((topic) => concerns[topic]);
}

async function explained(desk: Desk, known: Dossier, topic: ReferralTopic): Promise<Explanation> {
  const { referral } = known;
  const asked: Asked = { ...reviewRules(desk), now: desk.now };
  switch (topic) {
    case 'contact':
      return whyContact(referral, known.contacts, asked);
    case 'eligible':
      return whyEligible(
        referral,
        known.screenings.filter(({ program }) => program === referral.program).at(-1) ?? null,
      );
    case 'rank':
      return whyRank(referral, await look(desk, (db) => waitingFamilies(db, referral.program)));
    case 'match': {
      const isWaiting = referral.state.status === 'eligible';
      const plan = isWaiting ? await planFor(desk, { only: null, program: referral.program }) : null;
      return whyMatch(referral, { plan, open: openCase(known), zone: asked.zone });
    }
    case 'visit':
      return whyVisit(referral, openCase(known), asked);
    case 'service':
      return whyService(referral, openCase(known), asked);
    case 'review':
      return whyReview(referral, await stayOf(desk, referral.id), asked);
    case 'tapa':
      return whyTapa(referral, asked);
    case 'faces':
      return whyFaces(referral, known.denials);
  }
}

const openCase = ({ cases }: Dossier): CaseKept | null =>
  (cases.find(({ endedAt }) => endedAt === null) as CaseKept | undefined) ?? null;

async function stayOf(desk: Desk, id: ReferralNumber) {
  const { lines } = await finsList(desk);
  const at = lines.findIndex(({ referral }) => referral === id);
  if (at < 0) return null;
  const changes = await sinceLastLook(desk, id);
  return { family: lines[at]!, place: at + 1, of: lines.length, changes };
}

/** Why a specialist has the openings that they have. */
export const whySpecialist = (desk: Desk, one: SpecialistToday): Explanation[] => [
  whyOpenings(one, programOf(desk.programs, one.specialist.program)),
];
