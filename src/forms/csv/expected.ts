import { divisionInvolvements, priorities, situations, sources } from '../../rules/words.ts';

const oneOf = (words: readonly string[]): string => `one of ${words.join(', ').replaceAll('_', ' ')}`;
const pastDay = 'a date such as 3/14/2015, not in the future';

const byField: Record<string, string> = {
  receivedAt: 'a date such as 10/3/2026, with or without a time, not in the future',
  birthDate: pastDay,
  discussedOn: pastDay,
  tapa: 'yes, no, or its date, not in the future',
  date: pastDay,
  phone: 'a phone number with at least 7 digits',
  email: 'an email address',
  name: 'a name',
  organization: 'a name',
  address: 'an address',
  county: 'a county of Missouri',
  language: 'a language, such as Spanish or es',
  program: 'a program, such as IIS',
  source: oneOf(sources),
  priority: oneOf(priorities),
  situation: oneOf(situations),
  divisionInvolvement: oneOf(divisionInvolvements),
  interpreterArranged: 'yes or no',
  familyAgrees: 'yes or no',
  safetyConcern: 'yes or no',
};

/** What can stand in a column of this field, in words. */
export const expectedOf = (path: string): string => byField[/\w*$/.exec(path)![0]] ?? 'text';
