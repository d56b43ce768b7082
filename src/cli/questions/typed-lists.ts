import { circuitOfCounty, circuits, findCounty, isCircuit } from '../../rules/circuits.ts';
import { findLanguage, languageName } from '../../rules/languages.ts';
import type { Language } from '../../rules/words.ts';
import type { Parsed } from './ask.ts';

const partsOf = (text: string): string[] =>
  text
    .split(/[,;]|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean);

/** All parts or none: the first that can't be taken refuses the list. */
function listOf<T>(text: string, read: (part: string) => Parsed<T>): Parsed<T[]> {
  const values: T[] = [];
  for (const part of partsOf(text)) {
    const one = read(part);
    if ('refused' in one) return one;
    values.push(one.value);
  }
  return values.length > 0 ? { value: [...new Set(values)] } : { refused: 'Nothing was typed.' };
}

/** Circuits by number or by one of their counties, `13, Cole`; said back with their counties. */
export function typedCircuits(text: string): Parsed<number[]> {
  const list = listOf(text, circuitNamed);
  return 'value' in list ? { ...list, inWords: list.value.map(circuitInWords).join('; ') } : list;
}

function circuitNamed(part: string): Parsed<number> {
  const number = Number(part.replace(/^circuit\s*/i, ''));
  if (isCircuit(number)) return { value: number };
  if (!Number.isNaN(number))
    return { refused: `Missouri has no circuit ${number}: they run from 1 to ${circuits.length}.` };
  const found = findCounty(part);
  if ('county' in found) return { value: circuitOfCounty(found.county)! };
  const could = 'several' in found ? found.several : found.nearest;
  const hint =
    could.length > 0 ? `Did you mean ${could.join(' or ')}?` : 'Type its number or one of its counties.';
  return { refused: `“${part}” is not a circuit or a county. ${hint}` };
}

export const circuitInWords = (number: number): string =>
  `circuit ${number} (${circuits.find(({ circuit }) => circuit === number)?.counties.join(', ') ?? ''})`;

/** Languages by name or code, `English, Spanish`. */
export function typedLanguages(text: string): Parsed<Language[]> {
  const list = listOf(text, typedLanguage);
  return 'value' in list ? { ...list, inWords: languagesInWords(list.value) } : list;
}

/** One language by its name or code. */
export function typedLanguage(text: string): Parsed<Language> {
  const found = findLanguage(text);
  if ('language' in found) return { value: found.language, inWords: languageName(found.language) };
  const near = found.nearest.length > 0 ? ` Did you mean ${found.nearest.join(', ')}?` : '';
  return {
    refused: `“${text}” is not the name of a language.${near} Type its English name, such as Spanish.`,
  };
}

export const languagesInWords = (languages: readonly Language[]): string =>
  languages.map(languageName).join(', ');
