/** A piece of a page in which all text is escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | null | readonly Part[];

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in a page, also between quotation marks. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!);

/** ``html`<p>${text}</p>` ``: what is filled in is text, escaped here and nowhere else, or a piece that was made so. */
export const html = (texts: readonly string[], ...parts: readonly Part[]): Html => ({
  html: texts.map((text, i) => text + (i < parts.length ? filled(parts[i]!) : '')).join(''),
});

/** Markup that was made elsewhere, of escaped text. */
export const markup = (text: string): Html => ({ html: text });

function filled(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(filled).join('');
  return escaped(String(part));
}
