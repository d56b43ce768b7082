import { nearest } from './nearest.ts';
import type { Zone } from './time.ts';

/** The time zone with this name, in any case; what is none comes with the nearest names. */
export function findZone(text: string): { zone: Zone } | { nearest: string[] } {
  const typed = text.trim();
  const known = Intl.supportedValuesOf('timeZone');
  const same = known.find((zone) => zone.toLowerCase() === typed.toLowerCase());
  if (same) return { zone: same };
  try {
    // A bare offset such as +05:00 is a zone to newer engines only, and knows no daylight saving.
    if (/^[a-z]/i.test(typed)) return { zone: canonical(typed) };
  } catch {
    // Not a zone: the nearest names say more than the engine does.
  }
  return { nearest: nearest(typed, known, (zone) => zone) };
}

const canonical = (zone: string): Zone =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
