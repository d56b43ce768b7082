import { type Migration, migrations } from '../../src/records/migrations.ts';

/** A migration that the program does not have yet. */
export const nextStep: Migration = {
  number: migrations.length + 1,
  name: 'a colour for each specialist',
  statements: () => [
    'alter table specialist add column colour text',
    "update specialist set colour = 'green'",
  ],
};
