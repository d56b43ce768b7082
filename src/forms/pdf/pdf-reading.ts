import type { FormReading } from '../../rules/intake.ts';
import { hasWords, oneLine, plainText } from '../clean-text.ts';
import type { FormFacts } from '../field-values.ts';
import type { FilledIn } from '../form-places.ts';
import { readFilledIn } from '../form-text.ts';
import { longFields } from '../labels.ts';
import type { FieldMap } from './field-map.ts';
import { agreementFields, partOf, pathOfOwn, versionField } from './own-fields.ts';
import { readByLabels, toldBy } from './pdf-labels.ts';
import type { PdfField, PdfForm } from './read-pdf.ts';

/**
 * What a filled PDF form says. A field goes where the map sends it; else, where its name is one of ours, to that
 * field; else to what its label or name means, as labels are read in the text of a form. What fits no field and is
 * filled in is a leftover.
 */
export function readingOfPdf({ fields }: PdfForm, facts: FormFacts, map: FieldMap = new Map()): FormReading {
  const own: (PdfField & { own: string })[] = [];
  const others: PdfField[] = [];
  for (const field of fields) {
    const name = map.get(field.name) ?? field.name;
    if (name === versionField) continue;
    if (isOwn(name)) own.push({ ...field, own: name });
    else others.push(field);
  }
  const filled = readOwn(own);
  const labelled = readByLabels(others);
  for (const [path, lines] of labelled.values) {
    if (!filled.values.has(path)) {
      filled.values.set(path, lines);
      filled.labels.set(path, labelled.labels.get(path) ?? '');
    } else filled.leftovers.push(...lines.filter(hasWords));
  }
  filled.leftovers.push(...labelled.leftovers);
  return readFilledIn({ ...filled, guessed: labelled.guessed }, facts, asWritten);
}

/** The text of the fields, one under the other, to be kept with the referral as what came in. */
export const textOfPdf = ({ fields }: PdfForm): string =>
  fields
    .filter(({ name, value }) => value !== '' && name !== versionField)
    .map(toldBy)
    .join('\n');

/** The lines of a field are those of whoever typed them. */
const asWritten = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const agreements: readonly string[] = Object.values(agreementFields);

const isOwn = (name: string): boolean => agreements.includes(name) || pathOfOwn(partOf(name).name) !== null;

const isProse = (path: string): boolean => longFields.some((long) => long === path);

function readOwn(fields: readonly (PdfField & { own: string })[]): Omit<Required<FilledIn>, 'guessed'> {
  const filled = { values: new Map<string, string[]>(), leftovers: [], labels: new Map<string, string>() };
  const parts = new Map<string, { part: number; value: string }[]>();
  for (const field of fields) {
    const { name, part } = partOf(field.own);
    const path = pathOfOwn(name);
    if (path !== null) filled.labels.set(path, field.label ?? field.name);
    if (path === null) addAgreement(filled, field);
    else if (field.value !== '') parts.set(path, [...(parts.get(path) ?? []), { part, value: field.value }]);
  }
  for (const [path, all] of parts) {
    const value = all
      .sort((a, b) => a.part - b.part)
      .map((one) => one.value)
      .join('');
    const text = isProse(path) ? plainText(value) : oneLine(plainText(value));
    if (hasWords(text)) filled.values.set(path, [text]);
  }
  return filled;
}

/** A box that is ticked is a mark, as it would be on paper; in a field of text somebody answered in words. */
function addAgreement({ values }: FilledIn, { kind, own, value }: PdfField & { own: string }): void {
  if (value === '') return;
  const says = own === agreementFields.yes ? 'Yes' : 'No';
  const [path, text] = kind === 'check' ? ['familyAgrees.mark', `[x] ${says}`] : ['familyAgrees', value];
  values.set(path, [...(values.get(path) ?? []), text]);
}
