import {
  type CaseEvent,
  type CaseFile,
  type CaseFollowUp,
  caseStatusInWords,
  hoursOf,
} from '../case/case.ts';
import { eventsInWords } from '../case/event-words.ts';
import type { PageWords, Told } from '../family-page.ts';
import { dayInWords } from '../in-words.ts';
import { reasonInSentence } from '../reasons.ts';
import type { Instant } from '../time.ts';

/** What happened in the cases of a referral, from the placement to the last follow-up. */
export const ofCases = (cases: readonly CaseFile[], words: PageWords): Told[] =>
  cases.flatMap((one) =>
    [...begun(one), ...during(one), ...endOf(one, words), ...one.followUps.map(followUp)].map((told) => ({
      ...told,
      number: one.id,
    })),
  );

/** Who first had it: a transfer says from whom. */
const begun = ({
  specialist,
  program,
  assignedAt,
  transfers,
  seenAt,
  seenLate,
  startedOn,
  override,
}: CaseFile): Told[] => [
  {
    when: assignedAt,
    kind: 'case_assigned',
    what: `Placed with ${transfers[0]?.from ?? specialist} (${program})${override ? ', past the plan' : ''}`,
    note: override?.reason ?? null,
  },
  ...(seenAt ? [step(seenAt, seenLate === null ? 'Family seen' : 'Family seen late', seenLate)] : []),
  ...(startedOn ? [step(startedOn, 'Accepted: the service began')] : []),
];

const during = ({ goals, staffings, events, extensions, transfers }: CaseFile): Told[] => [
  ...goals.flatMap(({ number, goal, setOn, met, metOn }) => [
    step(setOn, `Goal ${number} set`, goal),
    ...(metOn ? [step(metOn, `Goal ${number} ${met ? 'met' : 'not met'}`)] : []),
  ]),
  ...staffings.map(({ on, note }) => step(on, 'Staffing', note)),
  ...events.flatMap(event),
  ...extensions.map(({ at, until, approvedBy, reason }) =>
    step(at, `Extended until ${dayInWords(until)}, approved by ${approvedBy}`, reason),
  ),
  ...transfers.map(({ at, from, to, reason }) => step(at, `Handed over from ${from} to ${to}`, reason)),
];

const event = ({ kind, on, note, settled }: CaseEvent): Told[] => [
  step(on, eventsInWords[kind], note),
  ...(settled ? [step(settled.on, `Dealt with: ${eventsInWords[kind].toLowerCase()}`, settled.note)] : []),
];

function endOf(one: CaseFile, { reasons }: PageWords): Told[] {
  const { status, endedAt, closedOn, endReason, endNote, intact, abuse, hours } = one;
  if (endedAt === null) return [];
  const minutes = hours.reduce((sum, each) => sum + each.minutes, 0);
  const facts = [
    endReason && reasonInSentence(reasons, endReason),
    intact === null ? null : intact ? 'family intact' : 'family not intact',
    abuse ? 'abuse or neglect confirmed' : null,
    minutes > 0 ? `${hoursOf(minutes)} hours of service` : null,
  ].filter(Boolean);
  const what = `Case ${caseStatusInWords[status]}${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`;
  return [
    { when: status === 'closed' ? (closedOn ?? endedAt) : endedAt, kind: 'case_ended', what, note: endNote },
  ];
}

function followUp({ months, on, reached, abuse, placed, note }: CaseFollowUp): Told {
  const found = [
    abuse === null ? null : abuse ? 'confirmed abuse or neglect' : 'no confirmed abuse or neglect',
    placed === null ? null : placed ? 'a child was placed' : 'no child placed',
  ].filter(Boolean);
  const what = reached ? found.join(', ') || 'reached' : 'family not reached';
  return { when: on, kind: 'follow_up', what: `Follow-up at ${months} months: ${what}`, note };
}

const step = (when: Instant | Told['when'], what: string, note: string | null = null): Told => ({
  when,
  kind: 'case_step',
  what,
  note,
});
