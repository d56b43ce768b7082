/** `2.5`, `2:30` or `2h 30m` as whole minutes; `null` where it is no such thing. */
export function readHours(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const words = /^(?:(\d{1,3}(?:\.\d{1,2})?) ?h(?:ours?)?)? ?(?:(\d{1,4}) ?m(?:in(?:utes?)?)?)?$/.exec(typed);
  if (words && (words[1] || words[2])) return Math.round(Number(words[1] ?? 0) * 60) + Number(words[2] ?? 0);
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 60) : null;
}
