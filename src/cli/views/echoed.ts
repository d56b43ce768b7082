import { safeText } from './safe-text.ts';

/** So much of what was typed is said back: enough to know it again, too little to hide the sentence around it. */
const MOST = 80;

/** The text with every long word of the command line that stands in it, whole or begun, cut to 80 signs. */
export function echoed(text: string, argv: readonly string[]): string {
  let shown = text;
  for (const typed of argv.flatMap(partsOf)) {
    const beginning = typed.slice(0, MOST + 1).toLowerCase();
    for (let at = shown.toLowerCase().indexOf(beginning); at >= 0; ) {
      let end = at;
      while (end < shown.length && shown[end]!.toLowerCase() === typed[end - at]?.toLowerCase()) end += 1;
      shown = `${shown.slice(0, at + MOST - 1)}…${shown.slice(end)}`;
      at = shown.toLowerCase().indexOf(beginning, at + MOST);
    }
  }
  return shown;
}

/** A word as it was typed and as it is shown, and its parts, since flags are read part by part. */
function partsOf(arg: string): string[] {
  if (arg.length <= MOST) return [];
  const whole = [arg, ...arg.split(/[=,;]/)].flatMap((part) => [part, part.trim(), safeText(part)]);
  return [...new Set(whole)].filter(({ length }) => length > MOST);
}

/** The same for every text in a plain value. */
export function echoedIn(value: unknown, argv: readonly string[]): unknown {
  if (typeof value === 'string') return echoed(value, argv);
  if (Array.isArray(value)) return value.map((item) => echoedIn(item, argv));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, echoedIn(item, argv)]));
}
