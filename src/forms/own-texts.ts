import type { FormFile } from './read-file.ts';

/**
 * The text of each reading of a file, to be kept with it. Of a JSON list each entry has its own, so that it is known
 * again in another list, and a long list is not kept once for each entry; of any other file all have the whole text.
 */
export function ownTexts({ readings, channel, text }: FormFile): string[] {
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
