import { familiesServed } from '../records/case-file.ts';
import { takenOnAt } from '../records/specialists.ts';
import { waitingFamilies } from '../records/waiting.ts';
import type { CaseFile } from '../rules/case/case.ts';
import { bringsHome } from '../rules/case/policy.ts';
import { openEvents } from '../rules/case/standing.ts';
import { needsFcs } from '../rules/due/of-list.ts';
import type { FundNumber } from '../rules/fund.ts';
import { type Program, programOf } from '../rules/policy.ts';
import { codesNotForFaces } from '../rules/reasons.ts';
import { hasCase } from '../rules/referral.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Specialist } from '../rules/specialist.ts';
import type { TapaNumber } from '../rules/tapa.ts';
import { isSameName, type Training } from '../rules/training.ts';
import {
  type Asked,
  type Explanation,
  type ReferralTopic,
  referralTopics,
} from '../rules/why/explanation.ts';
import { whyAfter, whyEvent, whyHome, whyService, whyStaffing, whyVisit } from '../rules/why/of-case.ts';
import { whyNotedTapa, whyReview, whyTapa } from '../rules/why/of-clocks.ts';
import { whyFund } from '../rules/why/of-fund.ts';
import { type CaseKept, whyMatch, whyRank } from '../rules/why/of-placing.ts';
import { whyContact, whyEligible, whyFaces } from '../rules/why/of-referral.ts';
import { asksForFamilies, whyFamilies, whyOpenings, whyTraining } from '../rules/why/of-specialist.ts';
import { whyDue, whyFcs, whyFollowUp, whySafety } from '../rules/why/of-what-follows.ts';
import type { ReferralNumber, SpecialistCode } from '../rules/words.ts';
import { dateIn, monthsLater } from '../rules/zone.ts';
import { caseFile } from './case/look.ts';
import { type Desk, look, reviewRules, today } from './desk.ts';
import { type Dossier, dossier } from './dossier.ts';
import { dueNow } from './due.ts';
import { finsList } from './fins-list.ts';
import { budgetFor, fundCalled } from './fund.ts';
import { planFor } from './match.ts';
import { sinceLastLook } from './since-last-look.ts';
import type { SpecialistToday } from './specialist-list.ts';
import { tapaCalled } from './tapas.ts';
import { trainings } from './training.ts';

export { type Explanation, type ReferralTopic, referralTopics };

/** Why a referral stands as it does: by the topic that is asked for, or by each that concerns it. */
export async function whyReferral(
  desk: Desk,
  id: ReferralNumber,
  topic: ReferralTopic | null,
): Promise<Explanation[]> {
  const found = await dossier(desk, id);
  const last = found.cases.at(-1);
  const known = { ...found, lastCase: last ? await caseFile(desk, last.id) : null };
  const explanations: Explanation[] = [];
  for (const each of topic === null ? topicsOf(desk, known) : [topic])
    explanations.push(await explained(desk, known, each));
  return explanations;
}

/** A dossier with all that is known of the last case. */
type Known = Dossier & { lastCase: CaseFile | null };

/** What is not about this referral would only be noise, unless it is asked for. */
function topicsOf({ programs }: Desk, known: Known): ReferralTopic[] {
  const { referral, fcs, followUps, lastCase } = known;
  const { state, tapa } = referral;
  const isPlaced = hasCase(state);
  const concerns: Record<ReferralTopic, boolean> = {
    contact: true,
    eligible: true,
    rank: state.status === 'eligible',
    match: state.status === 'eligible' || isPlaced,
    visit: isPlaced,
    service: isPlaced,
    event: lastCase !== null && openEvents(lastCase).length > 0,
    staffing: isPlaced && (lastCase?.staffings.length ?? 0) > 0,
    home: isPlaced && bringsHome(programOf(programs, referral.program)),
    after: lastCase?.closedOn != null,
    review: isListed(known),
    fcs: fcs.length > 0 || needsFcs(state.status),
    follow_up: followUps.length > 0,
    safety: referral.safetyConcern === true,
    tapa: tapa !== null,
    faces: true,
  };
  return referralTopics.filter((topic) => concerns[topic]);
}

async function explained(desk: Desk, known: Known, topic: ReferralTopic): Promise<Explanation> {
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
      return whyVisit(referral, known.lastCase, asked);
    case 'service':
      return whyService(referral, known.lastCase, asked);
    case 'event':
      return whyEvent(referral, known.lastCase);
    case 'staffing':
      return whyStaffing(referral, known.lastCase);
    case 'home':
      return whyHome(referral, known.lastCase, asked);
    case 'after':
      return whyAfter(referral, known.lastCase, asked);
    case 'review':
      return whyReview(referral, await stayOf(desk, referral.id), asked);
    case 'fcs':
      return whyFcs(referral, { offers: known.fcs, isListed: isListed(known) }, asked);
    case 'follow_up':
      // Where no reason asks for anything, who asks means the family of the closed case.
      if (known.followUps.length === 0 && known.lastCase?.closedOn)
        return whyAfter(referral, known.lastCase, asked);
      return whyFollowUp(referral, { follows: known.followUps, book: desk.reasons }, asked);
    case 'safety':
      return whySafety(referral, asked);
    case 'tapa':
      return whyTapa(referral, asked);
    case 'faces':
      return whyFaces(referral, known.denials, codesNotForFaces(desk.reasons));
  }
}

const isListed = ({ fins }: Dossier): boolean => fins.some(({ removed }) => removed === null);

/** A referral has one open case at most, and it is the last. */
const openCase = ({ lastCase }: Known): CaseKept | null => (lastCase?.endedAt === null ? lastCase : null);

async function stayOf(desk: Desk, id: ReferralNumber) {
  const { lines } = await finsList(desk);
  const at = lines.findIndex(({ referral }) => referral === id);
  if (at < 0) return null;
  const changes = await sinceLastLook(desk, id);
  return { family: lines[at]!, place: at + 1, of: lines.length, changes };
}

/**
 * Why a specialist has the openings that they have, and where the program asks for it, whether they serve families
 * enough, and the training of them and their supervisor.
 */
export async function whySpecialist(desk: Desk, one: SpecialistToday): Promise<Explanation[]> {
  const program = programOf(desk.programs, one.specialist.program);
  return [
    whyOpenings(one, program),
    ...(asksForFamilies(program) ? [await whyFamiliesOf(desk, one.specialist.code, program)] : []),
    ...(await trainingAskedOf(desk, one.specialist)).map(whyTraining),
  ];
}

async function whyFamiliesOf(desk: Desk, code: SpecialistCode, program: Program): Promise<Explanation> {
  const yearAgo = monthsLater(today(desk), -12);
  const { takenOn, families } = await look(desk, async (db) => ({
    takenOn: dateIn(await takenOnAt(db, code), desk.settings.zone),
    families: await familiesServed(db, code, yearAgo),
  }));
  const isYear = takenOn <= yearAgo;
  return whyFamilies(code, { families, since: isYear ? yearAgo : takenOn, isYear }, program);
}

const trainingAskedOf = async (desk: Desk, { code, program, supervisor }: Specialist): Promise<Training[]> =>
  (await trainings(desk)).filter(
    (training) =>
      training.program === program &&
      training.requiredMinutes !== null &&
      (training.specialist === code ||
        (training.role === 'supervisor' && isSameName(supervisor, training.name))),
  );

/** What a TAPA that was noted before its referral obliges to, and its days. Refuses a number that none has. */
export const whyTapaOf = async (desk: Desk, id: TapaNumber): Promise<Explanation[]> => [
  whyNotedTapa(await tapaCalled(desk, id), { ...reviewRules(desk), now: desk.now }),
];

/** How a request to the crisis fund stands, and why. Refuses a number that none has. */
export const whyFundOf = async (desk: Desk, id: FundNumber): Promise<Explanation[]> => {
  const request = await fundCalled(desk, id);
  return [whyFund(request, await budgetFor(desk, request), desk)];
};

/** Why interviews that were begun are on the sheet; refuses where there is none, or not that one. */
export async function whyDrafts(desk: Desk, number: string | undefined): Promise<Explanation[]> {
  const drafts = (await dueNow(desk)).filter(({ kind }) => kind === 'draft');
  const wanted = drafts.filter(({ id }) => number === undefined || id === `draft ${number}`);
  if (wanted.length > 0) return wanted.map(whyDue);
  throw new Refusal({
    kind: 'not_found',
    code: 'no_such_draft',
    message:
      number === undefined
        ? 'No interview was left unfinished.'
        : `There is no draft ${number.slice(0, 20)}.`,
    hint: 'See what is due: iis today',
  });
}
