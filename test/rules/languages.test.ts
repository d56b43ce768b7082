import { describe, expect, it } from 'vitest';
import { findLanguage, languageName } from '../../src/rules/languages.ts';

describe('a language that somebody types', () => {
  it.each([
    ['es', 'es'],
    ['ES', 'es'],
    [' Spanish ', 'es'],
    ['español', 'es'],
    ['Tiếng Việt'.normalize('NFD'), 'vi'],
    ['Bosnian', 'bs'],
    ['Mandarin', 'zh'],
    ['Somali', 'so'],
  ])('%s is %s', (typed, language) => expect(findLanguage(typed)).toEqual({ language }));

  it.each([
    ['Spansh', 'Spanish'],
    ['Vietnamse', 'Vietnamese'],
  ])('%s is none, and %s is near', (typed, near) =>
    expect(findLanguage(typed)).toEqual({ nearest: expect.arrayContaining([near]) }),
  );

  it.each(['', 'xx', 'qq', 'en-US', 'spa', 'interpreter needed'])('“%s” is refused', (typed) =>
    expect(findLanguage(typed)).toHaveProperty('nearest'),
  );
});

it.each([
  ['es', 'Spanish'],
  ['vi', 'Vietnamese'],
  ['xx', 'xx'],
  ['not a code', 'not a code'],
])('%s reads as %s', (code, name) => expect(languageName(code)).toBe(name));
