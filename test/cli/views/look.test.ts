import { describe, expect, it } from 'vitest';
import { type LookFrom, makeLook } from '../../../src/cli/views/look.ts';

const terminal = { isTTY: true, columns: 120 };

function look(from: Partial<LookFrom>) {
  return makeLook({ env: {}, stream: terminal, flags: {}, platform: 'linux', ...from });
}

describe('a screen for a screen reader', () => {
  it.each<[boolean, string, Partial<LookFrom>]>([
    [false, 'nothing said', {}],
    [true, 'IIS_ACCESSIBLE=1', { env: { IIS_ACCESSIBLE: '1' } }],
    [true, 'ACCESSIBLE=yes', { env: { ACCESSIBLE: 'yes' } }],
    [true, 'the setting', { accessible: true }],
    [false, 'IIS_ACCESSIBLE=0 over the setting', { env: { IIS_ACCESSIBLE: '0' }, accessible: true }],
    [false, 'IIS_ACCESSIBLE=no over ACCESSIBLE', { env: { IIS_ACCESSIBLE: 'no', ACCESSIBLE: '1' } }],
    [true, 'the setting, with an empty IIS_ACCESSIBLE', { env: { IIS_ACCESSIBLE: '' }, accessible: true }],
  ])('is %s with %s', (expected, _, from) => expect(look(from).plain).toBe(expected));
});

describe('colour', () => {
  it.each<[boolean, string, Partial<LookFrom>]>([
    [true, 'a terminal', {}],
    [true, 'a terminal without --no-color', { flags: { color: true } }],
    [false, '--no-color', { flags: { color: false } }],
    [false, 'NO_COLOR', { env: { NO_COLOR: '1' } }],
    [true, 'an empty NO_COLOR', { env: { NO_COLOR: '' } }],
    [false, 'TERM=dumb', { env: { TERM: 'dumb' } }],
    [false, 'a pipe', { stream: {} }],
    [true, 'a pipe with FORCE_COLOR', { stream: {}, env: { FORCE_COLOR: '1' } }],
    [true, 'TERM=dumb with an empty FORCE_COLOR', { env: { TERM: 'dumb', FORCE_COLOR: '' } }],
    [false, 'FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }],
    [false, 'FORCE_COLOR=false', { env: { FORCE_COLOR: 'false' } }],
    [false, 'FORCE_COLOR with NO_COLOR', { env: { FORCE_COLOR: '3', NO_COLOR: '1' } }],
    [false, 'FORCE_COLOR with --no-color', { env: { FORCE_COLOR: '3' }, flags: { color: false } }],
  ])('is %s for %s', (expected, _, from) => {
    expect(look(from).colour).toBe(expected);
  });

  it("uses the terminal's own sixteen colours", () => {
    const { bold, dim, red, yellow, green, cyan } = look({});
    expect([bold, dim, red, yellow, green, cyan].map((drawn) => drawn('x'))).toEqual([
      '\x1b[1mx\x1b[22m',
      '\x1b[2mx\x1b[22m',
      '\x1b[31mx\x1b[39m',
      '\x1b[33mx\x1b[39m',
      '\x1b[32mx\x1b[39m',
      '\x1b[36mx\x1b[39m',
    ]);
  });

  it('leaves text alone when plain', () => {
    const { bold, dim, red, yellow, green, cyan } = look({ flags: { color: false } });
    expect([bold, dim, red, yellow, green, cyan].map((drawn) => drawn('x'))).toEqual(Array(6).fill('x'));
  });
});

describe('width', () => {
  it.each<[number, string, Partial<LookFrom>]>([
    [120, 'the terminal', {}],
    [100, 'a pipe', { stream: {} }],
    [100, 'a terminal that says 0', { stream: { isTTY: true, columns: 0 } }],
    [90, 'COLUMNS', { env: { COLUMNS: '90' } }],
    [77, 'IIS_WIDTH over COLUMNS', { env: { IIS_WIDTH: '77', COLUMNS: '90' } }],
    [90, 'COLUMNS when IIS_WIDTH is no number', { env: { IIS_WIDTH: 'wide', COLUMNS: '90' } }],
    [120, 'the terminal when IIS_WIDTH is 0', { env: { IIS_WIDTH: '0' } }],
    [40, 'at least 40', { stream: { isTTY: true, columns: 12 } }],
    [40, 'at least 40 when asked', { env: { IIS_WIDTH: '5' } }],
  ])('is %i from %s', (expected, _, from) => {
    expect(look(from).width).toBe(expected);
  });
});

describe('signs beyond ASCII', () => {
  it.each<[boolean, string, Partial<LookFrom>]>([
    [true, 'Linux and macOS', {}],
    [false, 'the text console of Linux', { env: { TERM: 'linux' } }],
    [false, 'the old Windows console', { platform: 'win32' }],
    [true, 'Windows Terminal', { platform: 'win32', env: { WT_SESSION: 'x' } }],
    [true, 'the terminal of an editor on Windows', { platform: 'win32', env: { TERM_PROGRAM: 'vscode' } }],
    [true, 'ConEmu', { platform: 'win32', env: { ConEmuANSI: 'ON' } }],
  ])('are used: %s on %s', (expected, _, from) => {
    expect(look(from).unicode).toBe(expected);
  });
});
