import type { FormFile } from './form-file.ts';

/**
 * The text of each reading of a file, to be kept with it. Of a JSON list each entry has its own, so that it is known
 * again in another list, and a long list is not kept once for each entry; what is apart in a file of another kind has
 * its own too; else all have the whole text.
 */
export function ownTexts({ readings, channel, text, texts }: FormFile): string[] {
  if (texts) return texts;
  const entries = channel === 'json' ? listIn(text) : null;
  return entries?.length === readings.length
    ? entries.map((entry) => JSON.stringify(entry, null, 2))
    : readings.map(() => text);
}

function listIn(text: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
