import { labelsIn, type Party, type PartyKind, type Section, withShortLabels } from '../labels.ts';
import { referralColumns } from './columns.ts';

/** How many people of each kind one row has room for. */
export const mostPeople = 20;

/** Every field of a referral that a column can be. */
export const referralFields: readonly string[] = referralColumns(mostPeople, mostPeople).map(
  ({ path }) => path,
);

const plain = (heading: string): string =>
  heading
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const written = new Map(
  referralColumns(mostPeople, mostPeople).flatMap(({ path, heading }) => [
    [plain(heading), path],
    [plain(path), path],
  ]),
);

/** What offices call what the form does not ask. */
const alsoCalled: [RegExp, string][] = [
  [
    /^(?:date |time )?(?:of )?(?:received|receipt)(?: (?:at|on|date))?$|^(?:date of )?referral date$|^date$/,
    'receivedAt',
  ],
  [/^(?:referral )?source$/, 'source'],
  [/^program$/, 'program'],
  [/^county(?: of residence| name)?$/, 'county'],
  [/^(?:priority|risk)(?: level)?$/, 'priority'],
  [/^situation(?: type)?$/, 'situation'],
  [/^(?:primary |home |family )?language(?: spoken)?$/, 'language'],
  [/^interpreter(?: needed| arranged)?$/, 'interpreterArranged'],
  [/^(?:cd |division )involvement$/, 'divisionInvolvement'],
  [/^tapa(?: y n)?$/, 'tapa'],
  [/^(?:date of (?:the )?tapa|tapa (?:date|signed))$/, 'tapa.date'],
  [/^(?:immediate )?safety concerns?$/, 'safetyConcern'],
  [/^notes?$|^comments?$/, 'leftovers'],
  [/^(?:referring |referral )?(?:agency|organi[sz]ation)$/, 'submitter.organization'],
  [/^(?:referring |referral )(?:person|worker|party)$|^referr(?:ed by|er)$/, 'submitter.name'],
  [/^agree(?:s|d|ment)?$/, 'familyAgrees'],
];

const ofSection: Partial<Record<Section, string>> = {
  submitter: 'submitter.name',
  reason: 'reason',
  servicesProvided: 'servicesProvided',
  accommodations: 'accommodations',
  discussedOn: 'discussedOn',
  familyAgrees: 'familyAgrees',
};

const listOf: Record<Exclude<PartyKind, 'other'>, Party['kind'] | 'caregivers' | 'children'> = {
  submitter: 'submitter',
  caregiver: 'caregivers',
  child: 'children',
};

/** The field that the form's own labels mean, where the whole heading is such a label; people count from `next`. */
function labelled(heading: string, next: (list: string, field: string) => number): string | null {
  const line = `${withShortLabels(heading)
    .replace(/[\s:]+/g, ' ')
    .trim()}:`;
  const label = labelsIn(line)[0];
  if (label?.start !== 0 || label.end !== line.length) return null;
  if (label.section) return ofSection[label.section] ?? null;
  if (!label.party || label.party === 'other') return null;
  const list = listOf[label.party];
  const field = label.field ?? 'name';
  if (list === 'submitter') return `submitter.${field}`;
  return `${list}[${label.number === null ? next(list, field) : label.number - 1}].${field}`;
}

/**
 * Which field of a referral each heading is, `null` where that is not known. The second “Child name” is the second
 * child’s. Known are the program’s own headings and field names, the labels of the form [002], and what offices often write.
 */
export function recognisedReferral(headings: readonly string[]): (string | null)[] {
  const counted = new Map<string, number>();
  const next = (list: string, field: string): number => {
    const at = counted.get(`${list}.${field}`) ?? 0;
    counted.set(`${list}.${field}`, at + 1);
    return at;
  };
  return eachOnce(headings, (heading, before) => {
    const name = plain(heading);
    const found =
      birthDateOf(before, name) ??
      written.get(name) ??
      alsoCalled.find(([pattern]) => pattern.test(name))?.[1] ??
      labelled(heading.replace(/_/g, ' '), next) ??
      labelled(name, next);
    return found && referralFields.includes(found) ? found : null;
  });
}

/** A birth date that does not say whose is that of the person named just before. A heading that is there again has a number. */
const birthDateOf = (before: string | null, name: string): string | null =>
  before !== null && /^(?:d ?o ?b|birth ?(?:date|day)|date of birth|born)(?: \d+)?$/.test(name)
    ? (/^((?:caregivers|children)\[\d+\])\.name$/.exec(before)?.[1]?.concat('.birthDate') ?? null)
    : null;

/** A second column of the same field is not taken over the first. `find` is told what the column before is. */
function eachOnce(
  headings: readonly string[],
  find: (heading: string, before: string | null) => string | null,
): (string | null)[] {
  const found: (string | null)[] = [];
  for (const heading of headings) found.push(find(heading, found.at(-1) ?? null));
  return found.map((field, i) => (found.indexOf(field) === i ? field : null));
}

const specialistCalled: [RegExp, string][] = [
  [/^(?:iis )?(?:specialist|code|specialist code|short name)$/, 'code'],
  [/^(?:specialist )?(?:full )?name$/, 'name'],
  [/^agency(?: name)?$|^contractor$|^organi[sz]ation$/, 'agency'],
  [/^supervis(?:or|ed by)(?: name)?$/, 'supervisor'],
  [/^program$/, 'program'],
  [/^circuits?$/, 'circuits'],
  [/^(?:only in )?count(?:y|ies)(?: only)?$/, 'counties'],
  [/^languages?(?: spoken)?$/, 'languages'],
  [/^(?:also )?takes(?: also)?$/, 'takes'],
  [/^(?:(?:work|cell|mobile|office) )?phone(?: number)?$/, 'phone'],
  [/^e ?mail(?: address)?$/, 'email'],
  [/^ended(?: on)?$/, 'ended.on'],
  [/^reason of the end$/, 'ended.reason'],
  [/^places$/, 'places'],
  [/^open cases$/, 'openCases'],
  [/^openings$/, 'openings'],
];

export const specialistFields = specialistCalled.map(([, field]) => field);

/** Which fact of a specialist each heading is, `null` where that is not known. */
export const recognisedSpecialist = (headings: readonly string[]): (string | null)[] =>
  headings.map((heading) => specialistCalled.find(([pattern]) => pattern.test(plain(heading)))?.[1] ?? null);
