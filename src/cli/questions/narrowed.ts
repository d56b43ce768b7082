interface Named {
  /** Below 0: the way back, which stays whatever is typed. */
  value: number;
  name: string;
  also?: string;
}

/** Without case, accents and punctuation: what people leave out when they type. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The choices in which every typed word begins one of their words, in their order. */
export function narrowed<C extends Named>(choices: readonly C[], typed = ''): C[] {
  const wanted = wordsOf(typed);
  return choices.filter(({ value, name, also }) => {
    const words = wordsOf(`${name} ${also ?? ''}`);
    return value < 0 || wanted.every((word) => words.some((own) => own.startsWith(word)));
  });
}
