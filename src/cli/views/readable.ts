import type { Look } from './look.ts';

/**
 * Text for an accessible screen: what views set apart by two spaces or more is set apart by a comma, so that no line
 * has columns, also of views that draw by hand. Any other screen gets the text as it is.
 */
export const readable = (text: string, look: Look): string =>
  look.plain
    ? text
        .replace(/ {2,}\u2192 {2,}/g, ' → ')
        .replace(/(?<=[.:;,?!\u00b7\u2013] ?) {2,}(?=\S)/g, ' ')
        .replace(/(?<=\S) {2,}(?=\S)/g, ', ')
    : text;
