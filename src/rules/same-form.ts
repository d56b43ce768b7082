import type { ReferralNumber } from './words.ts';

/** A form as far as it is told from others: its text as it came, and which file of the batch it stood in. */
export interface FormSeen {
  text: string | null;
  file: number;
}

export type Sameness =
  | { kind: 'new' }
  | { kind: 'taken_before'; referral: ReferralNumber }
  /** The same text stands in an earlier file of the batch; `first` is the place of that form among all. */
  | { kind: 'twice'; first: number };

/**
 * Which of the forms are there already, by nothing but their text as it came: one that only says the same may be of
 * another day, and a form that is left out by mistake is worse than one that comes twice. Forms of one file that have
 * the same text, as all of a text that holds several have, are told apart by their order.
 * @param kept the referrals that were taken in with a text, oldest first
 */
export function sameForms(
  forms: readonly FormSeen[],
  kept: ReadonlyMap<string, readonly ReferralNumber[]>,
): Sameness[] {
  const byText = new Map<string, Map<number, number[]>>();
  forms.forEach(({ text, file }, at) => {
    if (text === null || text.trim() === '') return;
    const files = byText.get(text) ?? new Map<number, number[]>();
    byText.set(text, files.set(file, [...(files.get(file) ?? []), at]));
  });
  const found: Sameness[] = forms.map(() => ({ kind: 'new' }));
  for (const [text, files] of byText) {
    const [first = [], ...later] = [...files.values()];
    const before = kept.get(text) ?? [];
    // Fewer than stand in the file can't be told from each other, and none is left out by guess.
    const earlier = before.length < first.length ? [] : before.slice(-first.length);
    for (const places of [first, ...later]) {
      places.forEach((at, order) => {
        const referral = earlier[order];
        const original = first[order];
        if (referral !== undefined) found[at] = { kind: 'taken_before', referral };
        else if (original !== undefined && original !== at) found[at] = { kind: 'twice', first: original };
      });
    }
  }
  return found;
}
