import { confirmedAbuse } from './migrations/confirmed-abuse.ts';
import { crisisFund } from './migrations/crisis-fund.ts';
import { foundByYear } from './migrations/found-by-year.ts';
import { foundEligible } from './migrations/found-eligible.ts';
import { givenOut } from './migrations/given-out.ts';
import { supervisors } from './migrations/supervisors.ts';
import { theWayOfACase } from './migrations/way-of-a-case.ts';

/** What each kind of engine says differently in a schema that is otherwise the same text. */
export interface SchemaWords {
  /** Stands at the end of `create table (…)`. */
  tableEnd: string;
}

export interface Migration {
  number: number;
  name: string;
  statements: (words: SchemaWords) => string[];
}

const flag = (column: string) => `${column} integer check (${column} in (0, 1))`;

const foundation = ({ tableEnd }: SchemaWords): string[] => {
  const table = (name: string, ...lines: string[]) =>
    `create table ${name} (\n  ${lines.join(',\n  ')}\n) ${tableEnd}`;
  return [
    table('setting', 'id integer primary key', 'key text not null unique', 'value text not null'),
    table('family', 'id integer primary key', 'created_at text not null'),
    table(
      'referral',
      'id integer primary key',
      'number text not null unique',
      'year integer not null',
      'sequence integer not null',
      'family_id integer not null references family (id)',
      `status text not null check (status in ('received', 'in_screening', 'eligible', 'not_eligible', 'returned',
        'assigned', 'accepted', 'not_accepted', 'withdrawn', 'closed'))`,
      'status_reason text',
      'program text not null',
      "source text check (source in ('community', 'division'))",
      'circuit integer',
      'county text',
      "priority text check (priority in ('imminent', 'high', 'moderate'))",
      'received_at text not null',
      'submitter_name text',
      'submitter_organization text',
      'submitter_phone text',
      'submitter_email text',
      'reason text',
      'services_provided text',
      'accommodations text',
      'language text',
      flag('interpreter_arranged'),
      'situation text',
      'division_involvement text',
      flag('safety_concern'),
      'hotline_shown_at text',
      'discussed_on text',
      flag('family_agrees'),
      'tapa integer not null check (tapa in (0, 1))',
      'tapa_on text',
      'faces_number text',
      'faces_on text',
      'unique (year, sequence)',
    ),
    'create index referral_by_sequence on referral (sequence)',
    'create index referral_by_family on referral (family_id)',
    'create index referral_by_status on referral (status, received_at)',
    table(
      'person',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      "role text not null check (role in ('caregiver', 'child'))",
      'position integer not null',
      'name text',
      'birth_date text',
      'phone text',
      'email text',
      'address text',
      'unique (referral_id, role, position)',
    ),
    table(
      'intake_source',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'channel text not null',
      'text text',
      'leftovers text not null',
      'problems text not null',
    ),
    'create index intake_source_by_referral on intake_source (referral_id)',
    table(
      'contact',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'at text not null',
      "outcome text not null check (outcome in ('reached', 'no_answer', 'message'))",
      'note text',
    ),
    'create index contact_by_referral on contact (referral_id)',
    table(
      'screening',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'program text not null',
      'at text not null',
      'by text not null',
      "result text not null check (result in ('eligible', 'not_eligible', 'needs_information'))",
      'criteria text not null',
    ),
    'create index screening_by_referral on screening (referral_id)',
    table(
      'denial',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'at text not null',
      'reason text not null',
      'note text',
      'faces_on text',
    ),
    'create index denial_by_referral on denial (referral_id)',
    table(
      'specialist',
      'id integer primary key',
      'code text not null unique',
      'name text not null',
      'agency text',
      'program text not null',
      'circuits text not null',
      'counties text not null',
      'languages text not null',
      'takes text not null',
      'phone text',
      'email text',
      'added_at text not null',
      'ended_on text',
      'end_reason text',
    ),
    table(
      'leave',
      'id integer primary key',
      'specialist_id integer not null references specialist (id)',
      'from_on text not null',
      'until_on text not null check (until_on >= from_on)',
      'note text',
    ),
    'create index leave_by_specialist on leave (specialist_id)',
    table(
      'place',
      'id integer primary key',
      'specialist_id integer not null references specialist (id)',
      'number integer not null check (number >= 1)',
      'unique (specialist_id, number)',
    ),
    table(
      'decision',
      'id integer primary key',
      'at text not null',
      'by text not null',
      "kind text not null check (kind in ('plan', 'override'))",
      'reason text',
      'facts text not null',
      'plan text not null',
    ),
    table(
      'service_case',
      'id integer primary key',
      'number text not null unique',
      'year integer not null',
      'sequence integer not null',
      'referral_id integer not null references referral (id)',
      'specialist_id integer not null references specialist (id)',
      'place integer not null',
      'program text not null',
      "status text not null check (status in ('assigned', 'accepted', 'not_accepted', 'closed', 'given_back'))",
      'decision_id integer not null references decision (id)',
      'assigned_at text not null',
      'ended_at text',
      'end_reason text',
      'unique (year, sequence)',
      'foreign key (specialist_id, place) references place (specialist_id, number)',
    ),
    'create unique index one_open_case_a_place on service_case (specialist_id, place) where ended_at is null',
    'create unique index one_open_case_a_referral on service_case (referral_id) where ended_at is null',
    'create index case_by_specialist on service_case (specialist_id, assigned_at)',
    'create index case_by_referral on service_case (referral_id)',
    table(
      'fins_entry',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'added_at text not null',
      'need text',
      'removed_at text',
      'removed_reason text',
      'removed_note text',
    ),
    'create unique index one_open_entry_a_referral on fins_entry (referral_id) where removed_at is null',
    'create index fins_entry_by_referral on fins_entry (referral_id)',
    table(
      'fins_review',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'entry_id integer not null references fins_entry (id)',
      'at text not null',
      'by text not null',
      "priority text not null check (priority in ('imminent', 'high', 'moderate'))",
      "decision text not null check (decision in ('keep', 'match', 'fcs', 'remove'))",
      'reason text',
      'note text',
    ),
    'create index fins_review_by_entry on fins_review (entry_id, at)',
    table(
      'fcs_offer',
      'id integer primary key',
      'referral_id integer not null references referral (id)',
      'offered_on text not null',
      "answer text check (answer in ('accepted', 'declined'))",
      'answered_on text',
      'note text',
    ),
    'create unique index one_unanswered_offer_a_referral on fcs_offer (referral_id) where answer is null',
    'create index fcs_offer_by_referral on fcs_offer (referral_id)',
    table(
      'draft',
      'id integer primary key',
      'kind text not null',
      'owner text not null',
      'started_at text not null',
      'saved_at text not null',
      'content text not null',
    ),
    table(
      'journal_action',
      'id integer primary key',
      'at text not null',
      'who text not null',
      'command text not null',
      'note text',
      'clock text not null',
      'salt text not null',
      'previous text not null',
      'digest text not null',
    ),
    table(
      'journal_change',
      'id integer primary key',
      'action_id integer not null references journal_action (id)',
      'table_name text not null',
      'row_id integer not null',
      'referral_id integer',
      'specialist_id integer',
      'before text',
      'after text',
      'salt text not null',
      'before_digest text',
      'after_digest text',
    ),
    'create index journal_change_by_action on journal_change (action_id)',
    'create index journal_change_by_row on journal_change (table_name, row_id)',
    'create index journal_change_by_referral on journal_change (referral_id) where referral_id is not null',
    'create index journal_change_by_specialist on journal_change (specialist_id) where specialist_id is not null',
  ];
};

/** Which action takes back which, and what it takes to find the actions of a day and of a person, and what follows from a reason. */
const undoneActions = (): string[] => [
  'alter table journal_action add column undoes integer references journal_action (id)',
  'create index journal_action_by_undoes on journal_action (undoes) where undoes is not null',
  'create index journal_action_by_person on journal_action (who)',
  'create index journal_action_by_time on journal_action (at)',
  'create index referral_by_reason on referral (status_reason) where status_reason is not null',
];

/** What families are found by: keys of referrals, and the parts of the words of names. */
const findableReferrals = ({ tableEnd }: SchemaWords): string[] => [
  `create table search_key (
    key text not null,
    referral_id integer not null references referral (id),
    primary key (key, referral_id)
  ) ${tableEnd}`,
  'create index search_key_by_referral on search_key (referral_id)',
  `create table name_part (
    part text not null,
    word text not null,
    primary key (part, word)
  ) ${tableEnd}`,
  'create index name_part_by_word on name_part (word)',
  `create table derived (
    name text not null primary key,
    version integer not null
  ) ${tableEnd}`,
];

/**
 * Since when a referral stands where it does, so far told by the journal; TAPAs that come before their referral, and
 * what is known of one beside its date; and indexes for what stays due after a referral has ended.
 */
const whatStaysDue = ({ tableEnd }: SchemaWords): string[] => [
  'alter table referral add column status_at text',
  'alter table referral add column tapa_written_on text',
  'alter table referral add column tapa_ended_on text',
  // Rows are kept as JSON text, in which no quoted value can look like a field.
  `update referral set status_at = coalesce((
    select max(a.at) from journal_change c join journal_action a on a.id = c.action_id
    where c.table_name = 'referral' and c.row_id = referral.id
      and c.after like '%"status":"' || referral.status || '"%'
      and (c.before is null or c.before not like '%"status":"' || referral.status || '"%')
  ), received_at)`,
  'drop index referral_by_reason',
  'create index referral_by_reason on referral (status_reason, status_at) where status_reason is not null',
  'create index referral_not_in_faces on referral (status) where faces_number is null',
  'create index denial_not_in_faces on denial (referral_id) where faces_on is null',
  'create index fins_entry_left on fins_entry (referral_id, removed_reason) where removed_reason is not null',
  `create table tapa (
    id integer primary key,
    family text not null,
    county text,
    worker text,
    agreed_on text not null,
    written_on text,
    referral_id integer references referral (id),
    closed_on text,
    closed_reason text,
    closed_note text
  ) ${tableEnd}`,
  'create index tapa_by_referral on tapa (referral_id) where referral_id is not null',
  'create index tapa_without_referral on tapa (agreed_on) where referral_id is null and closed_on is null',
];

/** In order, numbered from 1 without a gap; one that has been released is never changed again. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'foundation', statements: foundation },
  { number: 2, name: 'actions that are taken back', statements: undoneActions },
  { number: 3, name: 'findable referrals', statements: findableReferrals },
  { number: 4, name: 'what stays due', statements: whatStaysDue },
  { number: 5, name: 'the way of a case', statements: theWayOfACase },
  {
    number: 6,
    name: 'crisis intervention fund, supervisors and training',
    statements: (words) => [...crisisFund(words), ...supervisors(words)],
  },
  { number: 7, name: 'figures that were given out', statements: givenOut },
  { number: 8, name: 'abuse or neglect during a service', statements: confirmedAbuse },
  { number: 9, name: 'figures found by their year', statements: foundByYear },
  { number: 10, name: 'who was found eligible when', statements: foundEligible },
];
