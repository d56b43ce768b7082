import type { Caregiver, Child } from './intake.ts';
import { emailKey, isParticle, readAddress, respelled, soundOf, tellingWords } from './name-keys.ts';
import { isWithin, slipsAllowed } from './near-spelling.ts';
import { phoneInWords, phoneKey } from './phone.ts';
import type { CalendarDate } from './time.ts';

// Source: none of the program's documents; a local default, calibrated with the labelled families of the test.
// Ten points make two families alike. It is only a question to the gatekeeper, so that one phone or e-mail, or one
// person by name and birth date, is enough; what strangers often have in common (an address that is a shelter's, a
// surname, a first name, a full name with another birth date) takes two such facts, or three.
const ENOUGH = 10;
const points = {
  caregiver: {
    same: { same: 14, near: 11, unknown: 8, unlike: 4 },
    rough: { same: 13, near: 10, unknown: 7, unlike: 1 },
    // Nothing speaks against it: one side has no surname.
    firstNameOnly: { same: 10, near: 10, unknown: 7, unlike: 1 },
    // Surnames change by marriage, birth dates do not.
    otherSurname: { same: 10, near: 4, unknown: 1, unlike: 0 },
    // Twins have this much in common with each other, and relatives too.
    surname: { same: 4, near: 1, unknown: 0, unlike: 0 },
    missing: { same: 4, near: 4, unknown: 0, unlike: 0 },
    unlike: { same: 2, near: 0, unknown: 0, unlike: 0 },
  },
  child: {
    same: { same: 13, near: 11, unknown: 5, unlike: 1 },
    rough: { same: 12, near: 10, unknown: 4, unlike: 0 },
    firstNameOnly: { same: 10, near: 6, unknown: 3, unlike: 0 },
    otherSurname: { same: 6, near: 3, unknown: 0, unlike: 0 },
    surname: { same: 4, near: 1, unknown: 0, unlike: 0 },
    missing: { same: 3, near: 3, unknown: 0, unlike: 0 },
    unlike: { same: 2, near: 0, unknown: 0, unlike: 0 },
  },
  surname: 2,
  phone: 10,
  email: 10,
  address: 6,
} as const;

type Role = 'caregiver' | 'child';
type NameLikeness = keyof typeof points.caregiver;
type BirthLikeness = 'same' | 'near' | 'unknown' | 'unlike';

/** What a referral says of a family, as far as two families are compared. */
export interface FamilyFacts {
  caregivers: readonly Caregiver[];
  children: readonly Child[];
}

/** One thing two families have in common; `detail` holds it as written, now and earlier. */
export interface Evidence {
  kind: 'caregiver_name' | 'child_name' | 'birth_date' | 'phone' | 'address' | 'email';
  detail: string;
}

/** `why` tells each piece of `evidence`, in the same order, in the gatekeeper's words. */
export interface Likeness {
  score: number;
  why: string[];
  evidence: Evidence[];
}

interface Reason {
  evidence: Evidence;
  words: string;
}

interface NameWord {
  text: string;
  spelling: string;
}

interface ReadPerson {
  name: string;
  words: NameWord[];
  text: string;
  first: NameWord | undefined;
  birthDate: CalendarDate | null;
}

type ContactKind = 'phone' | 'address' | 'email';

interface Contact {
  kind: ContactKind;
  text: string;
  key: string;
  unit: string | null;
  zip: string | null;
}

/** A family with everything worked out that does not depend on whom it is compared with. */
interface ReadFamily {
  caregivers: ReadPerson[];
  children: ReadPerson[];
  contacts: Contact[];
}

interface Pair {
  now: ReadPerson;
  earlier: ReadPerson;
  name: NameLikeness;
  birth: BirthLikeness;
  points: number;
}

const noName = new Set('jr sr ii iii iv mr mrs ms miss dr unknown unborn baby none'.split(' '));
// Vietnamese names are written here in both orders; these words tell which.
const familyNamesInFront = new Set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly'.split(' '),
);

const wordsOfName = (name: string): string[] => {
  const words = tellingWords(name).filter((word) => !noName.has(word));
  const long = words.filter(({ length }) => length >= 2);
  return long.length > 0 ? long : words;
};

const firstNameFirst = (name: string): string => {
  if (!name.includes(',')) return name;
  const [surname = '', ...rest] = name.split(',');
  return wordsOfName(rest.join(' ')).length > 0 ? `${rest.join(' ')} ${surname}` : name;
};

type Speller = (word: string) => string;

// Families found by one name repeat it: each word is respelled once.
const speller = (): Speller => {
  const known = new Map<string, string>();
  return (word) => {
    const spelling = known.get(word) ?? respelled(word);
    known.set(word, spelling);
    return spelling;
  };
};

const readPerson = ({ name, birthDate }: Child, spell: Speller): ReadPerson => {
  const words = wordsOfName(firstNameFirst(name ?? '')).map((text) => ({ text, spelling: spell(text) }));
  const first = familyNamesInFront.has(words[0]?.text ?? '') ? words.at(-1) : words[0];
  return { name: name?.trim() ?? '', words, text: words.map(({ text }) => text).join(''), first, birthDate };
};

const contact = (kind: ContactKind, text: string, key: string | null): Contact[] =>
  key === null ? [] : [{ kind, text, key, unit: null, zip: null }];

const readContacts = ({ phone, address, email }: Caregiver): Contact[] => {
  const read = readAddress(address ?? '');
  return [
    ...contact('phone', phoneInWords(phone ?? ''), phoneKey(phone ?? '')),
    ...(read ? [{ kind: 'address' as const, text: address?.trim() ?? '', key: read.street, ...read }] : []),
    ...contact('email', email?.trim() ?? '', emailKey(email ?? '')),
  ];
};

const readFamily = ({ caregivers, children }: FamilyFacts, spell: Speller): ReadFamily => ({
  caregivers: caregivers.map((person) => readPerson(person, spell)),
  children: children.map((person) => readPerson(person, spell)),
  contacts: caregivers.flatMap(readContacts),
});

// Emir and Emira, Julio and Julia are two people, often of one household.
const isManAndWoman = (a: string, b: string): boolean => a.replace(/[ao]$/, '') === b.replace(/[ao]$/, '');

const isWithParticle = (long: string, short: string): boolean =>
  short.length >= 3 && long.endsWith(short) && isParticle(long.slice(0, -short.length));

const isSameWord = (a: NameWord, b: NameWord): boolean => a.text === b.text;

const isHeardAlike = (a: NameWord, b: NameWord): boolean => {
  const length = Math.min(a.spelling.length, b.spelling.length);
  const allowed = slipsAllowed(length);
  if (isWithin(allowed, a.spelling, b.spelling)) return true;
  // Short words sound alike too easily: Tim, Tom.
  return length >= 6 && isWithin(allowed + 1, a.spelling, b.spelling) && soundOf(a.text) === soundOf(b.text);
};

const isAlikeWord = (a: NameWord, b: NameWord): boolean =>
  a.spelling === b.spelling ||
  isWithParticle(a.text, b.text) ||
  isWithParticle(b.text, a.text) ||
  (isHeardAlike(a, b) && !isManAndWoman(a.text, b.text));

type MetWords = Map<NameWord, NameWord>;

const meet = (some: NameWord[], others: NameWord[]): { met: MetWords; exactly: number } => {
  const met: MetWords = new Map();
  const left = [...others];
  const pass = (isMet: typeof isSameWord): void => {
    for (const word of some) {
      const place = met.has(word) ? -1 : left.findIndex((other) => isMet(word, other));
      if (place >= 0) met.set(word, left.splice(place, 1)[0]!);
    }
  };
  pass(isSameWord);
  const exactly = met.size;
  pass(isAlikeWord);
  return { met, exactly };
};

// Always compared in the same order of the two, so that the answer does not depend on who is asked about whom.
const isInOrder = (a: ReadPerson, b: ReadPerson): boolean =>
  a.words.length - b.words.length < 0 || (a.words.length === b.words.length && a.text <= b.text);

const nameLikeness = (a: ReadPerson, b: ReadPerson): NameLikeness => {
  if (!isInOrder(a, b)) return nameLikeness(b, a);
  if (a.first === undefined || b.first === undefined) return 'missing';
  if (b.words.length > 1 && a.text === b.text) return 'same';
  const { met, exactly } = meet(a.words, b.words);
  if (met.size > 1 && met.size === a.words.length) return exactly === met.size ? 'same' : 'rough';
  if (met.get(a.first) === b.first) return a.words.length === 1 ? 'firstNameOnly' : 'otherSurname';
  return met.size > 0 ? 'surname' : 'unlike';
};

const dayAndMonthSwapped = (date: CalendarDate): string =>
  `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`;

const birthLikeness = (a: CalendarDate | null, b: CalendarDate | null): BirthLikeness => {
  if (a === null || b === null) return 'unknown';
  // Where only the year is known, 1 January is what people are given.
  if (a === b) return a.endsWith('-01-01') ? 'near' : 'same';
  return dayAndMonthSwapped(a) === b || isWithin(1, a, b) ? 'near' : 'unlike';
};

const pairOf = (role: Role, now: ReadPerson, earlier: ReadPerson): Pair => {
  const name = nameLikeness(now, earlier);
  const birth = birthLikeness(now.birthDate, earlier.birthDate);
  return { now, earlier, name, birth, points: points[role][name][birth] };
};

const best = (pairs: Pair[]): Pair[] =>
  pairs
    .slice(0, 1)
    .map((first) => pairs.reduce((found, pair) => (pair.points > found.points ? pair : found), first));

const total = (pairs: readonly { points: number }[]): number =>
  pairs.reduce((sum, pair) => sum + pair.points, 0);

// The lesser of both directions, so that one earlier child does not count for both twins of today.
const bestPairs = (pairs: Pair[][]): Pair[] => {
  const ofNow = pairs.flatMap(best);
  const ofEarlier = (pairs[0] ?? []).flatMap((_, i) => best(pairs.map((row) => row[i]!)));
  return total(ofNow) <= total(ofEarlier) ? ofNow : ofEarlier;
};

const shown = (now: string, earlier: string): string => (now === earlier ? now : `${now} / ${earlier}`);

const nameWordsOf: Partial<Record<NameLikeness, string>> = {
  same: 'name is the same',
  rough: 'name is spelled alike',
  firstNameOnly: 'first name is alike',
  otherSurname: 'first name is alike',
  surname: 'surname is alike',
};

const nameReason = (role: Role, { now, earlier, name, birth }: Pair): Reason[] => {
  const isWrittenOtherwise = name === 'same' && now.name !== earlier.name;
  const said = nameWordsOf[isWrittenOtherwise ? 'rough' : name];
  if (said === undefined) return [];
  const detail = shown(now.name, earlier.name);
  const but = birth === 'unlike' && name !== 'surname' ? ', but the birth date is another' : '';
  return [{ evidence: { kind: `${role}_name`, detail }, words: `${role}'s ${said} (${detail})${but}` }];
};

const asWritten = (date: CalendarDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
};

const birthReason = (role: Role, { now, earlier, birth }: Pair): Reason[] => {
  if (now.birthDate === null || earlier.birthDate === null || birth === 'unlike') return [];
  const detail = shown(asWritten(now.birthDate), asWritten(earlier.birthDate));
  const said = now.birthDate === earlier.birthDate ? 'the same' : 'nearly the same';
  return [{ evidence: { kind: 'birth_date', detail }, words: `${role}'s birth date is ${said} (${detail})` }];
};

const reasonsOf = (role: Role, pairs: Pair[]): Reason[] =>
  pairs
    .filter((pair) => pair.points > 0)
    .flatMap((pair) => [...nameReason(role, pair), ...birthReason(role, pair)]);

const sharedSurname = (pairs: Pair[]): Pair | undefined =>
  pairs.some(({ name }) => name === 'same' || name === 'rough')
    ? undefined
    : pairs.find(({ name }) => name === 'surname');

const mayBeSame = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

const isSameContact = (a: Contact, b: Contact): boolean =>
  a.kind === b.kind && a.key === b.key && mayBeSame(a.unit, b.unit) && mayBeSame(a.zip, b.zip);

const saidOfContact: [ContactKind, string][] = [
  ['phone', 'same phone'],
  ['address', 'same address'],
  ['email', 'same e-mail'],
];

const contactReasons = (now: ReadFamily, earlier: ReadFamily): Reason[] => {
  const met = now.contacts.flatMap((mine) => {
    const theirs = earlier.contacts.find((other) => isSameContact(mine, other));
    return theirs ? [{ kind: mine.kind, detail: shown(mine.text, theirs.text) }] : [];
  });
  return saidOfContact.flatMap(([kind, said]) => {
    const evidence = met.find((one) => one.kind === kind);
    return evidence ? [{ evidence, words: `${said} (${evidence.detail})` }] : [];
  });
};

const compare = (now: ReadFamily, earlier: ReadFamily): Likeness | null => {
  const pairs = (role: Role, mine: ReadPerson[], theirs: ReadPerson[]): Pair[][] =>
    mine.map((one) => theirs.map((other) => pairOf(role, one, other)));
  const grownUps = pairs('caregiver', now.caregivers, earlier.caregivers);
  const caregivers = bestPairs(grownUps);
  const children = bestPairs(pairs('child', now.children, earlier.children));
  const surname = sharedSurname(grownUps.flat());
  const contacts = contactReasons(now, earlier);
  const score =
    total([...caregivers, ...children]) +
    (surname ? points.surname : 0) +
    contacts.reduce((sum, { evidence }) => sum + points[evidence.kind as ContactKind], 0);
  if (score < ENOUGH) return null;
  const reasons = [
    ...reasonsOf('caregiver', caregivers),
    ...(surname && surname.points === 0 ? nameReason('caregiver', surname) : []),
    ...contacts,
    ...reasonsOf('child', children),
  ];
  return { score, why: reasons.map(({ words }) => words), evidence: reasons.map(({ evidence }) => evidence) };
};

/**
 * Whether the family now at intake may be one that was referred before, with a score (higher: more alike; points, no
 * probability) and the reasons; `null` when not alike. Both ways round the score is the same. Never a decision: the
 * gatekeeper links the two or does not.
 */
export const likeness = (now: FamilyFacts, earlier: FamilyFacts): Likeness | null => {
  const spell = speller();
  return compare(readFamily(now, spell), readFamily(earlier, spell));
};

/** The families among `earlier` that are alike, the most alike first; of two equally alike the lower id first. */
export const rankAlike = <Id extends string | number>(
  now: FamilyFacts,
  earlier: readonly { id: Id; facts: FamilyFacts }[],
): (Likeness & { id: Id })[] => {
  const spell = speller();
  const read = readFamily(now, spell);
  return earlier
    .flatMap(({ id, facts }) => {
      const alike = compare(read, readFamily(facts, spell));
      return alike ? [{ id, ...alike }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
};
