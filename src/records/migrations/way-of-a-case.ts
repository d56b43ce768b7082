import type { SchemaWords } from '../migrations.ts';

const flag = (column: string) => `${column} integer check (${column} in (0, 1))`;

/** What happens in a case from the first visit to years after its end. */
export const theWayOfACase = ({ tableEnd }: SchemaWords): string[] => {
  const ofCase = (name: string, ...lines: string[]) => [
    `create table ${name} (
    id integer primary key,
    referral_id integer not null references referral (id),
    case_id integer not null references service_case (id),
    ${lines.join(',\n    ')}
  ) ${tableEnd}`,
    `create index ${name}_by_case on ${name} (case_id)`,
    `create index ${name}_by_referral on ${name} (referral_id)`,
  ];
  const columns = [
    'seen_at text',
    'seen_late text',
    'started_on text',
    'ends_on text',
    'closed_on text',
    'end_note text',
    'screening_minutes integer check (screening_minutes >= 0)',
    flag('intact'),
    'follow_up_services text',
  ];
  return [
    ...columns.map((column) => `alter table service_case add column ${column}`),
    ...ofCase(
      'case_goal',
      'goal text not null',
      'measure text not null',
      'set_on text not null',
      flag('met'),
      'met_on text',
    ),
    ...ofCase(
      'case_hours',
      'on_day text not null',
      "kind text not null check (kind in ('face_to_face', 'other'))",
      'minutes integer not null check (minutes between 1 and 1440)',
      'note text',
    ),
    ...ofCase('case_staffing', 'on_day text not null', 'who text not null', 'next_on text', 'note text'),
    ...ofCase(
      'case_event',
      "kind text not null check (kind in ('unsafe', 'placed', 'home', 'visit'))",
      'on_day text not null',
      'note text',
      'settled_on text',
      'settled_how text',
      'at text not null',
    ),
    "create index case_event_unsettled on case_event (case_id) where settled_on is null and kind in ('unsafe', 'placed')",
    ...ofCase(
      'case_extension',
      'until_on text not null',
      'approved_by text not null',
      'reason text not null',
      'at text not null',
    ),
    ...ofCase(
      'case_transfer',
      'from_specialist_id integer not null references specialist (id)',
      'to_specialist_id integer not null references specialist (id)',
      'reason text not null',
      'at text not null',
    ),
    ...ofCase('case_child', 'name text', 'whereabouts text not null'),
    ...ofCase(
      'case_follow_up',
      'months integer not null check (months >= 1)',
      'on_day text not null',
      'reached integer not null check (reached in (0, 1))',
      `${flag('abuse')}`,
      `${flag('placed')}`,
      'placed_on text',
      'note text',
      'unique (case_id, months)',
    ),
    'create index case_closed on service_case (closed_on) where closed_on is not null',
  ];
};
