import { hasWords, oneLine, plainText } from '../clean-text.ts';
import { readLines } from '../form-lines.ts';
import type { FilledIn } from '../form-places.ts';
import { labelsIn, longFields, withMarkAsValue, withShortLabels } from '../labels.ts';
import type { PdfField } from './read-pdf.ts';

/**
 * Reads the fields of a form that is not ours by what they are called, as the labels of a form in text are read: by
 * whom they stand under, and in the order of the page. What is filled in and means nothing known is left over.
 */
export function readByLabels(fields: readonly PdfField[]): Required<FilledIn> {
  const lines: string[] = [];
  const ends = new Set<number>();
  const unknown: string[] = [];
  fields.forEach((field, i) => {
    const line = labelledLine(field, i);
    if (line !== null) {
      lines.push(...line.split('\n'), '');
      // What comes after a field of prose is no part of it.
      if (labelsIn(line).some(({ section }) => longFields.some((long) => long === section)))
        ends.add(lines.length - 1);
    } else if (field.value !== '') unknown.push(toldBy(field));
  });
  const { values, leftovers, labels, guessed } = readLines(lines, (line) => ends.has(line));
  const filled = (text: string): string => withValues(text, fields);
  return {
    values: new Map([...values].map(([path, texts]) => [path, texts.map(filled)])),
    leftovers: [...leftovers.map(filled).filter(hasWords), ...unknown],
    labels,
    guessed,
  };
}

/** `Phone: 573-555-0101`, or the name of the field where it has no label. */
export const toldBy = ({ name, label, kind, value }: PdfField): string =>
  kind === 'check'
    ? `[x] ${label ?? name}`
    : `${(label ?? name).replace(/[\s:]+$/, '')}: ${plainText(value)}`;

// While the labels are read, a sign stands for each value, so that nothing in a value is taken for a label.
const signFor = (at: number): string => `\uE000${at}\uE001`;
const anySign = /\uE000(\d+)\uE001/g;

const withValues = (text: string, fields: readonly PdfField[]): string =>
  text.replace(anySign, (_, at: string) => {
    const value = plainText(fields[Number(at)]?.value ?? '');
    return value.includes('\n') ? value.trim() : oneLine(value);
  });

/** The line that the field would be in the text of a form; `null` where no name of it is a known label. */
function labelledLine(field: PdfField, at: number): string | null {
  for (const called of callsOf(field)) {
    const line = field.kind === 'check' ? tickedLine(field, called) : null;
    if (line !== null) return line;
    const label = withShortLabels(called)
      .trim()
      .replace(/(?:\s*\([^()]*\))?[\s:*]*$/, '');
    const [found] = labelsIn(`${label}:`);
    if (!found?.leads || found.end !== label.length + 1) continue;
    if (field.kind === 'check') return field.value === '' ? '' : `${label}: [x]`;
    return `${label}: ${field.value === '' ? '____' : signFor(at)}`;
  }
  return null;
}

/** The box before the sentence that the family was spoken to, as it stands on the form [002]. */
function tickedLine({ value }: PdfField, called: string): string | null {
  const line = `${value === '' ? '[ ]' : '[x]'} Yes ${called.replace(/^\W*yes\W*/i, '')}`;
  const read = withMarkAsValue(line);
  return read === line ? null : read;
}

/** What the field is called: its label, then its name in words, without and with the groups that it is in. */
function callsOf({ name, label }: PdfField): string[] {
  const parts = name.split('.').map(inWords).filter(Boolean);
  return [label ?? '', parts.at(-1) ?? '', parts.join(' ')].filter(Boolean);
}

/** `Caregiver1_DOB[0]` as `Caregiver 1 DOB`. */
const inWords = (part: string): string =>
  part
    .replace(/\[\d+\]/g, '')
    .replace(/(\p{Ll})(?=\p{Lu})|(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2$3 ')
    .replace(/[_\s-]+/g, ' ')
    .trim();
