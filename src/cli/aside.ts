import type { Session, World } from './session.ts';

/** Runs another command within this one, with what holds for this sitting, and returns its exit code. */
export const aside = (session: Session, words: readonly string[]): Promise<number> =>
  session.again([...words, ...flagsOf(session)], worldOf(session));

const flagsOf = ({ flags }: Session): string[] => [
  ...(flags.private ? ['--private'] : []),
  ...(flags.color ? [] : ['--no-color']),
  ...(flags.debug ? ['--debug'] : []),
];

const worldOf = ({ file, flags, out, say }: Session): World => ({
  file,
  ...(flags.as === undefined ? {} : { who: flags.as }),
  out: (text) => out(text.trimEnd()),
  err: (text) => say(text.trimEnd()),
});
