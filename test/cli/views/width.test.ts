import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, displayWidth, pad, widestLine, wrapWords } from '../../../src/cli/views/width.ts';
import { names, withoutColour } from './samples.ts';

/** string-width counts a Hindi conjunct as one column, or two, by Node's version; terminals give each letter its own. */
const countedByLetter = /[\p{sc=Devanagari}]/u;

describe('the columns that text takes', () => {
  it.each(names.filter((name) => !countedByLetter.test(name)))('as string-width counts them: %s', (name) => {
    expect(displayWidth(name)).toBe(stringWidth(name));
  });

  it('are as string-width counts them for any mixture of words', () => {
    const letters = fc.constantFrom(
      ..."aZ9 -'.éñžĐắợſΩЖёـمש世界のカ한글",
      'ắ'.normalize('NFD'),
      '한'.normalize('NFD'),
      'ศิ',
    );
    const emoji = fc.constantFrom(
      '👨‍👩‍👧‍👦',
      '❤️',
      '👋🏽',
      '🇺🇸',
      '⌚',
      '™',
      '1️⃣',
      '☎',
      '…',
      '–',
      '—',
      '“”',
      '�',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, letters, emoji)), (parts) => {
        const text = parts.join('');
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it.each([
    ['आर्यन', 4],
    ['\x1b[31mOVERDUE\x1b[39m', 7],
    ['\x1b[1m\x1b[31m王\x1b[39m\x1b[22m', 2],
    ['', 0],
  ])('%j takes %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('of several lines are those of the widest', () => {
    expect(widestLine('a\n王王\nb')).toBe(4);
  });
});

describe('padding', () => {
  it.each([
    ['7', 3, 'right', '  7'],
    ['王', 3, 'left', '王 '],
    ['\x1b[31mx\x1b[39m', 2, 'left', '\x1b[31mx\x1b[39m '],
    ['wide', 2, 'right', 'wide'],
  ] as const)('%j to %i, %s', (text, width, align, padded) => {
    expect(pad(text, width, align)).toBe(padded);
  });
});

describe('breaking between words', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 20, ['one  two']],
    ['one\n\ntwo', 20, ['one', '', 'two']],
    ['', 10, ['']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['王小明小', 5, ['王小', '明小']],
    ['a👨‍👩‍👧👨‍👩‍👧', 3, ['a👨‍👩‍👧', '👨‍👩‍👧']],
    ['\x1b[31mone two\x1b[39m x', 3, ['\x1b[31mone\x1b[39m', '\x1b[31mtwo\x1b[39m', 'x']],
    [
      '\x1b[1m\x1b[31ma b\x1b[39m c\x1b[22m',
      1,
      ['\x1b[1m\x1b[31ma\x1b[22m\x1b[39m', '\x1b[1m\x1b[31mb\x1b[39m\x1b[22m', '\x1b[1mc\x1b[22m'],
    ],
  ])('%j at %i', (text, width, lines) => {
    expect(wrapWords(text, width)).toEqual(lines);
  });

  it('never exceeds the width and loses no letter', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 60 }), (text, width) => {
        const sentence = text.join(' ').replace(/\s/g, ' ');
        const lines = wrapWords(sentence, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(sentence.replace(/\s/g, ''));
      }),
      { seed: 1 },
    );
  });
});

describe('cutting', () => {
  it.each([
    ['fits', 4, 'fits'],
    ['too long', 5, 'too …'],
    ['王小明', 4, '王…'],
    ['a👨‍👩‍👧b', 2, 'a…'],
    ['\x1b[31mtoo long\x1b[39m', 5, '\x1b[31mtoo …\x1b[39m'],
  ])('%j to %i', (text, width, expected) => {
    expect(cut(text, width, '…')).toBe(expected);
    expect(displayWidth(withoutColour(cut(text, width, '…')))).toBeLessThanOrEqual(width);
  });
});
