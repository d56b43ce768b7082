import type { Desk } from '../../desk/desk.ts';
import { dropDraft, isSame, keepDraft, openDrafts, refusedDraft } from '../../desk/drafts.ts';
import type { Draft } from '../../records/drafts.ts';
import { momentInWords } from '../../rules/in-words.ts';
import type { Answered } from '../answered.ts';
import { Interrupted } from '../failure.ts';
import type { Session } from '../session.ts';
import { safeText } from '../views/safe-text.ts';
import { type Ask, BACK, type Choice } from './ask.ts';
import {
  type CheckPage,
  checkAnswers,
  type Interview,
  type Outcome,
  type Step,
  unbidden,
  walk,
} from './interview.ts';

/** How far an interview came: what was said, and the step that comes next (`null`: the check page). */
interface Begun<A, S> {
  answers: A;
  /** Not in drafts of interviews that start from nothing. */
  seen?: S | null;
  next: string | null;
  /** That step in words. */
  question: string;
  /** What the questions went by. */
  by?: string | undefined;
  /** The steps that flags had answered. */
  told?: readonly string[];
}

/** What the questions go by, where that may change, such as the program of a family. */
interface Basis<A> {
  by: string;
  /** The answers that fit it. */
  fitting(answers: A): A;
  /** What is said where a draft went by another. */
  changed: string;
}

/** An interview that can be broken off and gone on with. */
export interface KeptInterview<A, S = null> {
  /** The command that goes on with it, without `iis`; its drafts are kept under it. */
  command: string;
  /** What was begun, in words: `A referral for the family of Sample`. */
  called(answers: A): string;
  interview: Interview<A>;
  start: A;
  /** What is on record that the questions start from: kept with the answers, to notice what others save meanwhile. */
  seen?: S;
  /** The draft that is gone on with, unasked. */
  draft?: number | null;
  /** A draft that went by another basis is asked anew, from the first question on; what fits stands there. */
  basis?: Basis<A>;
  /** The steps that flags have answered: they are not asked, also when the draft is gone on with. */
  told?: readonly string[];
  /** Which steps are asked with these answers to begin with; else all that are not asked on request alone. */
  only?(answers: A): (step: Step<A>) => boolean;
  /** What is shown, and asked at once, before the first step; of a draft too. */
  open?(ask: Ask, answers: A): Promise<A>;
  page: Omit<CheckPage<A>, 'leave'>;
  /** Whether drafts are offered first: not where something was told already. */
  offers: boolean;
}

export interface KeptAnswers<A, S> extends Answered<A> {
  /** What was on record when the draft was begun; `null` where it was not kept. */
  seen: S | null;
}

/**
 * Asks step after step and lets the answers be checked. Everything said is kept as a draft at once; earlier drafts are
 * offered first. Throws `Interrupted` when somebody stops, keeps it for later, or throws it away: nothing is to be saved then.
 */
export async function keptInterview<A, S = null>(
  session: Session,
  desk: Desk,
  asked: KeptInterview<A, S>,
): Promise<KeptAnswers<A, S>> {
  const { command, interview, page } = asked;
  const ask = await session.ask();
  const begun = asked.offers ? await offerDrafts(ask, desk, asked) : null;
  const draft = draftOf<A, S>(desk, command, begun ?? (asked.draft == null ? null : { id: asked.draft }));
  const seen = (begun ? begun.content.seen : asked.seen) ?? null;
  const told = (begun ? begun.content.told : asked.told) ?? [];
  const soFar = (answers: A, next: string | null): Begun<A, S> => ({
    answers,
    seen,
    next,
    question: questionInWords(interview.steps(answers), next),
    by: asked.basis?.by,
    told,
  });
  const keep = (answers: A, next: string | null) => draft.keep(soFar(answers, next));
  const kept = new Interrupted(`Stopped. What was answered is kept as a draft. Go on with: iis ${command}`);
  try {
    const said = await askedFrom(ask, { ...interview, keep }, asked, begun?.content ?? null, told);
    const { outcome, answers } = await checkAnswers(ask, session.talkLook, { ...interview, keep }, said, {
      ...page,
      leave,
    });
    if (outcome === 'save')
      return { answers, seen, draft: draft.id, keepAnew: () => draft.keepAnew(soFar(answers, null)) };
    if (outcome === 'keep') await keep(answers, null);
    else await draft.drop();
    throw outcome === 'keep' ? kept : new Interrupted('Thrown away. Nothing was saved.');
  } catch (error) {
    if (error instanceof Interrupted && error.kept === null && (await draft.isKept())) throw kept;
    throw error;
  }
}

const leave: readonly Choice<Outcome>[] = [
  { value: 'keep', label: 'Keep as a draft for later' },
  { value: 'drop', label: 'Throw away' },
];

async function askedFrom<A, S>(
  ask: Ask,
  interview: Interview<A>,
  { start, only, open, basis }: KeptInterview<A, S>,
  left: Begun<A, S> | null,
  told: readonly string[],
): Promise<A> {
  const begun = left && asItIsNow(ask, interview, basis, left);
  if (begun?.next === null) return begun.answers;
  const answers = begun?.answers ?? start;
  const wanted = only?.(answers) ?? (() => true);
  const opened = (await open?.(ask, answers)) ?? answers;
  const walked = await walk(ask, interview, opened, {
    from: begun?.next ?? null,
    only: (step) => unbidden(step) && !told.includes(step.id) && wanted(step),
  });
  return walked === BACK ? opened : walked;
}

/** What was begun, by the questions as they are now. */
function asItIsNow<A, S>(
  ask: Ask,
  interview: Interview<A>,
  basis: Basis<A> | undefined,
  left: Begun<A, S>,
): Begun<A, S> {
  if (basis === undefined || left.by === basis.by) return left;
  ask.show(basis.changed);
  const answers = basis.fitting(left.answers);
  return { ...left, answers, next: interview.steps(answers)[0]?.id ?? null };
}

function questionInWords<A>(steps: readonly Step<A>[], id: string | null): string {
  const line = steps.find((step) => step.id === id)?.line;
  return line ? `${line.section}, ${line.label.trim()}` : 'Is this right?';
}

/**
 * The draft of one interview: kept after every answer, until what it asked for is saved. Refuses to be kept where somebody
 * else saved it, threw it away or went on with it; what was said here is kept first, as a draft of its own.
 */
function draftOf<A, S>(desk: Desk, kind: string, begun: { id: number; content?: Begun<A, S> } | null) {
  let id = begun?.id ?? null;
  let was = begun?.content;
  let said: Begun<A, S> | null = null;
  const keepAnew = async (content: Begun<A, S>): Promise<void> => {
    id = await keepDraft(desk, { id, kind, content, was });
    was = content;
  };
  const keep = async (content: Begun<A, S>): Promise<void> => {
    const before = id;
    said = content;
    await keepAnew(content);
    if (before !== null && id !== before) throw await refusedDraft(desk, before);
  };
  return {
    id: () => id,
    keep,
    keepAnew,
    /** Whether what was said so far is kept, which it is at the latest now. */
    async isKept(): Promise<boolean> {
      const there = (await openDrafts<Begun<A, S>>(desk, kind)).find((draft) => draft.id === id);
      if (said !== null && !(there && isSame(there.content, said))) await keep(said);
      return said !== null || there !== undefined;
    },
    drop: async () => {
      if (id !== null) await dropDraft(desk, id);
      id = null;
    },
  };
}

/** Offers the interviews that were begun and not finished; `null`: a new one. */
async function offerDrafts<A, S>(
  ask: Ask,
  desk: Desk,
  { command, called }: KeptInterview<A, S>,
): Promise<Draft<Begun<A, S>> | null> {
  while (true) {
    const drafts = await openDrafts<Begun<A, S>>(desk, command);
    if (drafts.length === 0) return null;
    for (const draft of drafts) ask.show(draftInWords(desk, draft, called));
    const chosen = await ask.choose({ message: 'What now?', choices: waysOn(drafts) });
    if (chosen === BACK || chosen === 'new') return null;
    if (chosen.does === 'go on') return chosen.draft;
    await dropDraft(desk, chosen.draft.id);
    ask.show('Thrown away.');
  }
}

type WayOn<A, S> = 'new' | { does: 'go on' | 'throw away'; draft: Draft<Begun<A, S>> };

function waysOn<A, S>(drafts: readonly Draft<Begun<A, S>>[]): Choice<WayOn<A, S>>[] {
  const which = (at: number) => (drafts.length === 1 ? '' : ` draft ${at + 1}`);
  return [
    ...drafts.map((draft, at) => ({
      value: { does: 'go on' as const, draft },
      label: `Go on${which(at) && ` with${which(at)}`}`,
    })),
    { value: 'new', label: 'Start a new one' },
    ...drafts.map((draft, at) => ({
      value: { does: 'throw away' as const, draft },
      label: drafts.length === 1 ? 'Throw it away' : `Throw${which(at)} away`,
    })),
  ];
}

const draftInWords = <A>(
  { settings }: Desk,
  { startedAt, owner, content }: Draft<Begun<A, unknown>>,
  called: (answers: A) => string,
): string =>
  safeText(
    `${called(content.answers)} was begun on ${momentInWords(startedAt, settings.zone)} by ${owner}, at question “${content.question}”.`,
  );
