import { drawCard, paragraph, type Section } from '../views/card.ts';
import type { Look } from '../views/look.ts';
import { maskedField } from '../views/masked.ts';
import { safeText } from '../views/safe-text.ts';
import { type Ask, BACK, type Back, type Choice } from './ask.ts';

export interface StepLine {
  section: string;
  label: string;
  value: string | null;
  ofNobody?: boolean;
  /** What it was read from, to be compared with; not shown where only initials are. */
  from?: string;
}

/** One question of an interview, made from the answers so far. */
export interface Step<A> {
  /** Stays the same whatever is answered, such as `caregivers[0].birthDate`. */
  id: string;
  /** Whether it applies; a step that does not is passed over, forward and back. */
  when?: ((answers: A) => boolean) | undefined;
  ask(ask: Ask, answers: A): Promise<A | Back>;
  /** How it stands on the check page, `null` as "not known", `ofNobody` where it is no fact of a person; without one it is not shown there. */
  line?: StepLine | undefined;
  /** Asked only when its line is to be changed. */
  onRequest?: boolean;
}

export interface Interview<A> {
  /** All steps in their order; answers may bring further ones, such as those of one more child. */
  steps(answers: A): readonly Step<A>[];
  /** What an answer brings up at once, before the next question. */
  after?(ask: Ask, answers: A): Promise<A>;
  /** Keeps what was said so far; `next` is the step that comes then, `null` the check page. */
  keep?(answers: A, next: string | null): Promise<void>;
}

export type Outcome = 'save' | 'keep' | 'drop';

export interface CheckPage<A> {
  title: string;
  /** What its last step does: `Save this referral`. */
  save: string;
  /** The other ways to leave the page. */
  leave: readonly Choice<Outcome>[];
  /** What else to know before saving, a sentence each. */
  notes?(answers: A): Promise<readonly string[]>;
  /** Why it can't be saved as it stands; `null` where it can. */
  bar?(answers: A): string | null;
}

interface Way<A> {
  /** The step to begin with; `null`: the first one. */
  from: string | null;
  /** The steps to ask; the others are passed over. */
  only(step: Step<A>): boolean;
  /** Going back from the first step leaves the interview; else there is nothing to go back to. */
  leave?: boolean;
}

/** Asks step after step and returns the answers; `BACK` only when somebody leaves from the first of them. */
export async function walk<A>(
  ask: Ask,
  interview: Interview<A>,
  start: A,
  { from, only, leave = false }: Way<A>,
): Promise<A | Back> {
  const stepsOf = (answers: A) => interview.steps(answers).filter((step) => applies(step, answers));
  let answers = start;
  let at = from ?? stepsOf(answers).find(only)?.id ?? null;
  while (at !== null) {
    const steps = stepsOf(answers);
    const index = Math.max(
      0,
      steps.findIndex(({ id }) => id === at),
    );
    const step = steps[index]!;
    const given = await step.ask(ask, answers);
    if (given === BACK) {
      const before = steps.slice(0, index).findLast(only);
      if (!before && leave) return BACK;
      if (!before) ask.show('> There is no question before this one.');
      at = before?.id ?? at;
      continue;
    }
    const goOn = async (next: A) => {
      answers = next;
      at = stepAfter(interview.steps(next), step.id, (one) => applies(one, next) && only(one));
      await interview.keep?.(next, at);
    };
    // Kept before anything else is asked: the answer is safe whatever comes.
    await goOn(given);
    const brought = (await interview.after?.(ask, given)) ?? given;
    if (brought !== given) await goOn(brought);
  }
  return answers;
}

const applies = <A>({ when }: Step<A>, answers: A): boolean => when === undefined || when(answers);

function stepAfter<A>(
  steps: readonly Step<A>[],
  id: string,
  fits: (step: Step<A>) => boolean,
): string | null {
  const at = steps.findIndex((step) => step.id === id);
  return steps.slice(at + 1).find(fits)?.id ?? null;
}

/** The steps that are asked without being called for. */
export const unbidden = <A>({ onRequest }: Step<A>): boolean => onRequest !== true;

/**
 * Shows the answers with numbered lines until somebody saves or leaves. A line is changed by its number; what
 * the change brings up is asked with it, and then the page is shown again.
 */
export async function checkAnswers<A>(
  ask: Ask,
  look: Look,
  interview: Interview<A>,
  start: A,
  page: CheckPage<A>,
): Promise<{ outcome: Outcome; answers: A }> {
  let answers = start;
  while (true) {
    ask.show(`\n${await drawPage(look, interview, answers, page)}\n`);
    const chosen = await ask.choose<Outcome | 'change'>({
      message: 'Is this right?',
      choices: [
        { value: 'change', label: 'Change a line' },
        ...page.leave,
        { value: 'save', label: page.save },
      ],
      initial: 'save',
    });
    if (chosen === BACK) continue;
    const bar = chosen === 'save' ? (page.bar?.(answers) ?? null) : null;
    if (bar) ask.show(look.yellow(`> ${bar}`));
    else if (chosen !== 'change') return { outcome: chosen, answers };
    else answers = await changeLine(ask, interview, answers);
  }
}

async function drawPage<A>(
  look: Look,
  interview: Interview<A>,
  answers: A,
  { title, notes }: CheckPage<A>,
): Promise<string> {
  const said = (await notes?.(answers)) ?? [];
  const card = drawCard(title, sectionsOf(interview.steps(answers), answers, look), look);
  return [card, ...said.map((note) => look.yellow(paragraph(`! ${safeText(note)}`, look, 2)))].join('\n');
}

/** Draws the answers without asking anything. */
export const drawAnswers = <A>(look: Look, interview: Interview<A>, answers: A, title: string): string =>
  drawCard(title, sectionsOf(interview.steps(answers), answers, look), look);

/** The steps that have a line on the page, numbered as they stand. */
const shownSteps = <A>(steps: readonly Step<A>[], answers: A): Step<A>[] =>
  steps.filter((step) => step.line !== undefined && applies(step, answers));

function sectionsOf<A>(steps: readonly Step<A>[], answers: A, look: Look): Section[] {
  const sections = new Map<string, [string, string | null][]>();
  shownSteps(steps, answers).forEach(({ id, line }, index) => {
    const { section, label, ofNobody = false, from } = line!;
    const value = line!.value && look.isPrivate && !ofNobody ? maskedField(id, line!.value) : line!.value;
    const lines = sections.get(section) ?? [];
    sections.set(section, lines);
    const number = look.plain ? `${index + 1}.` : `${String(index + 1).padStart(2)} `;
    const read = from && !look.isPrivate ? `  [${from}]` : '';
    lines.push([`${number} ${label}`, value === null ? null : safeText(`${value}${read}`)]);
  });
  return [...sections].map(([title, lines]) => ({ title, lines }));
}

async function changeLine<A>(ask: Ask, interview: Interview<A>, answers: A): Promise<A> {
  const steps = shownSteps(interview.steps(answers), answers);
  const step = await ask.text<Step<A>>({
    message: 'Change which line?',
    help: 'Its number; < goes back to the page.',
    back: true,
    parse: (text) => {
      const chosen = steps[Number(text) - 1];
      return chosen ? { value: chosen } : { refused: `Type the number of a line, 1 to ${steps.length}.` };
    },
  });
  if (step === BACK || step === null) return answers;
  const before = new Set(interview.steps(answers).flatMap((one) => (applies(one, answers) ? [one.id] : [])));
  // Left in the middle, it is taken up at the page again.
  const keep = async (kept: A) => interview.keep?.(kept, null);
  const only = (one: Step<A>) => one.id === step.id || (unbidden(one) && !before.has(one.id));
  const changed = await walk(ask, { ...interview, keep }, answers, { from: step.id, only, leave: true });
  return changed === BACK ? answers : changed;
}

/** A whole interview without drafts: its steps, then the check page. `null` when somebody leaves without saving. */
export async function interviewed<A>(
  ask: Ask,
  look: Look,
  interview: Interview<A>,
  start: A,
  page: Omit<CheckPage<A>, 'leave'> & { only?: (step: Step<A>) => boolean },
): Promise<A | null> {
  const { only = unbidden } = page;
  const walked = await walk(ask, interview, start, {
    from: null,
    only: (step) => unbidden(step) && only(step),
  });
  if (walked === BACK) return null;
  const leave = [{ value: 'drop', label: 'Stop without saving' }] as const;
  const { outcome, answers } = await checkAnswers(ask, look, interview, walked, { ...page, leave });
  return outcome === 'save' ? answers : null;
}
