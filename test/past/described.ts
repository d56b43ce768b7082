/** What a past is described with: days as `2020-07-01`, moments as `2020-07-01T15:00:00Z`. What is left out is usual. */

export interface PastReferral {
  receivedAt: string;
  /** `division`; `null`: not known. */
  source?: 'division' | 'community' | null;
  /** 13, or that of the county. */
  circuit?: number | null;
  /** The first of the circuit. */
  county?: string | null;
  /** `IIS` */
  program?: string;
  /** That of the last review, else `high`. */
  priority?: 'imminent' | 'high' | 'moderate' | null;
  situation?: string | null;
  language?: string | null;
  interpreter?: boolean;
  safetyConcern?: boolean;
  tapa?: true | { on: string; writtenOn?: string; endedOn?: string };
  /** Whether it was keyed into FACES: on the day of receipt, or on another. */
  faces?: boolean | string;
  /** So many, or the age of each when the referral came; 1. */
  children?: number | readonly (number | null)[];
  /** Referrals with the same word are of the same family. */
  family?: string;
  contactedAt?: string;
  /** Attempts and contacts beside it. */
  contacts?: readonly { at: string; outcome: 'reached' | 'no_answer' | 'message' }[];
  /** Usual: one at the first denial, stay on the list, offer of FCS or case, with the result that led there. */
  screenings?: readonly {
    at: string;
    result: 'eligible' | 'not_eligible' | 'needs_information';
    reason?: string;
  }[];
  /** Usual: one where a family was found not eligible, or is listed or offered FCS while eligible. A case that was declined always has its own. */
  denials?: readonly PastDenial[];
  cases?: readonly PastCase[];
  fins?: readonly PastStay[];
  fcs?: readonly { on: string; answer?: 'accepted' | 'declined'; answeredOn?: string }[];
  /** How it ended without a service. */
  ended?: { status: 'returned' | 'withdrawn' | 'closed'; at: string; reason?: string };
}

export interface PastDenial {
  at: string;
  /** `no_opening` */
  reason?: string;
  /** The day on which it was keyed into FACES. */
  facesOn?: string;
}

/** Its place is the lowest that is free. With a start or an end the family was accepted. */
export interface PastCase {
  /** Without one, the first of the circuit’s own (`s13-iis-1`, …) with a free place; more are taken on as needed. */
  specialist?: string;
  assignedAt: string;
  /** Where the service started: four hours after the assignment, or then. */
  seenAt?: string;
  /** The day of the first visit. */
  startedOn?: string;
  /** As late as the policy allows. */
  endsOn?: string;
  closedOn?: string;
  /** When the closing was noted: in the afternoon of that day. */
  closedAt?: string;
  /** `goals_met` */
  endReason?: string;
  /** `true` */
  intact?: boolean;
  /** Confirmed during the service; `null`, as usual: not known. */
  abuse?: boolean | null;
  /** For all children, or one each; `home`, or `foster_care` where the family is not intact. */
  whereabouts?: string | readonly string[];
  declined?: { at: string; reason: string; minutes?: number; facesOn?: string };
  givenBack?: { at: string; reason?: string };
  events?: readonly { kind: 'unsafe' | 'placed' | 'home' | 'visit'; on: string; settledOn?: string }[];
  /** On the first day on which it could be made; reached, with neither. */
  followUps?: readonly {
    months: number;
    on?: string;
    reached?: boolean;
    abuse?: boolean;
    placed?: boolean;
    placedOn?: string;
  }[];
  extensions?: readonly { until: string; at: string }[];
  transfers?: readonly { to: string; at: string }[];
  fund?: readonly PastFundRequest[];
}

/** A stay on the FINS list. It ends with a case or with the referral, where these come first. */
export interface PastStay {
  addedAt: string;
  need?: string;
  reviews?: readonly {
    at: string;
    priority?: 'imminent' | 'high' | 'moderate';
    decision?: 'keep' | 'match' | 'fcs';
  }[];
  removed?: { at: string; reason: string };
}

/** Amounts in whole cents. */
export interface PastFundRequest {
  kind: string;
  item?: string;
  amount: number;
  requestedOn: string;
  /** Approved of it; 0: denied; without: not decided. */
  approved?: number;
  decidedOn?: string;
  overBudget?: string;
  payments?: readonly { amount: number; on: string }[];
  closedOn?: string;
}

export interface PastSpecialist {
  code: string;
  name?: string;
  agency?: string | null;
  supervisor?: string | null;
  program?: string;
  circuits?: readonly number[];
  counties?: readonly string[];
  languages?: readonly string[];
  takes?: readonly string[];
  addedAt?: string;
  endedOn?: string;
  leaves?: readonly { from: string; until: string }[];
}
