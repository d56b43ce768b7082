import type { SchemaWords } from '../migrations.ts';

/** Who supervises a specialist, and the training of both. A supervisor is a name: they have no cases of their own here. */
export const supervisors = ({ tableEnd }: SchemaWords): string[] => [
  'alter table specialist add column supervisor text',
  `create table training (
    id integer primary key,
    specialist_id integer references specialist (id),
    supervisor text,
    program text not null,
    minutes integer not null check (minutes > 0),
    on_day text not null,
    note text,
    check ((specialist_id is null) <> (supervisor is null))
  ) ${tableEnd}`,
  'create index training_by_specialist on training (specialist_id) where specialist_id is not null',
];
