import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCard, sideBySide } from '../../../src/cli/views/card.ts';
import { drawnSafe, initials, jsonSafe, safeText, screenSafe } from '../../../src/cli/views/safe-text.ts';
import { drawTable } from '../../../src/cli/views/table.ts';
import { names, plainLook } from './samples.ts';

const payloads = [
  ...[
    '[31m',
    '[2K',
    '[2J',
    '[1;1H',
    '[?25l',
    '[?1049h',
    '[6n',
    '[8m',
    '[10A',
    '[>c',
    '[c',
    'c',
    '(0',
    '#8',
    'M',
  ],
  ...[']0;title\x07', ']8;;http://example.test\x07click\x1b]8;;\x07', ']52;c;cm0=\x07', ']52;c;cm0=\x1b\\'],
  ...[']8;;x\x1b\\y', 'Pq#0\x1b\\', '_x\x1b\\', '^x\x1b\\', 'X', 'Z', ']1337;File=:\x07', ''],
].map((rest) => `\x1b${rest}`);
const signs = [
  ...Array.from({ length: 32 }, (_, code) => code).filter((code) => code !== 0x09 && code !== 0x0a),
  ...Array.from({ length: 33 }, (_, index) => 0x7f + index),
  ...[0x61c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e],
  ...[0x2060, 0x2061, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0xfff9, 0xad, 0x180e, 0x3164, 0xd800, 0xe0041],
].map((code) => String.fromCodePoint(code));
const hostile = [
  ...payloads,
  ...signs,
  '\rOVERDUE',
  '\r\r\n',
  '\x9b31m',
  '\x9d0;x\x9c',
  'a\u200db',
  '\u200d',
  'x\u200c',
].flatMap((payload) => [payload, `Jordan${payload}Example`, `${payload}نام${payload}`]);
const raw =
  /[\0-\t\v-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u3164\ufeff\ufff9\u{e0041}\p{Cs}]/u;

describe('text for the screen', () => {
  it('is tried with more than 300 hostile strings', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(300);
  });

  it('carries no command', () => {
    expect(hostile.filter((text) => raw.test(safeText(text)))).toEqual([]);
  });

  it('carries no command through any view', () => {
    const value = screenSafe({ rows: hostile.map((text) => [text, 'x']) });
    const columns = [
      { title: 'Family', needed: 2 },
      { title: 'Need', needed: 1, wrap: true },
    ];
    const lines = value.rows.map(([text]) => ['Name', text ?? null] as const);
    const card = { title: value.rows[0]?.[0] ?? '', sections: [{ lines }] };
    for (const width of [40, 120]) {
      const look = plainLook(width);
      expect(drawTable({ columns, rows: value.rows }, look)).not.toMatch(raw);
      expect(drawCard(card.title, card.sections, look)).not.toMatch(raw);
      expect(sideBySide(card, card, look)).not.toMatch(raw);
    }
  });

  it.each(names.map((name) => [name]))('keeps a name as it is: %s', (name) => {
    expect(safeText(name)).toBe(name);
  });

  it.each([
    ['two\nlines', 'two\nlines'],
    ['from\r\nWindows', 'from\nWindows'],
    ['a\tb', 'a b'],
    ['\x1b[2K\rpaid', '�[2K�paid'],
    ['a\u202eb', 'a�b'],
    ['Ann\u200b\ufeffa', 'Anna'],
    ['An\u200dna', 'Anna'],
    ['🏴\u{e0067}\u{e0062}\u{e007f}x\u{e0067}', '🏴\u{e0067}\u{e0062}\u{e007f}x'],
  ])('%j is shown as %j', (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it('is the same when made safe twice, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = safeText(text);
        expect(once).not.toMatch(raw);
        expect(safeText(once)).toBe(once);
      }),
      { seed: 1 },
    );
  });
});

describe('a value for the screen', () => {
  it('is safe at every depth and keeps its shape', () => {
    const at = new Date(0);
    const value = {
      family: { 'na\x07me': 'A\x1b', children: [{ name: 'B\x9b' }, null, undefined, 4, true] },
      places: new Map([['k\x07', new Set(['v\x07'])]]),
      at,
    };
    expect(screenSafe(value)).toEqual({
      family: { 'na�me': 'A�', children: [{ name: 'B�' }, null, undefined, 4, true] },
      places: new Map([['k�', new Set(['v�'])]]),
      at,
    });
    expect(value.family.children[0]).toEqual({ name: 'B\x9b' });
  });

  it('takes a field named __proto__ as data', () => {
    const shown = screenSafe(JSON.parse('{"__proto__": {"admin": "yes"}}'));
    expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
    expect(JSON.stringify(shown)).toBe('{"__proto__":{"admin":"yes"}}');
  });
});

describe('what is drawn', () => {
  it('is safe whatever is in it, without colours', () => {
    const unsafe = hostile.filter((text) =>
      raw.test(drawnSafe([text], false, (texts) => `── ${texts.join()} … ${text}`)),
    );
    expect(unsafe).toEqual([]);
  });

  it('keeps its colours and shows a safe value in them', () => {
    const red = (text: string) => `\x1b[31m${text}\x1b[39m`;
    expect(drawnSafe({ name: 'A\x1b[8m' }, true, ({ name }) => red(name))).toBe(red('A�[8m'));
  });

  it('is as wide as what it shows', () => {
    const framed = (text: string) => `${text}\n${'─'.repeat(text.length)}`;
    expect(drawnSafe('Ana\u200b\u200b', false, framed)).toBe('Ana\n───');
  });

  it('is drawn once where nothing in it is doubtful, with colours and without', () => {
    for (const colours of [true, false]) {
      let times = 0;
      const draw = (text: string) => {
        times += 1;
        return `── Muñoz · ${text} …`;
      };
      expect(drawnSafe('Nguyễn', colours, draw)).toBe('── Muñoz · Nguyễn …');
      expect(times).toBe(1);
    }
  });
});

describe('JSON for the screen', () => {
  it('says the same and holds no raw control character', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...hostile), (value, text) => {
        const json = jsonSafe(JSON.stringify({ value, text, [text]: 1 }));
        expect(json).not.toMatch(
          /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
        );
        expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify({ value, text, [text]: 1 }));
      }),
      { seed: 1 },
    );
  });

  it('leaves names readable and lines where they are', () => {
    const json = JSON.stringify(names, null, 2);
    expect(jsonSafe(json)).toBe(json);
  });

  it('writes what it escapes in JSON’s own way', () => {
    expect(jsonSafe('"\x9b\u202e\u2028"')).toBe('"\\u009b\\u202e\\u2028"');
  });
});

describe('initials', () => {
  it.each([
    ['María Muñoz-García', 'M. M.'],
    ['Nguyễn Thị Hồng', 'N. T. H.'],
    ['Ế Ví Dụ'.normalize('NFD'), `${'Ế'.normalize('NFD')}. V. D.`],
    ['王小明', '王.'],
    ['  Jordan   Example ', 'J. E.'],
    ['Jordan (Jo) "JJ" Example', 'J. J. J. E.'],
    ["'Ōhelo de la Cruz", 'Ō. d. l. C.'],
    ['👨‍👩‍👧 Example', '👨‍👩‍👧. E.'],
    ['\x1bJordan', 'J.'],
    ['–', ''],
    ['', ''],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
