import type { Dossier, ReferralLine } from '../../desk/dossier.ts';
import type { Screened } from '../../desk/screen-referral.ts';
import type { TakenReferral } from '../../desk/take-referral.ts';
import type { EarlierReferral } from '../../records/earlier.ts';
import { familyName, hasCase, type Referral } from '../../rules/referral.ts';
import type { Instant } from '../../rules/time.ts';

/** Domain values as scripts get them: the field names of docs/json.md. */

export const referralJson = (referral: Referral, contactDueAt: Instant) => ({
  id: referral.id,
  status: referral.state.status,
  statusReason: 'reason' in referral.state ? referral.state.reason : null,
  source: referral.source,
  program: referral.program,
  circuit: referral.circuit,
  county: referral.county,
  priority: referral.priority,
  receivedAt: referral.receivedAt,
  contactDueAt,
  family: referral.family,
  submitter: referral.submitter,
  reason: referral.reason,
  servicesProvided: referral.servicesProvided,
  accommodations: referral.accommodations,
  language: referral.language,
  interpreterArranged: referral.interpreterArranged,
  situation: referral.situation,
  divisionInvolvement: referral.divisionInvolvement,
  discussedOn: referral.discussedOn,
  familyAgrees: referral.familyAgrees,
  tapa: referral.tapa,
  tapaWrittenOn: referral.tapaWrittenOn,
  tapaEndedOn: referral.tapaEndedOn,
  obligatory: referral.tapa !== null,
  safetyConcern: referral.safetyConcern,
  hotlineShownAt: referral.hotlineShownAt,
  faces: referral.faces,
  ...(hasCase(referral.state)
    ? {
        case: referral.state.case,
        specialist: referral.state.specialist,
        assignedAt: referral.state.assignedAt,
      }
    : { case: null, specialist: null, assignedAt: null }),
});

const earlierJson = ({ referral, cases, endedAt }: EarlierReferral) => ({
  referral: referral.id,
  status: referral.state.status,
  statusReason: 'reason' in referral.state ? referral.state.reason : null,
  receivedAt: referral.receivedAt,
  endedAt,
  specialist: cases.at(-1)?.specialist ?? null,
});

export const takenJson = (taken: TakenReferral & { contactDueAt: Instant }) => ({
  referral: referralJson(taken.referral, taken.contactDueAt),
  warnings: taken.warnings,
  problems: taken.problems,
  leftovers: taken.leftovers,
  sources: taken.sources.map(({ field, label, text, doubt }) => ({ field, label, text, doubt })),
  origin: taken.origin,
  possibleDuplicates: taken.possibleDuplicates.map(({ score, why, ...earlier }) => ({
    ...earlierJson(earlier),
    family: earlier.referral.family.id,
    familyName: familyName(earlier.referral.family),
    score,
    why,
  })),
  sameFamily: taken.sameFamily.map(earlierJson),
  tellSubmitter: taken.tellSubmitter,
  suggestedProgram: taken.suggestedProgram,
});

export const screenedJson = ({ referral, assessment, warnings }: Screened) => ({
  referral: { id: referral.id, status: referral.state.status },
  screening: {
    result: assessment.result,
    criteria: assessment.criteria.map(({ id, answer, source, note, question }) => ({
      id,
      answer,
      source,
      note,
      question,
    })),
    reasons: assessment.reasons,
    questions: assessment.questions,
    because: assessment.because,
    suggestedProgram: assessment.suggestedProgram,
    suggestion: assessment.suggestion,
  },
  warnings,
});

export const referralLineJson = ({ referral, contactDueAt, ...steps }: ReferralLine) => ({
  ...referralJson(referral, contactDueAt),
  ...steps,
});

export const dossierJson = ({ referral, contactDueAt, sameFamily, source, followUps, ...rest }: Dossier) => ({
  referral: referralJson(referral, contactDueAt),
  ...rest,
  screenings: rest.screenings.map((one) => ({
    ...one,
    criteria: one.criteria.map(({ given, ...counts }) => counts),
  })),
  followUps: followUps.map(({ kind, dueAt, reason, since }) => ({
    referral: referral.id,
    kind,
    dueAt,
    reason,
    since,
  })),
  sameFamily: sameFamily.map(earlierJson),
  intake: source,
});
