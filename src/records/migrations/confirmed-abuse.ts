/** Whether abuse or neglect was confirmed while the family was served [003]; null where it is not known. */
export const confirmedAbuse = (): string[] => [
  'alter table service_case add column abuse integer check (abuse in (0, 1))',
];
