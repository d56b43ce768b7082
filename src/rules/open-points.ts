import { type FormProblem, type Intake, valueAt } from './intake.ts';
import { nameWords } from './name-keys.ts';
import type { Referral } from './referral.ts';

/** The referral as intake knew it. */
const intakeOf = ({ family, ...facts }: Referral): Intake => ({ ...facts, ...family });

/** What could not be read on the form and nobody has given since. */
export const stillOpen = (problems: readonly FormProblem[], referral: Referral): FormProblem[] =>
  problems.filter(
    ({ kind, field }) =>
      // Without a date that can be read it counts as received when it was taken in.
      kind === 'unreadable' && (field === 'receivedAt' || valueAt(intakeOf(referral), field) === null),
  );

/** The problems of the form after an edit: what is said of a child follows it, and goes with it. */
export const problemsAfter = (
  problems: readonly FormProblem[],
  before: Referral,
  after: Referral,
): FormProblem[] =>
  problems.flatMap((problem) => {
    const { field } = problem;
    if (field === 'receivedAt' && before.receivedAt !== after.receivedAt) return [];
    const child = /^children\[(\d+)\](.*)$/.exec(field);
    if (!child) return [problem];
    const at = placeOfChild(Number(child[1]), before, after);
    return at === null ? [] : [{ ...problem, field: `children[${at}]${child[2]}` }];
  });

/** Where a child stands now: by its name, or where it stood, as long as nobody was taken off; `null` where it went. */
function placeOfChild(at: number, before: Referral, after: Referral): number | null {
  const [was, is] = [before.family.children, after.family.children];
  const child = was[at];
  if (!child || is.length >= was.length) return at;
  const same = (other: typeof child) => keyOf(other.name) === keyOf(child.name);
  const ofName = was.flatMap((other, i) => (same(other) ? [i] : []));
  const places = is.flatMap((other, i) => (same(other) ? [i] : []));
  return ofName.length === places.length ? places[ofName.indexOf(at)]! : null;
}

const keyOf = (name: string | null): string => nameWords(name ?? '').join(' ');
