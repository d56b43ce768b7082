import { circuitOfCounty, findCounty, isCircuit } from '../rules/circuits.ts';
import { findLanguage } from '../rules/languages.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Language, type LocalSituation, localSituations } from '../rules/words.ts';

/** What a list of typed words means, with a sentence for each that can't be taken. */
export interface TypedList<T> {
  values: T[];
  faults: string[];
}

/** Reads each word once: a value, or a sentence on why there is none. */
function each<T>(
  texts: readonly string[],
  read: (text: string) => { value: T } | { fault: string },
): TypedList<T> {
  const found = texts.map(read);
  return {
    values: [...new Set(found.flatMap((one) => ('value' in one ? [one.value] : [])))],
    faults: found.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

const shown = (text: string): string => `“${text.slice(0, 40)}”`;
const meant = (choices: readonly string[]): string =>
  choices.length > 0 ? ` Did you mean ${choices.join(' or ')}?` : '';

/** Circuits by their numbers, or by a county in them. */
export const typedCircuits = (flag: string, texts: readonly string[]): TypedList<number> =>
  each(texts, (text) => {
    if (!/^\d+$/.test(text)) return circuitOf(typedCounties(flag, [text]));
    return isCircuit(Number(text))
      ? { value: Number(text) }
      : { fault: `${flag}: Missouri has no circuit ${shown(text)}. See them: iis circuits` };
  });

const circuitOf = ({
  values: [county],
  faults: [fault],
}: TypedList<string>): { value: number } | { fault: string } =>
  county === undefined ? { fault: fault! } : { value: circuitOfCounty(county)! };

/** Counties by any of the ways to write them. */
export const typedCounties = (flag: string, texts: readonly string[]): TypedList<string> =>
  each(texts, (text) => {
    const found = findCounty(text);
    if ('county' in found) return { value: found.county };
    if ('several' in found) return { fault: `${flag}: ${shown(text)} can be ${found.several.join(' or ')}.` };
    return { fault: `${flag}: Missouri has no county ${shown(text)}.${meant(found.nearest)}` };
  });

/** Languages by ISO 639-1 code or name. */
export const typedLanguages = (flag: string, texts: readonly string[]): TypedList<Language> =>
  each(texts, (text) => {
    const found = findLanguage(text);
    if ('language' in found) return { value: found.language };
    return { fault: `${flag}: ${shown(text)} is not a language.${meant(found.nearest)}` };
  });

/** Situations that only some circuits and specialists take; `none` for none of them. */
export function typedSituations(flag: string, texts: readonly string[]): TypedList<LocalSituation> {
  if (texts.length === 1 && texts[0]!.toLowerCase() === 'none') return { values: [], faults: [] };
  return each(texts, (text) => {
    const word = text.toLowerCase().replace(/[\s-]+/g, '_');
    if (word === 'none') return { fault: `${flag}: “none” stands alone: it means none of the others.` };
    const value = localSituations.find((situation) => situation === word);
    return value
      ? { value }
      : { fault: `${flag}: ${shown(text)} is not one of ${localSituations.join(', ')}, none.` };
  });
}

/** Refuses with every fault at once, before anything is saved. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_values',
    message: 'Some of these values can’t be taken; nothing was saved.',
    reasons: faults,
    hint: 'Correct them and run the command again.',
  });
}
