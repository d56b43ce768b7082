import type { CaseFile } from './case/case.ts';
import { ofCases } from './family-page/of-cases.ts';
import type { FcsState } from './fins.ts';
import { type FundBook, type FundRequest, kindInWords } from './fund.ts';
import { dollars } from './money.ts';
import { type ReasonBook, reasonInSentence } from './reasons.ts';
import { isEnded, type Referral, statusInWords } from './referral.ts';
import type { CalendarDate, Instant, Zone } from './time.ts';
import type { ReferralNumber } from './words.ts';
import { dateIn } from './zone.ts';

/** What can stand on the page of a family; within a day, what has no time of its own stands in this order. */
export const pageKinds = [
  'tapa',
  'referral',
  'contact',
  'screening',
  'denial',
  'fins_added',
  'fins_review',
  'fins_removed',
  'fcs_offered',
  'fcs_answered',
  'case_assigned',
  'case_step',
  'fund_request',
  'fund_decision',
  'fund_payment',
  'fund_closed',
  'case_ended',
  'follow_up',
  'faces',
  'referral_ended',
] as const;

export interface PageLine {
  on: CalendarDate;
  /** `null` where only the day is known. */
  at: Instant | null;
  kind: (typeof pageKinds)[number];
  referral: ReferralNumber;
  /** The number of the case or of the request to the fund; else that of the referral. */
  number: string;
  /** Names nobody of the family. */
  what: string;
  /** What somebody wrote; it may name anybody. */
  note: string | null;
}

/** What is kept of one referral of the family. */
export interface PageRecords {
  referral: Referral;
  /** Since when it stands where it does. */
  standsSince: Instant | null;
  contacts: readonly { at: Instant; outcome: string; note: string | null }[];
  screenings: readonly { at: Instant; by: string; program: string; result: string }[];
  denials: readonly { at: Instant; reason: string; note: string | null; facesOn: CalendarDate | null }[];
  fins: readonly {
    addedAt: Instant;
    need: string | null;
    removed: { at: Instant; reason: string; note: string | null } | null;
    reviews: readonly { at: Instant; by: string; priority: string; decision: string; note: string | null }[];
  }[];
  fcs: readonly FcsState[];
  cases: readonly CaseFile[];
  fund: readonly FundRequest[];
}

export interface PageWords {
  reasons: ReasonBook;
  fund: FundBook;
  zone: Zone;
}

/** A line before its day is told from its moment. */
export type Told = Omit<PageLine, 'on' | 'at' | 'referral' | 'number'> & {
  when: Instant | CalendarDate;
  number?: string;
};

/** Everything that happened to the family, first to last; on a day, what has a time of its own comes first. */
export function pageLines(all: readonly PageRecords[], words: PageWords): PageLine[] {
  const lines = all.flatMap((records) =>
    [
      ...ofReferral(records, words),
      ...ofList(records, words),
      ...ofCases(records.cases, words),
      ...ofFund(records, words),
    ].map(({ when, number, ...told }) => ({
      ...told,
      on: when.length > 10 ? dateIn(when as Instant, words.zone) : (when as CalendarDate),
      at: when.length > 10 ? (when as Instant) : null,
      referral: records.referral.id,
      number: number ?? records.referral.id,
    })),
  );
  const place = ({ on, at, kind }: PageLine) =>
    `${on} ${at ?? 'Z'} ${String(pageKinds.indexOf(kind)).padStart(2, '0')}`;
  return lines
    .map((line) => ({ line, place: place(line) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ line }) => line);
}

const spaced = (word: string): string => word.replaceAll('_', ' ');

function ofReferral(records: PageRecords, { reasons }: PageWords): Told[] {
  const { referral, standsSince, contacts, screenings, denials } = records;
  const { state, tapa, faces, source, priority, program } = referral;
  const facts = [source && `from the ${source}`, `for ${program}`, priority && `${priority} risk`];
  return [
    ...(tapa?.date ? [{ when: tapa.date, kind: 'tapa' as const, what: 'TAPA made', note: null }] : []),
    {
      when: referral.receivedAt,
      kind: 'referral',
      what: `Referral received, ${facts.filter(Boolean).join(', ')}`,
      note: referral.reason,
    },
    ...contacts.map(({ at, outcome, note }) => ({
      when: at,
      kind: 'contact' as const,
      what: `Submitter: ${spaced(outcome)}`,
      note,
    })),
    ...screenings.map(({ at, by, result, program: screened }) => ({
      when: at,
      kind: 'screening' as const,
      what: `Screened for ${screened} by ${by}: ${spaced(result)}`,
      note: null,
    })),
    ...denials.map(({ at, reason, note, facesOn }) => ({
      when: at,
      kind: 'denial' as const,
      what: `Not accepted: ${reasonInSentence(reasons, reason)}${facesOn ? '' : ' (denial not in FACES yet)'}`,
      note,
    })),
    ...(faces
      ? [{ when: faces.on, kind: 'faces' as const, what: `In FACES as ${faces.number}`, note: null }]
      : []),
    ...(standsSince && (isEnded(state) || state.status === 'returned')
      ? [{ when: standsSince, kind: 'referral_ended' as const, ...endOf(state, reasons), note: null }]
      : []),
  ];
}

const endOf = (state: Referral['state'], reasons: ReasonBook) => {
  const reason = 'reason' in state && state.reason ? `: ${reasonInSentence(reasons, state.reason)}` : '';
  return { what: `Referral ${statusInWords[state.status]}${reason}` };
};

function ofList({ fins, fcs }: PageRecords, { reasons }: PageWords): Told[] {
  return [
    ...fins.flatMap(({ addedAt, need, removed, reviews }): Told[] => [
      { when: addedAt, kind: 'fins_added', what: 'Put on the FINS list', note: need },
      ...reviews.map(({ at, by, priority, decision, note }) => ({
        when: at,
        kind: 'fins_review' as const,
        what: `Reviewed on the FINS list by ${by}: ${decision}, ${priority} risk`,
        note,
      })),
      ...(removed
        ? [
            {
              when: removed.at,
              kind: 'fins_removed' as const,
              what: `Off the FINS list: ${reasonInSentence(reasons, removed.reason)}`,
              note: removed.note,
            },
          ]
        : []),
    ]),
    ...fcs.flatMap((offer): Told[] => [
      { when: offer.offeredOn, kind: 'fcs_offered', what: 'FCS offered', note: null },
      ...(offer.state !== 'offered' && offer.answeredOn
        ? [{ when: offer.answeredOn, kind: 'fcs_answered' as const, what: `FCS ${offer.state}`, note: null }]
        : []),
    ]),
  ];
}

const ofFund = ({ fund }: PageRecords, { fund: book }: PageWords): Told[] =>
  fund.flatMap(({ id: number, kind, item, amount, requestedOn, requestedBy, decided, payments, closed }) => {
    const sum = `${dollars(amount)} for ${kindInWords(book, kind).toLowerCase()}`;
    const lines: Told[] = [
      {
        when: requestedOn,
        number,
        kind: 'fund_request',
        what: `Crisis fund: ${sum} asked by ${requestedBy}`,
        note: item,
      },
      ...payments.map((payment) => ({
        when: payment.on,
        number,
        kind: 'fund_payment' as const,
        what: `Crisis fund: ${dollars(payment.amount)} paid`,
        note: `to ${payment.payee}`,
      })),
    ];
    if (decided) {
      const how = decided.decision === 'denied' ? 'denied' : `${dollars(decided.approved)} approved`;
      const what = `Crisis fund: ${how} by ${decided.by}`;
      lines.push({ when: decided.on, number, kind: 'fund_decision', what, note: decided.note });
    }
    if (closed)
      lines.push({
        when: closed.on,
        number,
        kind: 'fund_closed',
        what: 'Crisis fund: nothing more is paid',
        note: closed.note,
      });
    return lines;
  });
