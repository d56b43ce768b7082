import { checkbox, search, select } from '@inquirer/prompts';
import { Interrupted } from '../failure.ts';
import { paragraph as wrapped } from '../views/card.ts';
import type { Look } from '../views/look.ts';
import { maskedField } from '../views/masked.ts';
import { safeText } from '../views/safe-text.ts';
import { spoken } from '../views/spoken.ts';
import { choicesInLines } from './choices-in-lines.ts';
import { narrowed } from './narrowed.ts';
import { promptTheme } from './prompt-theme.ts';
import { type Terminal, typedLines } from './typed.ts';

/** Somebody wants to go back to the question before. */
export const BACK: unique symbol = Symbol('back');
export type Back = typeof BACK;

export interface Choice<T> {
  value: T;
  label: string;
  /** The label once it is chosen, where that one is long. */
  short?: string;
  /** Says more about the choice while it is under the cursor. */
  hint?: string;
  /** Other words that find it when somebody types to narrow a long list. */
  also?: string;
}

/** What typed text means, with what to say back of it, or a sentence on why it can't be taken. */
export type Parsed<T> = { value: T; inWords?: string } | { refused: string };

interface Question {
  message: string;
  /** Why it is asked, or how it is answered. */
  help?: string | undefined;
  /** The field that is asked for, by its path: with initials only, what stands there is masked as that is. */
  field?: string | undefined;
  /** What the form says, where that could not be taken. */
  stood?: string | null | undefined;
  /** Whether the question before can be gone back to. */
  back?: boolean | undefined;
}

export interface TextQuestion<T = string> extends Question {
  /** Stands there already, to be kept or changed. */
  initial?: string | null | undefined;
  /** Enter alone means that it is not known. */
  optional?: boolean | undefined;
  parse?: ((text: string) => Parsed<T> | Promise<Parsed<T>>) | undefined;
}

export interface ChoiceQuestion<T> extends Question {
  choices: readonly Choice<T>[];
  /** What Enter alone means. Without it Enter chooses nothing: what nobody said is no answer. */
  initial?: T | null | undefined;
  /** For long lists: typing narrows them. */
  search?: boolean | undefined;
}

export interface ManyQuestion<T> extends Question {
  /** At least one is to be chosen. */
  needed?: boolean | undefined;
  choices: readonly Choice<T>[];
  initial?: readonly T[] | undefined;
}

/** Asks, one question at a time. Every question throws `Interrupted` on Ctrl-C and when the input ends. */
export interface Ask {
  /** One line, or several that were pasted at once; `null` where it may stay open and does. */
  text<T = string>(question: TextQuestion<T>): Promise<T | null | Back>;
  /** Lines up to an empty one. What stands there already is kept by an empty line, and let go by `-`. */
  paragraph<T = string>(question: TextQuestion<T>): Promise<T | null | Back>;
  choose<T>(question: ChoiceQuestion<T>): Promise<T | Back>;
  chooseMany<T>(question: ManyQuestion<T>): Promise<T[] | Back>;
  confirm(question: { message: string; initial?: boolean }): Promise<boolean>;
  /** Shows text between the questions; data in it must be safe for the screen already. */
  show(text: string): void;
}

/** The terminals that were told how questions are answered: once a session is enough. */
const told = new WeakSet<object>();

/** The questions on a terminal. Texts of questions and choices may hold data: they are made safe here. */
export function makeAsk({ look, input, output }: Terminal & { look: Look }): Ask {
  const show = (text: string) => void output.write(`${spoken(text, look, true)}\n`);
  const tellHow = () => show(look.dim(wrapped(howTo(look), look)));
  const begin = ({ help, stood }: Question) => {
    if (!told.has(output)) tellHow();
    told.add(output);
    const says = stood && `The form says “${look.isPrivate ? '…' : stood}”.`;
    const why = [help, says].filter(Boolean).join(' ');
    if (why) show(look.dim(wrapped(safeText(why), look)));
  };

  /** A question broken between words, its later lines under its first. */
  const said = (message: string) => behindMark(safeText(message), look, MARK);

  const typed = async <T>(question: TextQuestion<T>, several: boolean): Promise<T | null | Back> => {
    begin(question);
    const { message, parse, back, optional } = question;
    const kept = question.initial ?? '';
    const hiding = (text: string) =>
      look.isPrivate && question.field ? maskedField(question.field, text) : text;
    const seen = kept && hiding(kept);
    // What stands there can be typed over only where it is drawn as it is, on one line.
    const apart = several || look.plain || seen !== kept;
    if (apart && kept) show(standing(safeText(seen), look));
    const open = look.plain && optional && !kept && !message.includes('Enter') ? '(Enter: not known) ' : '';
    const prompt = `? ${look.bold(said(message))} ${open}`;
    let initial = apart ? '' : safeText(kept).replaceAll('\n', ' ');
    while (true) {
      const lines = await typedLines({ input, output }, { prompt, initial, several });
      const text = lines.join(several ? '\n' : ' ').trim();
      // Typed behind what stands there already, it means the same.
      const isBack = text === '<' || (initial !== '' && text === `${initial}<`);
      initial = apart ? '' : text;
      if (text === '?') {
        tellHow();
        initial = '';
      } else if (isBack && back) {
        return BACK;
      } else if (isBack) {
        show(look.yellow(NO_WAY_BACK));
        initial = '';
      } else {
        const taken = await take(meant(text, apart, kept), { optional, parse });
        if ('value' in taken) {
          if (taken.inWords) show(look.dim(`  ${safeText(hiding(taken.inWords))}`));
          return taken.value;
        }
        show(look.red(wrapped(`> ${safeText(taken.refused)}`, look)));
      }
    }
  };

  const inLines = look.plain ? choicesInLines({ look, input, output, show }) : null;

  /** Asks with keys that hold for every list; asked again after `?`, and where nothing was chosen. */
  const insisted = async <T>(
    { back }: Question,
    prompt: (signal: AbortSignal) => Promise<T>,
    isChosen: (given: T) => boolean,
  ): Promise<T | Back> => {
    while (true) {
      const given = await answered(input, prompt);
      if (given === '?') tellHow();
      else if (given === '<' && back) return BACK;
      else if (given === '<') show(look.yellow(NO_WAY_BACK));
      else if (isChosen(given as T)) return given as T;
      else show(look.yellow('> Choose an answer first.'));
    }
  };

  const chosen = async (question: ChoiceQuestion<unknown>): Promise<number> => {
    begin(question);
    const choices = listed(question, look, MARK);
    const initial = question.choices.findIndex(({ value }) => value === question.initial);
    if (inLines) return inLines.choose(question, choices, initial);
    const isOpen = initial < 0;
    let found = choices.length;
    const more = () => (found > PAGE ? moreInWords(look, question.search === true) : null);
    const asked = {
      message: said(question.message),
      theme: promptTheme(look, more),
      pageSize: PAGE + 1,
      default: isOpen ? OPEN : initial,
    };
    const source = (term?: string) => {
      const fitting = narrowed(choices, term);
      found = fitting.length;
      return isOpen && !term ? [unanswered, ...fitting] : fitting;
    };
    const all = isOpen ? [...choices, unanswered] : choices;
    const given = await insisted(
      question,
      (signal) =>
        question.search
          ? search({ ...asked, source }, { input, output, signal })
          : select({ ...asked, choices: all, loop: isOpen }, { input, output, signal }),
      (index) => index !== OPEN,
    );
    return given === BACK ? -1 : given;
  };

  return {
    text: (question) => typed(question, false),
    paragraph: (question) => typed(question, true),
    choose: async (question) => {
      const index = await chosen(question);
      return index < 0 ? BACK : question.choices[index]!.value;
    },
    chooseMany: async (question) => {
      begin(question);
      const ticked = question.initial ?? [];
      const isLong = question.choices.length + (question.back ? 1 : 0) > PAGE;
      const theme = promptTheme(look, () => (isLong ? moreInWords(look, false) : null));
      const choices = listed(question, look, MARK + theme.icon.unchecked.length).map((choice) => ({
        ...choice,
        checked: choice.value >= 0 && ticked.includes(question.choices[choice.value]!.value),
      }));
      const asked = { message: said(question.message), theme, pageSize: PAGE + 1 };
      const indexes = await (inLines?.chooseMany(question, choices) ??
        insisted(
          question,
          (signal) => checkbox({ ...asked, choices, loop: false }, { input, output, signal }),
          (ticked) => ticked.length > 0 || !question.needed,
        ));
      if (indexes === BACK || indexes.includes(-1)) return BACK;
      return indexes.map((index) => question.choices[index]!.value);
    },
    confirm: async ({ message, initial = true }) => {
      begin({ message });
      const enter = initial ? 'yes' : 'no';
      const hint = look.plain ? `yes or no (Enter: ${enter}):` : initial ? '(Y/n)' : '(y/N)';
      const prompt = `? ${look.bold(said(message))} ${look.dim(hint)} `;
      while (true) {
        const [line = ''] = await typedLines({ input, output }, { prompt, several: false });
        const text = line.toLowerCase();
        if (text === '') return initial;
        if (/^(y|yes|n|no)$/.test(text)) return text.startsWith('y');
        if (text === '?') tellHow();
        else show(look.yellow('> Type yes or no.'));
      }
    },
    show,
  };
}

const NO_WAY_BACK = '> There is no way back from this question.';

/** The columns of the mark before a question and of the cursor before a choice, with the space behind it. */
const MARK = 2;

/** So many choices are shown at once; of longer lists it is said that there are more. */
const PAGE = 15;

const moreInWords = ({ unicode }: Look, narrows: boolean): string =>
  `  (more: ${unicode ? '↓' : 'arrow down'}${narrows ? ', or type to narrow them' : ''})`;

/** Where the cursor stands while nothing is chosen; the last of a list, so that a digit still means its choice. */
const OPEN = -2;
const unanswered = { value: OPEN, name: 'Not answered yet', short: '–' };

const howTo = ({ unicode, plain }: Look): string =>
  plain
    ? 'A choice is made by its number or by words of it. What stands there is kept by Enter alone, and a minus sign ' +
      'empties it. < goes back where there is a way back. ? says this again, or lists the choices. Ctrl-C stops.'
    : `${unicode ? '↑ ↓' : 'The arrow keys'} and Enter choose, Space ticks. Enter alone keeps what stands there, and ` +
      'leaves open what may stay open. < goes back where there is a way back. ? says this again. Ctrl-C stops.';

const standing = (kept: string, look: Look): string =>
  look.plain || look.isPrivate
    ? `Now: ${kept.replaceAll('\n', ' ')} (Enter keeps it, - empties it)`
    : wrapped(kept, look, 2);

/** Text behind a mark of so many columns, broken between words: Inquirer breaks lines wherever they end. */
const behindMark = (text: string, look: Look, columns: number): string =>
  wrapped(text, { ...look, width: look.width - columns }).replaceAll('\n', `\n${' '.repeat(columns)}`);

/** The choices by their place behind marks of so many columns, with the way back as the last of them. */
function listed({ choices, back }: ChoiceQuestion<unknown>, look: Look, mark: number) {
  const places = choices.map(({ label, short, hint, also }, value) => ({
    value,
    name: behindMark(safeText(label), look, mark),
    short: safeText(short ?? label),
    ...(hint ? { description: wrapped(safeText(hint), look) } : {}),
    ...(also ? { also } : {}),
  }));
  const way = { value: -1, name: look.unicode ? '← Back' : '< Back', short: 'back' };
  return back ? [...places, way] : places;
}

/** An empty line keeps what stands there already where it can't be typed over. */
function meant(text: string, apart: boolean, kept: string): string {
  if (!apart || !kept) return text;
  return text === '' ? kept : text === '-' ? '' : text;
}

async function take<T>(
  text: string,
  { optional, parse }: Pick<TextQuestion<T>, 'optional' | 'parse'>,
): Promise<{ value: T | null; inWords?: string } | { refused: string }> {
  if (text !== '') return parse ? parse(text) : { value: text as T };
  return optional ? { value: null } : { refused: 'This is needed to go on.' };
}

/**
 * What the prompt was answered with, or `<` or `?` where one of these keys left it. Inquirer waits for ever when the
 * input ends under it, and so does it on Ctrl-D: both interrupt here.
 */
async function answered<T>(
  input: Terminal['input'],
  prompt: (signal: AbortSignal) => Promise<T>,
): Promise<T | '<' | '?'> {
  const ended = new AbortController();
  let left: '<' | '?' | null = null;
  const end = () => ended.abort();
  const onKey = (typed: string | undefined, key?: { ctrl?: boolean; name?: string }) => {
    if (typed === '<' || typed === '?') left = typed;
    if (left || (key?.ctrl && key.name === 'd')) end();
  };
  input.on('keypress', onKey).once('end', end);
  try {
    return await prompt(ended.signal);
  } catch (error) {
    const isLeft = error instanceof Error && /^(Exit|Abort)PromptError$/.test(error.name);
    if (isLeft && left) return left;
    throw isLeft ? new Interrupted() : error;
  } finally {
    input.off('keypress', onKey).off('end', end);
  }
}
