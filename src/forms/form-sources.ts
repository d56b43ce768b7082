import { type FieldSource, type Intake, valueAt } from '../rules/intake.ts';
import { hasMoreThanMarks } from './check-box.ts';
import { hasWords } from './clean-text.ts';
import type { FilledIn } from './form-places.ts';
import { longFields } from './labels.ts';

/** What stands in a field, on one line; `null` where nothing does. */
export const textAt = ({ values }: FilledIn, path: string): string | null => {
  const text = (values.get(path) ?? [])
    .join(path.endsWith('address') ? ', ' : ' ')
    .replace(/,+ ,|,, /g, ', ');
  return hasWords(text) ? text : null;
};

/** How the lines that were read into a prose field become its text. */
export type JoinLines = (lines: readonly string[]) => string;

/** What stands in a field of prose. */
export const proseAt = ({ values }: FilledIn, path: string, join: JoinLines): string | null => {
  const text = join(values.get(path) ?? []);
  return hasWords(text) ? text : null;
};

const plainAnswer = /^\W*(?:yes|no|x)\W*$/i;

/** A yes or no without a mark was said in words, which can be meant otherwise. */
const agreementSource = ({ values, labels, guessed }: FilledIn): FieldSource => {
  const marks = values.get('familyAgrees.mark') ?? [];
  const answers = (values.get('familyAgrees') ?? []).filter((answer) => answer.trim() !== '');
  const text = [...marks, ...answers].join(' ').replace(/\s+/g, ' ').trim();
  const inWords = answers.some((answer) => hasMoreThanMarks(answer) && !plainAnswer.test(answer));
  return {
    field: 'familyAgrees',
    label: labels?.get('familyAgrees') ?? null,
    text,
    doubt: inWords ? 'words' : guessed?.has('familyAgrees') ? 'label' : null,
  };
};

/** The people of each list by where they stand on the form, in the order of the intake. */
export interface People {
  caregivers: readonly string[];
  children: readonly string[];
}

/** Where a value of the form stands in the intake; `null` of somebody who was left out. */
const inIntake = (path: string, { caregivers, children }: People): string | null => {
  const [, person = '', list, rest = ''] = /^((caregivers|children)\[\d+\])(.*)$/.exec(path) ?? [];
  if (!list) return path;
  const at = (list === 'caregivers' ? caregivers : children).indexOf(person);
  return at < 0 ? null : `${list}[${at}]${rest}`;
};

const isNotOnForm = (path: string): boolean => /^(?:county|priority|language|tapa)$/.test(path);

/** What the values of an intake were read from, in the order of the form. */
export const sourcesOf = (filled: FilledIn, intake: Intake, people: People, join: JoinLines): FieldSource[] =>
  [...filled.values.keys()]
    .filter((path) => path !== 'familyAgrees.mark')
    .flatMap((path): FieldSource[] => {
      if (path === 'familyAgrees') return [agreementSource(filled)];
      const field = inIntake(path, people);
      if (field === null) return [];
      const isLong = longFields.some((long) => long === path);
      const text = (isLong ? proseAt(filled, path, join) : textAt(filled, path)) ?? '';
      const doubt = filled.guessed?.has(path) ? 'label' : isNotOnForm(path) ? 'place' : null;
      return [{ field, label: filled.labels?.get(path) || null, text, doubt }];
    })
    .concat(filled.values.has('familyAgrees') ? [] : [agreementSource(filled)])
    .filter(({ field, text }) => text !== '' && valueAt(intake, field) !== null);
