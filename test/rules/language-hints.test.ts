import { expect, it } from 'vitest';
import { asksForLanguage, languageHints, languageNamed } from '../../src/rules/language-hints.ts';

it.each([
  ['Spanish interpreter', ['es']],
  ['needs a VIETNAMESE interpreter', ['vi']],
  ['Bosnian/Serbian', ['bs', 'sr']],
  ['habla español', ['es']],
  ['nói tiếng Việt', ['vi']],
  ['nói tiếng Việt'.normalize('NFD'), ['vi']],
  ['Mandarin or Cantonese', ['zh']],
  ['Dari, some Pashto', ['fa', 'ps']],
  ['Haitian Creole', ['ht']],
  ['Kinyarwanda and Swahili; the father speaks French', ['rw', 'sw', 'fr']],
  ['ASL', []],
  ['speaks English only', []],
  ['None', []],
  ['lives afar; please polish the letter', []],
  ['a Spanisher and the Danes', []],
])('%j names %j', (text, languages) => {
  expect(languageHints(text)).toEqual(languages);
});

it.each([
  ['es', 'es'],
  ['ES ', 'es'],
  ['Spanish', 'es'],
  ['farsi', 'fa'],
  ['en', 'en'],
  ['English', 'en'],
  ['xx', null],
  ['espanol', null],
  ['', null],
])('%j is the language %j', (text, language) => {
  expect(languageNamed(text)).toBe(language);
});

it.each([
  ['interpreter', true],
  ['sign language', true],
  ['ASL', true],
  ['Spanish', true],
  ['Please translate letters', true],
  ['None', false],
  ['N/A', false],
  ['no', false],
  ['-', false],
  ['wheelchair ramp', false],
  ['No interpreter needed', false],
  ['Interpreter: no', false],
  ['English', false],
])('%j asks for a language: %j', (text, asks) => {
  expect(asksForLanguage(text)).toBe(asks);
});
