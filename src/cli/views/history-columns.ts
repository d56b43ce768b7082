import type { SubjectNames } from '../../records/subject-names.ts';
import type { EventKind } from '../../rules/case/case.ts';
import { type Settings, settingLabels } from '../../rules/settings.ts';
import { eventsInWords } from './case-words.ts';

/** How a value of a column is put in words. */
export type ValueKind =
  | 'text'
  | 'quote'
  | 'word'
  | 'flag'
  | 'mark'
  | 'moment'
  | 'day'
  | 'birth'
  | 'phone'
  | 'cents'
  | 'list'
  | 'language'
  | 'languages'
  | 'reason'
  | 'referral'
  | 'specialist'
  | 'family'
  | 'setting'
  | 'minutes';

type Row = Readonly<Record<string, unknown>>;

/** What a table is called on the screen, and its columns in words; a column that is not named says nothing to people. */
export interface TableWords {
  called: (row: Row, names: SubjectNames) => string;
  columns: Readonly<Record<string, readonly [words: string, kind: ValueKind]>>;
}

const always = (called: string) => () => called;
const name = (code: unknown) => `Specialist ${String(code)}`;

/** Every table that people should hear of, in their words. */
export const tableWords: Readonly<Record<string, TableWords>> = {
  referral: {
    called: ({ number }) => `Referral ${String(number)}`,
    columns: {
      status: ['status', 'word'],
      status_reason: ['why', 'reason'],
      program: ['program', 'text'],
      source: ['source', 'word'],
      family_id: ['family', 'family'],
      county: ['county', 'text'],
      circuit: ['circuit', 'text'],
      priority: ['priority', 'word'],
      received_at: ['received', 'moment'],
      submitter_name: ['referred by', 'text'],
      submitter_organization: ['organization', 'text'],
      submitter_phone: ['their phone', 'phone'],
      submitter_email: ['their email', 'text'],
      reason: ['reasons', 'quote'],
      services_provided: ['services so far', 'quote'],
      accommodations: ['accommodations', 'quote'],
      language: ['language', 'language'],
      interpreter_arranged: ['interpreter arranged', 'flag'],
      situation: ['situation', 'word'],
      division_involvement: ['Division involvement', 'word'],
      safety_concern: ['concern for immediate safety', 'flag'],
      hotline_shown_at: ['hotline shown', 'moment'],
      discussed_on: ['family spoken to', 'day'],
      family_agrees: ['family agrees', 'flag'],
      tapa: ['TAPA', 'mark'],
      tapa_on: ['TAPA of', 'day'],
      tapa_written_on: ['TAPA in writing since', 'day'],
      tapa_ended_on: ['TAPA ended', 'day'],
      faces_number: ['FACES number', 'text'],
      faces_on: ['in FACES on', 'day'],
    },
  },
  person: {
    called: ({ role, position }) => `${role === 'child' ? 'Child' : 'Caregiver'} ${Number(position) + 1}`,
    columns: {
      name: ['', 'text'],
      birth_date: ['born', 'birth'],
      phone: ['phone', 'phone'],
      email: ['email', 'text'],
      address: ['address', 'text'],
    },
  },
  intake_source: { called: always('Intake'), columns: { channel: ['', 'word'] } },
  contact: {
    called: always('Contact with the submitter'),
    columns: { outcome: ['', 'word'], at: ['at', 'moment'], note: ['note', 'quote'] },
  },
  screening: { called: always('Screening'), columns: { result: ['', 'word'], program: ['for', 'text'] } },
  denial: {
    called: always('Denial'),
    columns: { reason: ['', 'reason'], note: ['note', 'quote'], faces_on: ['in FACES on', 'day'] },
  },
  specialist: {
    called: ({ code }) => name(code),
    columns: {
      name: ['name', 'text'],
      agency: ['agency', 'text'],
      supervisor: ['supervisor', 'text'],
      program: ['program', 'text'],
      circuits: ['circuits', 'list'],
      counties: ['only in', 'list'],
      languages: ['languages', 'languages'],
      takes: ['also takes', 'list'],
      phone: ['phone', 'phone'],
      email: ['email', 'text'],
      ended_on: ['ended', 'day'],
      end_reason: ['why', 'quote'],
    },
  },
  leave: {
    called: always('Leave'),
    columns: { from_on: ['from', 'day'], until_on: ['until', 'day'], note: ['note', 'quote'] },
  },
  training: {
    called: ({ supervisor }) => (supervisor ? `Training of ${String(supervisor)}` : 'Training'),
    columns: { minutes: ['', 'minutes'], on_day: ['on', 'day'], note: ['note', 'quote'] },
  },
  decision: {
    called: always('Decision on placements'),
    columns: { kind: ['', 'word'], reason: ['because', 'quote'] },
  },
  service_case: {
    called: ({ number }) => `Case ${String(number)}`,
    columns: {
      status: ['status', 'word'],
      referral_id: ['family of', 'referral'],
      specialist_id: ['with', 'specialist'],
      place: ['place', 'text'],
      seen_at: ['family seen', 'moment'],
      seen_late: ['late because', 'quote'],
      started_on: ['service from', 'day'],
      ends_on: ['until', 'day'],
      screening_minutes: ['screening', 'minutes'],
      closed_on: ['service ended', 'day'],
      intact: ['family intact', 'flag'],
      abuse: ['abuse or neglect confirmed', 'flag'],
      follow_up_services: ['follow-up services', 'quote'],
      ended_at: ['ended', 'moment'],
      end_reason: ['why', 'reason'],
      end_note: ['note', 'quote'],
    },
  },
  case_goal: {
    called: always('Goal'),
    columns: {
      goal: ['', 'quote'],
      measure: ['measured by', 'quote'],
      set_on: ['set', 'day'],
      met: ['met', 'flag'],
      met_on: ['said', 'day'],
    },
  },
  case_hours: {
    called: always('Hours'),
    columns: {
      on_day: ['', 'day'],
      minutes: ['', 'minutes'],
      kind: ['', 'word'],
      note: ['note', 'quote'],
    },
  },
  case_staffing: {
    called: always('Staffing'),
    columns: {
      on_day: ['', 'day'],
      who: ['with', 'list'],
      next_on: ['next', 'day'],
      note: ['note', 'quote'],
    },
  },
  case_event: {
    called: ({ kind }) => eventsInWords[kind as EventKind] ?? 'Event',
    columns: {
      on_day: ['', 'day'],
      note: ['note', 'quote'],
      settled_on: ['dealt with', 'day'],
      settled_how: ['how', 'quote'],
    },
  },
  case_extension: {
    called: always('Extension of the service'),
    columns: {
      until_on: ['until', 'day'],
      approved_by: ['approved by', 'text'],
      reason: ['because', 'quote'],
    },
  },
  case_transfer: {
    called: always('Transfer'),
    columns: {
      from_specialist_id: ['from', 'specialist'],
      to_specialist_id: ['to', 'specialist'],
      reason: ['because', 'quote'],
    },
  },
  case_child: {
    called: always('Child at the closing'),
    columns: { name: ['', 'text'], whereabouts: ['', 'word'] },
  },
  case_follow_up: {
    called: ({ months }) => `Follow-up after ${String(months)} months`,
    columns: {
      on_day: ['', 'day'],
      reached: ['reached', 'flag'],
      abuse: ['confirmed abuse or neglect', 'flag'],
      placed: ['placed out of the home', 'flag'],
      placed_on: ['placed on', 'day'],
      note: ['note', 'quote'],
    },
  },
  fins_entry: {
    called: always('Stay on the FINS list'),
    columns: {
      need: ['need', 'quote'],
      removed_at: ['taken off', 'moment'],
      removed_reason: ['why', 'reason'],
      removed_note: ['note', 'quote'],
    },
  },
  fins_review: {
    called: always('FINS review'),
    columns: {
      decision: ['', 'word'],
      priority: ['risk', 'word'],
      reason: ['why', 'reason'],
      note: ['note', 'quote'],
    },
  },
  fcs_offer: {
    called: always('FCS offer'),
    columns: {
      offered_on: ['offered', 'day'],
      answer: ['answer', 'word'],
      answered_on: ['answered', 'day'],
      note: ['note', 'quote'],
    },
  },
  tapa: {
    called: ({ family }) => `TAPA, family ${String(family)}`,
    columns: {
      agreed_on: ['made', 'day'],
      written_on: ['in writing since', 'day'],
      county: ['county', 'text'],
      worker: ['negotiated by', 'text'],
      referral_id: ['referred as', 'referral'],
      closed_on: ['ended', 'day'],
      closed_reason: ['why', 'reason'],
      closed_note: ['note', 'quote'],
    },
  },
  fund_request: {
    called: ({ number }) => `Request to the fund ${String(number)}`,
    columns: {
      kind: ['for', 'word'],
      item: ['what', 'quote'],
      amount_cents: ['asked', 'cents'],
      why: ['why', 'quote'],
      tried: ['tried', 'quote'],
      requested_on: ['asked on', 'day'],
      requested_by: ['asked by', 'text'],
      decision: ['', 'word'],
      approved_cents: ['approved', 'cents'],
      decided_on: ['decided on', 'day'],
      decided_by: ['decided by', 'text'],
      decision_note: ['note', 'quote'],
      over_budget: ['over budget because', 'quote'],
      closed_on: ['closed', 'day'],
      closed_note: ['why', 'quote'],
    },
  },
  fund_payment: {
    called: always('Payment from the fund'),
    columns: { amount_cents: ['', 'cents'], payee: ['to', 'text'], paid_on: ['on', 'day'] },
  },
  fund_budget: {
    called: ({ circuit, sfy }) => `Fund of circuit ${String(circuit)}, SFY${String(sfy)}`,
    columns: { amount_cents: ['', 'cents'] },
  },
  report_release: {
    called: always('Given out to others'),
    columns: {
      report: ['report', 'word'],
      sfy: ['SFY', 'text'],
      circuits: ['circuits', 'list'],
      program: ['program', 'text'],
    },
  },
  setting: {
    called: ({ key }) => settingLabels[key as keyof Settings] ?? String(key),
    columns: { value: ['', 'setting'] },
  },
};
