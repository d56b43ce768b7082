/**
 * What data may send to a terminal. Names and notes come from paper, e-mail and other people's files: an escape
 * sequence in one of them could repaint a line that the gatekeeper relies on. Records keep what was typed; only
 * what is shown is made safe.
 */

// Nearly all text is of ASCII, Latin letters, dashes, quotation marks and rules: told in a fraction of the time that the
// others take.
const beyondPlain = /[^\n -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u25ff]/;

// In functions, as a pattern of Unicode properties takes long to make and hardly any text needs one.
const doubtful = () =>
  /[\0-\t\v-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/u;
const commanding = () => /[\0-\x08\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\p{Cs}]/gu;
// Signs that take no room. Tags stay behind a black flag, where they make the flags of England, Scotland and Wales.
const unseen = () =>
  /[\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]/gu;
// Arabic, Persian and the scripts of India are spelled with joiners, and emoji families are made of them.
const needlessJoiner = () =>
  /(?<!(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}])[\p{L}\p{M}\p{ExtPict}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?!(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}])[\p{L}\p{ExtPict}])/gu;

/**
 * Text that shows and does nothing else. Line feeds stay, tabs become spaces; control characters, separators and
 * signs that turn the reading direction become `�`; signs without width go. Letters, marks and emoji of any
 * script stay as they are.
 */
export function safeText(text: string): string {
  if (isSafe(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replace(commanding(), '\ufffd')
    .replace(unseen(), '')
    .replace(needlessJoiner(), '');
}

/** The same plain value with every string in it, names of fields too, made safe. Dates and the like stay. */
export function screenSafe<T>(value: T): T {
  return isPlainlySafe(value) ? value : (safe(value) as T);
}

/**
 * What `draw` makes of the value, safe for the screen. Where it colours nothing, what was drawn is looked through, which is
 * a fraction of the value, and drawn anew from a safe one if it has to be: its columns are as wide as what they then show.
 */
export function drawnSafe<T>(value: T, colours: boolean, draw: (value: T) => string): string {
  if (colours) return draw(screenSafe(value));
  const drawn = draw(value);
  return isSafe(drawn) ? drawn : safeText(draw(screenSafe(value)));
}

// What JSON escapes is not known from it, nor what it writes as empty: a map that has something in it is, too.
const doubtfulAsJson = /[^ -~]|\\[^"n]|{}/;

/** Told by one look at all of it, which nearly every answer passes: field by field takes three times as long. */
function isPlainlySafe(value: unknown): boolean {
  return !doubtfulAsJson.test(JSON.stringify(value) ?? '{}');
}

/** Looked through before it is copied: what comes from records hardly ever has to be changed. */
function isSafe(value: unknown): boolean {
  if (typeof value === 'string') return !beyondPlain.test(value) || !doubtful().test(value);
  if (Array.isArray(value)) return value.every(isSafe);
  if (value instanceof Map || value instanceof Set) return false;
  if (!isPlain(value)) return true;
  for (const key in value) if (!isSafe(key) || !isSafe((value as Record<string, unknown>)[key])) return false;
  return true;
}

function safe(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value);
  if (isSafe(value)) return value;
  if (Array.isArray(value)) return value.map(safe);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [safe(key), safe(item)]));
  if (value instanceof Set) return new Set([...value].map(safe));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [safeText(key), safe(item)]));
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const doubtfulInJson =
  /[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** JSON text of the same value that is safe to show too: what JSON leaves raw is written as `\uXXXX`. */
export function jsonSafe(json: string): string {
  return json.replace(doubtfulInJson, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

let graphemes: Intl.Segmenter | undefined;

/** A name for a screen that others can see, its words' first letters: `María Muñoz-García` is `M. M.` */
export function initials(name: string): string {
  graphemes ??= new Intl.Segmenter();
  const words = safeText(name).match(/[\p{L}\p{N}\p{ExtPict}]\S*/gu) ?? [];
  return words.map((word) => `${graphemes?.segment(word).containing(0)?.segment ?? ''}.`).join(' ');
}

/** A name as it may be seen: as its initials where others can see the screen. */
export const nameSeen = <N extends string | null>(name: N, isPrivate: boolean | undefined): N | string =>
  name !== null && isPrivate ? initials(name) : name;
