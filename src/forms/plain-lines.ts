import { hasWords } from './clean-text.ts';
import { isTitle } from './own-text.ts';

/** Lines as the form has them, from lines that were filled in otherwise but can mean only one thing. */

// A run of spaces or dashes is tried once, from its beginning.
const dateBehindTitle = /^(.*?)(?<![ .,;–—-])[ .,;–—-]+(date ?[:：].*)$/i;

/** The heading, and the date that was written behind it. */
const dateApart = (line: string): string[] => {
  const [, title = '', date = ''] = dateBehindTitle.exec(line) ?? [];
  return hasWords(title) && isTitle(title) ? [title, date] : [line];
};

const birth = String.raw`(?:d\. ?o\. ?b\.?|dob|date of birth|birth ?date)`;
const date = String.raw`\d{1,4}[/-]\d{1,2}[/-]\d{1,4}`;
const person = String.raw`child(?:['’´]s)?(?: ?\d)? (?:full )?name|child ?\d|caregiver ?\d`;
const bareLabel = new RegExp(
  String.raw`^([ *•-]*(?:${person}))(?= +\p{L}(?:[^:：]*\b${birth} *(?:[:：]|(?= \(?\d))|[^:：\d]* \(?${date}\)? *$))`,
  'iu',
);

/** A label without its colon, in front of a name and a date of birth. */
const withColon = (line: string): string => line.replace(bareLabel, '$1:');

const childLine = /^[ *•-]*(child(?:['’´]s)?(?: full)? names?) *[:：](.*)$/iu;
const emptyBirth = new RegExp(String.raw`[,; ]*\b${birth} *[:：][ _]*$`, 'iu');
const child = new RegExp(String.raw`^(\p{L}[^\d;:]*?)[, ]+(?:${birth} *[:：]? *)?\(?(${date})\)?$`, 'iu');

const capital = String.raw`[\p{Lu}\p{Lo}][^\s\d,;:()]*`;
const particle = 'de|del|la|las|los|da|dos|di|le|van|von|der|den|bin|al|el|y';
const nameAndDate = new RegExp(
  String.raw`^(${capital}(?:,? (?:${capital}|${particle}))*(?: \([^()\d]*\))?)` +
    String.raw`(?: [–—-])?,? ?\(?(?:[Bb]orn:? |[Bb]\. ?)?(\d{1,4}[/-]\d{1,2}[/-]\d{1,4})\)?$`,
  'u',
);

/** A name and the date behind it, as in `Tom Sample (3/14/2015)`; `null` where more is said, or no date. */
export const withDateApart = (text: string): { name: string; date: string } | null => {
  const [, name, date] = (text.length < 200 && nameAndDate.exec(text)) || [];
  return name === undefined || date === undefined ? null : { name, date };
};

/** Several children on one line, a line each, where all of them stand with their dates. */
const childrenApart = (line: string): string[] => {
  const [, label = '', all = ''] = childLine.exec(line) ?? [];
  const parts = all.replace(emptyBirth, '').split(';');
  const children = parts.map((part) => child.exec(part.trim()));
  if (parts.length < 2 || children.includes(null)) return [line];
  return children.map((found) => `${label}: ${found![1]} DOB: ${found![2]}`);
};

/** The text with its lines as the form has them. */
export const withPlainLines = (text: string): string =>
  text.split('\n').flatMap(dateApart).map(withColon).flatMap(childrenApart).join('\n');

/** Whether a line is a title of the form, with or without the date behind it. */
export const isTitleOrDated = (line: string): boolean => isTitle(dateApart(line)[0]!);
