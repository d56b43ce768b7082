import type { Meaning, Term } from './find-terms.ts';
import { birthInWords } from './in-words.ts';
import { emailKey } from './name-keys.ts';
import { phoneKey } from './phone.ts';
import type { Referral } from './referral.ts';
import type { CalendarDate } from './time.ts';
import { findableWords, type WordFit, wordFitter, wordPoints } from './word-fit.ts';
import type { CaseNumber } from './words.ts';

// Source: none of the program's documents; a local default. A number names one thing, a name fits several families,
// and a year of birth or an age only tells them apart.
export const points = {
  referral: 200,
  case: 190,
  family: 180,
  faces: 170,
  email: 150,
  emailBegins: 90,
  phone: 150,
  phoneWithoutArea: 110,
  phoneEnd: 60,
  date: 120,
  year: 40,
  age: 40,
  /** Who refers is remembered less than whom. */
  submitterLess: 15,
  organizationLess: 25,
  /** For each further word of one and the same name. */
  sameName: 10,
} as const;

/** What is looked through of one referral. */
export type Findable = Pick<Referral, 'id' | 'submitter' | 'faces'> & {
  family: Referral['family'];
  cases: readonly CaseNumber[];
};

type Who = 'caregiver' | 'child' | 'submitter' | 'organization';

/** Why a referral was found: `what` in words, `typed` where it only resembles that, and the `fact` itself. */
export interface Because {
  what: string;
  typed: string | null;
  fact: string | null;
}

export interface Weighed {
  score: number;
  because: Because[];
  /** Whether every name is as it was typed, and they are all of the family or all of who refers: no guess. */
  isClear: boolean;
}

interface Met {
  points: number;
  who: Who | null;
  /** Which name it is, so that words of one name are told together. */
  person: number;
  fit: WordFit | 'fact';
  what: string;
  fact: string | null;
}

interface Person {
  who: Who;
  at: number;
  name: string | null;
  birthDate: CalendarDate | null;
  phone: string | null;
  email: string | null;
}

type Fitter = ReturnType<typeof wordFitter>;

const nobody = { birthDate: null, phone: null, email: null };

const peopleOf = ({ family, submitter }: Findable): Person[] =>
  [
    ...family.caregivers.map((person) => ({ ...person, who: 'caregiver' as const })),
    ...family.children.map((person) => ({ ...nobody, ...person, who: 'child' as const })),
    { ...nobody, ...submitter, who: 'submitter' as const },
    { ...nobody, name: submitter.organization, who: 'organization' as const },
  ].map((person, at) => ({ ...person, at }));

/** How much a name that fits so tells, by whose it is. */
export const namePoints = (fit: WordFit, who: Who): number =>
  wordPoints[fit] -
  (who === 'submitter' ? points.submitterLess : who === 'organization' ? points.organizationLess : 0);

/** How much the digits of a phone tell: all ten, without the area code, or only its end. */
export const phonePoints = (digits: string): number =>
  digits.length >= 10 ? points.phone : digits.length >= 7 ? points.phoneWithoutArea : points.phoneEnd;

const wholeName: Record<Who, string> = {
  caregiver: 'caregiver’s name',
  child: 'child’s name',
  submitter: 'submitter’s name',
  organization: 'submitter’s organization',
};

const fitInWords: Record<WordFit, string> = {
  same: '',
  heard: 'sounds like',
  sound: 'sounds like',
  slip: 'is spelled nearly like',
  start: 'begins with',
  part: 'has in it',
};

function metByWord(fitOf: Fitter, { who, at, name }: Person): Met[] {
  const fits = findableWords(name ?? '').flatMap((one) => fitOf(one) ?? []);
  return fits.map((fit) => ({
    points: namePoints(fit, who),
    who,
    person: at,
    fit,
    what: wholeName[who],
    fact: name,
  }));
}

const bornInWords = { date: '’s birth date', year: '’s year of birth', age: '’s age' };

type Born = Extract<Meaning, { kind: 'born' }>;

function metByBirth({ said, after, until }: Born, person: Person, today: CalendarDate): Met[] {
  const { birthDate, who, name, at } = person;
  if (birthDate === null || birthDate <= after || birthDate > until) return [];
  const born = birthInWords(birthDate, today);
  const fact = name === null ? born : `${name}, ${born}`;
  return [{ points: points[said], who, person: at, fit: 'fact', what: `${who}${bornInWords[said]}`, fact }];
}

function metByPhone(digits: string, { who, at, phone }: Person): Met[] {
  const key = phoneKey(phone ?? '');
  if (!key?.endsWith(digits)) return [];
  const what = `${who}’s phone${digits.length < 7 ? ` ends in ${digits}` : ''}`;
  return [{ points: phonePoints(digits), who, person: at, fit: 'fact', what, fact: phone }];
}

function metByEmail(text: string, { who, at, email }: Person): Met[] {
  const key = emailKey(email ?? '');
  if (!key?.startsWith(text)) return [];
  const worth = key === text ? points.email : points.emailBegins;
  return [{ points: worth, who, person: at, fit: 'fact', what: `${who}’s email`, fact: email }];
}

const fact = (kind: 'referral' | 'case' | 'family' | 'faces', what: string): Met[] => [
  { points: points[kind], who: null, person: -1, fit: 'fact', what, fact: null },
];

interface Search {
  terms: readonly Term[];
  fitters: ReadonlyMap<string, Fitter>;
  today: CalendarDate;
}

function metBy(meaning: Meaning, found: Findable, people: Person[], { fitters, today }: Search): Met[] {
  switch (meaning.kind) {
    case 'word':
      return people.flatMap((person) => metByWord(fitters.get(meaning.word)!, person));
    case 'born':
      return people.flatMap((person) => metByBirth(meaning, person, today));
    case 'phone':
      return people.flatMap((person) => metByPhone(meaning.digits, person));
    case 'email':
      return people.flatMap((person) => metByEmail(meaning.text, person));
    case 'referral':
      return isNumber(found.id, meaning) ? fact('referral', 'referral number') : [];
    case 'case':
      return found.cases.some((one) => one === meaning.number) ? fact('case', `case ${meaning.number}`) : [];
    case 'family':
      return found.family.id === meaning.id ? fact('family', `family ${meaning.id}`) : [];
    case 'faces':
      return found.faces?.number === meaning.number ? fact('faces', `FACES number ${meaning.number}`) : [];
  }
}

const isNumber = (id: string, { sequence, year }: Extract<Meaning, { kind: 'referral' }>): boolean => {
  const [, itsYear = '', itsSequence = ''] = /^R(\d+)-(\d+)$/.exec(id) ?? [];
  return Number(itsSequence) === sequence && (year === null || Number(itsYear) === year % 100);
};

/**
 * Tells how well a referral fits all that was typed, and why; `null` where one part of it fits nothing. Of several people
 * whom a part fits, the one who fits best is told, and a word of the same name before one of another.
 */
export function weigher(terms: readonly Term[], today: CalendarDate): (found: Findable) => Weighed | null {
  const words = terms.flatMap(({ may }) => may.flatMap((one) => (one.kind === 'word' ? one.word : [])));
  const fitters = new Map(words.map((word) => [word, wordFitter(word)]));
  return (found) => weighed({ terms, fitters, today }, found);
}

function weighed(search: Search, found: Findable): Weighed | null {
  const { terms } = search;
  const people = peopleOf(found);
  const all = terms.map(({ may }) => may.flatMap((meaning) => metBy(meaning, found, people, search)));
  if (terms.length === 0 || all.some((met) => met.length === 0)) return null;
  const fullest = mostMet(all);
  const best = all.map((met) => met.reduce((a, b) => (worth(b, fullest) > worth(a, fullest) ? b : a)));
  const together = best.filter(({ fit, person }) => fit !== 'fact' && person === fullest).length;
  const extra = Math.max(0, together - 1) * points.sameName;
  return {
    score: best.reduce((sum, met) => sum + met.points, extra),
    because: becauseOf(terms, best),
    isClear: isClear(best.filter(({ fit }) => fit !== 'fact')),
  };
}

const isClear = (named: readonly Met[]): boolean =>
  named.every(({ fit }) => fit === 'same') && new Set(named.map(({ who }) => isOfFamily(who))).size <= 1;

const isOfFamily = (who: Who | null): boolean => who === 'caregiver' || who === 'child';

/** The person whose name takes most of the words; the first of several. */
function mostMet(all: readonly Met[][]): number {
  const counts = new Map<number, number>();
  for (const met of all) {
    for (const person of new Set(met.filter(({ fit }) => fit !== 'fact').map((one) => one.person)))
      counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return first?.[0] ?? -1;
}

const worth = ({ points: own, fit, person }: Met, fullest: number): number =>
  own + (fit !== 'fact' && person === fullest ? points.sameName : 0);

/** One reason for each part that was typed; words of one name that fit it in the same way are told together. */
function becauseOf(terms: readonly Term[], best: readonly Met[]): Because[] {
  const told = new Map<string, { met: Met; typed: string[] }>();
  for (const [i, met] of best.entries()) {
    const key = [met.person, met.fit === 'fact' ? met.what : fitInWords[met.fit]].join();
    const before = told.get(key);
    if (before) before.typed.push(terms[i]!.typed);
    else told.set(key, { met, typed: [terms[i]!.typed] });
  }
  return [...told.values()].map(({ met: { fit, what, fact }, typed }) => {
    if (fit === 'fact' || fit === 'same') return { what, typed: null, fact };
    return { what: `${what} ${fitInWords[fit]}`, typed: typed.join(' '), fact };
  });
}

/** `caregiver’s name sounds like “hadzich”: Amra Hadžić`; without the fact where it is hidden. */
export const becauseInWords = ({ what, typed, fact }: Because): string => {
  const hides = fact === null || fact === '…';
  return `${what}${typed === null ? '' : ` “${typed}”`}${hides ? '' : `: ${fact}`}`;
};
