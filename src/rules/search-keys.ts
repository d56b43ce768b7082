import type { Submitter } from './intake.ts';
import { emailKey, type SearchedPerson, searchKeysOf } from './name-keys.ts';
import { phoneKey } from './phone.ts';
import { findableWords } from './word-fit.ts';

/** What of a referral is kept as keys. */
export interface KeyedReferral {
  people: readonly SearchedPerson[];
  submitter: Submitter;
  faces: string | null;
}

const reversed = (phone: string | null): string | null => {
  const key = phoneKey(phone ?? '');
  return key === null ? null : [...key].reverse().join('');
};

const keyed = (kind: string, values: readonly (string | null)[]): string[] =>
  values.flatMap((value) => (value ? [`${kind}:${value}`] : []));

const personKeys = (person: SearchedPerson): string[] => [
  ...keyed('n', findableWords(person.name ?? '')),
  ...keyed('r', [reversed(person.phone)]),
  ...searchKeysOf(person),
];

/**
 * The keys that a referral is found by, none twice. Of its family: `n:` word of a name, `r:` phone from its end, and those
 * of `searchKeysOf`. Of who refers, who is no sign of a family alike: `un:` and `uo:` word of the name and of the
 * organization, `ur:` phone, `ue:` email. `f:` the number in FACES.
 */
export const referralKeys = ({ people, submitter, faces }: KeyedReferral): string[] => [
  ...new Set([
    ...people.flatMap(personKeys),
    ...keyed('un', findableWords(submitter.name ?? '')),
    ...keyed('uo', findableWords(submitter.organization ?? '')),
    ...keyed('ur', [reversed(submitter.phone)]),
    ...keyed('ue', [emailKey(submitter.email ?? '')]),
    ...keyed('f', [faces]),
  ]),
];

/** The word that a key is of; `null` for keys of anything else. */
export const wordOfKey = (key: string): string | null => /^(?:n|un|uo):(.+)$/su.exec(key)?.[1] ?? null;
