import { checkbox, confirm, search, select } from '@inquirer/prompts';
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
  initial?: T | undefined;
  /** For long lists: typing narrows them. */
  search?: boolean | undefined;
}

export interface ManyQuestion<T> extends Question {
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
  const theme = promptTheme(look);
  const tellHow = () => show(look.dim(wrapped(howTo(look), look)));
  const begin = ({ help, stood }: Question) => {
    if (!told.has(output)) tellHow();
    told.add(output);
    const says = stood && `The form says “${look.isPrivate ? '…' : stood}”.`;
    const why = [help, says].filter(Boolean).join(' ');
    if (why) show(look.dim(wrapped(safeText(why), look)));
  };

  /** A question broken between words, its later lines under its first. */
  const said = (message: string) =>
    wrapped(safeText(message), { ...look, width: look.width - 2 }).replaceAll('\n', '\n  ');

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
        show(look.yellow('> There is no question before this one.'));
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

  const chosen = async (question: ChoiceQuestion<unknown>): Promise<number> => {
    begin(question);
    const choices = listed(question, look);
    const initial = question.choices.findIndex(({ value }) => value === question.initial);
    if (inLines) return inLines.choose(question, choices, initial);
    const at = initial < 0 ? {} : { default: initial };
    const message = said(question.message);
    const asked = { message, theme, pageSize: 9, ...at };
    return answered(input, (signal) =>
      question.search
        ? search({ ...asked, source: (term) => narrowed(choices, term) }, { input, output, signal })
        : select({ ...asked, choices, loop: false }, { input, output, signal }),
    );
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
      const choices = listed(question, look).map((choice) => ({
        ...choice,
        checked: choice.value >= 0 && ticked.includes(question.choices[choice.value]!.value),
      }));
      const message = said(question.message);
      const indexes = await (inLines?.chooseMany(question, choices) ??
        answered(input, (signal) =>
          checkbox({ message, theme, choices, pageSize: 12, loop: false }, { input, output, signal }),
        ));
      return indexes.includes(-1) ? BACK : indexes.map((index) => question.choices[index]!.value);
    },
    confirm: ({ message, initial = true }) => {
      begin({ message });
      if (inLines) return inLines.confirm(safeText(message), initial);
      const asked = { message: said(message), default: initial, theme };
      return answered(input, (signal) => confirm(asked, { input, output, signal }));
    },
    show,
  };
}

const howTo = ({ unicode, plain }: Look): string =>
  plain
    ? 'A choice is made by its number or by words of it. What stands there is kept by Enter alone, and a minus sign ' +
      'empties it. < goes back a question. ? says this again. Ctrl-C stops.'
    : `${unicode ? '↑ ↓' : 'The arrow keys'} and Enter choose, Space ticks. Enter alone: not known. ` +
      '< goes back a question. ? shows this again. Ctrl-C stops.';

const standing = (kept: string, look: Look): string =>
  look.plain || look.isPrivate
    ? `Now: ${kept.replaceAll('\n', ' ')} (Enter keeps it, - empties it)`
    : wrapped(kept, look, 2);

/** The choices by their place, with the way back as the last of them. */
function listed({ choices, back }: ChoiceQuestion<unknown>, { unicode }: Look) {
  const places = choices.map(({ label, short, hint, also }, value) => ({
    value,
    name: safeText(label),
    short: safeText(short ?? label),
    ...(hint ? { description: safeText(hint) } : {}),
    ...(also ? { also } : {}),
  }));
  return back ? [...places, { value: -1, name: unicode ? '← Back' : '< Back', short: 'back' }] : places;
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

/** Inquirer waits for ever when the input ends under it, and so does it on Ctrl-D: both interrupt here. */
async function answered<T>(
  input: Terminal['input'],
  prompt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  const end = () => ended.abort();
  const onKey = (_: unknown, key?: { ctrl?: boolean; name?: string }) => {
    if (key?.ctrl && key.name === 'd') end();
  };
  input.on('keypress', onKey).once('end', end);
  try {
    return await prompt(ended.signal);
  } catch (error) {
    const left = error instanceof Error && /^(Exit|Abort)PromptError$/.test(error.name);
    throw left ? new Interrupted() : error;
  } finally {
    input.off('keypress', onKey).off('end', end);
  }
}
