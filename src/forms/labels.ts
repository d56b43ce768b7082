import { choiceStart } from './check-box.ts';

/** Whom the lines are about: the numbers count from 0. */
export type Party =
  | { kind: 'submitter' | 'other' | 'preamble' | 'none' }
  | { kind: 'caregiver' | 'child'; index: number };

/** The fields of the form that can hold several lines of prose. */
export const longFields = ['reason', 'servicesProvided', 'accommodations'] as const;
export type LongField = (typeof longFields)[number];

// Words of a label, whatever stands between them: other quotes, hyphens, a line end put in by a mail program.
const words = (text: string): string => text.replaceAll(' ', String.raw`[^\p{L}\p{N}]+`);

const sections = {
  submitter: 'this community referral is (?:being )?submitted by|(?:referral )?submitted by|referred by',
  family: 'family(?: contact)? info(?:rmation)?',
  reason: 'reasons?(?:\\(s\\))?(?: for (?:the |this )?referral)?',
  servicesProvided: '(?:the following )?services (?:already )?(?:have been )?provided(?: to the family)?',
  accommodations: '(?:special )?accommodations?(?: needed)?(?: by the family)?',
  discussedOn:
    'date (?:you |i |we )?(?:discussed|spoke|spoken|talked) (?:to|with) (?:the )?family(?: (?:about|regarding) (?:the )?(?:referral|services))?|date (?:the )?family was (?:spoken to|contacted)',
  mark: 'mark before the agreement',
  familyAgrees:
    '(?:does |has |have )?(?:the )?family (?:agrees?|agreed|has agreed|is in agreement|agreement)(?: to (?:the )?(?:services|referral|iis))?',
} as const;

// Whoever may be the caregiver of a form without being called so.
const parent = '(?:(?:foster|step|grand)[ -]?)?(?:mother|father|mom|dad|parent)';
const kin = `${parent}|aunt|uncle|sister|brother|sibling|cousin|partner|boyfriend|girlfriend|husband|wife|spouse|fianc[eé]e?|relative|household member|room ?mate|friend|neighbou?r|landlord`;
const helper =
  'emergency contact|(?:case ?|social ?)?worker|case ?manager|supervisor|therapist|counsell?or|psychiatrist|psychologist|doctor|physician|pa?ediatrician|nurse|teacher|attorney|lawyer|guardian ad litem|(?:probation|juvenile|police) officer';
const whose =
  "maternal|paternal|biological|bio|birth|adoptive|absent|other|ex|(?:child|children|mother|father|family|caregiver)(?:['’´]?s['’]?)?";

const parties = {
  submitter: 'submitter|your',
  caregiver: String.raw`caregiver|parent(?: ?\/ ?guardian)?|guardian`,
  child: 'child(?:ren)?',
  other: `(?:(?:${whose})[ -])?(?:${kin}|${helper})`,
} as const;

const fields = {
  name: '(?:full )?names?',
  organization: String.raw`organi[sz]ation(?: ?\/ ?agency)?(?: name)?|agency(?: name)?`,
  phone: String.raw`(?:(?:work|cell|home|mobile|office|daytime|direct|message|main|best|contact|tele) ?)?phone(?: ?(?:numbers?|no\.?|#))?|tel\.?`,
  email: 'e ?-? ?mail(?: address)?',
  birthDate: String.raw`d\. ?o\. ?b\.?|dob|birth ?dates?|date of birth`,
  address: '(?:home |street |mailing |current )?address',
  date: "date(?: of (?:the |this )?referral| submitted| sent)?|(?:referral|today['’]?s) date",
} as const;

export type Section = keyof typeof sections;
export type PartyKind = keyof typeof parties;
export type Field = keyof typeof fields;

/** The fields that each party has; `date` stands above the first of them. */
export const fieldsOf: Record<Party['kind'], readonly Field[]> = {
  preamble: ['date'],
  submitter: ['name', 'organization', 'phone', 'email', 'date'],
  caregiver: ['name', 'birthDate', 'phone', 'email', 'address'],
  child: ['name', 'birthDate'],
  other: ['date'],
  none: [],
};

/** A label as it was found; whether it counts depends on where the reader is. */
export interface Label {
  start: number;
  end: number;
  section: Section | null;
  party: PartyKind | null;
  /** As it is written, from 1; `null` where the label has no number. */
  number: number | null;
  field: Field | null;
  /** A colon, or a line to fill in, follows: it is a label even in the middle of a line. */
  isPlain: boolean;
  /** A dash follows instead of a colon. */
  isDashed: boolean;
  /** What made it a label stands at the beginning of the line. */
  leads: boolean;
}

const either = (table: Record<string, string>): string => Object.values(table).join('|');
const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = (group: string): string =>
  String.raw`(?: ?(?:no\. ?|number |# ?|\()?(?<${group}>\d{1,2}|${numberWords.join('|')})(?![\p{L}\p{N}])\)?)?`;

// The separator: a colon, a dash, a line to fill in, the end of the line, or the digits that a date or phone begins with.
const separator = String.raw`(?: *(?<colon>[:：?])|(?<dash> +[-–—]+(?= )| *[–—])|(?<blank>(?= *_{2,}))|(?<ended>(?= *$))|(?<digits>(?= +\(?\d)))`;
const anyLabel = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’])(?:(?<section>${either(sections)})` +
    String.raw`|(?<party>${either(parties)})(?:\(s\)|\(ren\)|s(?= ?[:#\d]))?${number('n')}(?:['’´${'`'}]?s)?(?: (?<own>${either(fields)})${number('m')})?` +
    `|(?<field>${either(fields)}))${separator}`,
  'giu',
);

/** Which entry of a table a piece of text is. */
const finder = <Key extends string>(table: Record<Key, string>) => {
  const patterns = (Object.keys(table) as Key[]).map(
    (key) => [key, new RegExp(`^(?:${table[key]})$`, 'iu')] as const,
  );
  return (text: string | undefined): Key | null =>
    text === undefined ? null : (patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null);
};
const sectionNamed = finder(sections);
const partyNamed = finder(parties);
const fieldNamed = finder(fields);

const numberOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const named = numberWords.indexOf(text.toLowerCase());
  return named < 0 ? Number(text) : named + 1;
};

const leading = /^(?:[\s*•·–—|#_.()[\]-]|\d{1,2}[.)](?= ))*$/;

// How much of the line before a label is looked at, however long it is.
const near = 120;

/** Whether a word such as "child" or "guardian" before a field says whose it is; else it ends the value before it. */
const saysWhose = (before: string, party: string, between: string): boolean => {
  if (/\S/.test(between)) return true;
  if (/^(?:caregiver|submitter)$/i.test(party))
    return !/(?:[,(]|\b(?:no|other|another|second|only|primary)) ?$/i.test(before);
  return /(?:[^: ] {2,}|[|;] ?)$/.test(before);
};

const isInBrackets = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** All that looks like a label of the form [002] in one line, in the order written. */
export const labelsIn = (line: string): Label[] =>
  [...line.matchAll(anyLabel)].map((match) => {
    const { section, party, own, field, n, m, colon, blank, dash, ended, digits } = match.groups!;
    const before = line.slice(Math.max(0, match.index - near), match.index);
    const leads = match.index <= 12 && leading.test(before);
    const ownAt = own === undefined ? 0 : match[0].lastIndexOf(own);
    const isBare =
      ownAt > 0 && !leads && !saysWhose(before, party!, match[0].slice(party!.length, ownAt) + (m ?? ''));
    const found = fieldNamed(own ?? field);
    // A number in brackets may be anybody's: `(grandma's cell phone 573-555-0177)`.
    const datable =
      found === 'birthDate' ||
      ((found === 'phone' || found === 'date') && (!isInBrackets(before) || /\( ?$/.test(before)));
    const end = match.index + match[0].length;
    const isDated = digits !== undefined || (dash !== undefined && /^ *\(?\d/.test(line.slice(end, end + 9)));
    const whom = isBare ? null : partyNamed(party);
    const isRemark = whom === 'other' && isInBrackets(before);
    const isPlain = !isRemark && (colon !== undefined || blank !== undefined || (isDated && datable));
    // "Mother" on a line of its own says who a caregiver is.
    const byItself = leads && (dash !== undefined || (ended !== undefined && whom !== 'other'));
    return {
      start: match.index + (isBare ? ownAt : 0),
      end,
      section: sectionNamed(section),
      party: whom,
      number: numberOf(n ?? m),
      field: found,
      isPlain,
      isDashed: dash !== undefined,
      leads: leads && (isPlain || byItself),
    };
  });

const parentWord = new RegExp(parent, 'i');

/** The word in a label by which somebody is called who may be a caregiver, such as `stepfather`. */
export const parentIn = (label: string): string | null => parentWord.exec(label)?.[0].toLowerCase() ?? null;

const otherFirst = new RegExp(String.raw`^[\s*•·–-]{0,8}(?:${parties.other})[ ,]+(?=(\p{L}))`, 'iu');

/** Whether a line without a label begins with somebody who has no place on the form: `Father Lee Other`. */
export const beginsWithOther = (line: string): boolean => /\p{Lu}/u.test(otherFirst.exec(line)?.[1] ?? '');

/** The long labels of the form, which a mail program may wrap, and the short ones that mean the same. */
const longLabels: readonly (readonly [RegExp, string])[] = (
  [
    [
      'this community referral is being submitted to the local children.?s division gatekeeper for consideration of a referral to intensive in home services for the above named family for the following reasons?(?:\\(s\\))?',
      'Reason',
    ],
    ['the following services have been provided to the family', 'Services provided'],
    [
      'special accommodations(?: (?:ie|i e|eg|e g))?(?: interpretation services)? needed by the family',
      'Accommodations',
    ],
    [
      'date you (?:spoke|talked) (?:to|with) (?:the )?family(?: regarding the referral(?: for services)?)?',
      'Date you spoke to the family',
    ],
  ] as const
).map(([label, short]) => [new RegExp(String.raw`(?<![\p{L}\p{N}])${words(label)} *:?`, 'giu'), short]);

/** The text with each long label on a line of its own and in its short form. */
export const withShortLabels = (text: string): string =>
  longLabels.reduce((folded, [label, short]) => folded.replace(label, `\n${short}: `), text);

const agreement = new RegExp(
  `(?<![\\p{L}\\p{N}])${words(
    'I have(?<not> not(?: yet)?)? had a discussion with the family about referring them to IIS services(?: with the Children.?s Division)?',
  )}\\.?`,
  'giu',
);
const markAlone = /\n[ ]*(?:[([{] ?[xX✓✔] ?[)\]}]|[☑☒✓✔✅]|[xX]) *\n\s*$/u;

/** The text with what stands before "I have had a discussion with the family" as a value of its own. */
export const withMarkAsValue = (text: string): string => {
  let folded = '';
  let from = 0;
  for (const match of text.matchAll(agreement)) {
    const near = text.slice(Math.max(from, match.index - 200), match.index);
    const line = near.slice(near.lastIndexOf('\n') + 1);
    const box = match.index - line.length + choiceStart(line);
    let before = text.slice(from, box);
    const above = markAlone.exec(before.slice(-80))?.[0] ?? '';
    before = before.slice(0, before.length - above.length);
    const mark = `${above}${text.slice(box, match.index)}`.replace(/\s+/g, ' ');
    folded += `${before}\nMark before the agreement: ${mark}\n${match.groups?.not ? 'I have not had a discussion\n' : ''}`;
    from = match.index + match[0].length;
    from += /^ *\n/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
  }
  return folded + text.slice(from);
};
