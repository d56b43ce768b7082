import { fieldInWords } from '../../rules/admission.ts';
import { type Ask, BACK, type Choice, type Parsed } from './ask.ts';
import { asItStood, doubtAt, type IntakeAnswers, lookedAt } from './intake-answers.ts';
import type { Step } from './interview.ts';

export type IntakeStep = Step<IntakeAnswers>;
type Put<T> = (answers: IntakeAnswers, value: T) => IntakeAnswers;

/** Where a step stands: its id is its path in the intake. */
interface Place {
  id: string;
  section: string;
  label: string;
  /** The question, where it is more than the label. */
  message?: string;
  help?: string | undefined;
  shown: string | null;
  when?: (answers: IntakeAnswers) => boolean;
}

export interface Typed<T> extends Place {
  /** What stands there to be changed, as it is typed. */
  typed: string | null;
  parse?: ((text: string) => Parsed<T | null> | Promise<Parsed<T | null>>) | undefined;
  put: Put<T | null>;
  /** Text of several lines. */
  isLong?: boolean;
}

interface Chosen<T> extends Place {
  choices: readonly Choice<T>[];
  value: T | undefined;
  search?: boolean;
  put: Put<T>;
  /** What the choice calls for at once. */
  atOnce?: (ask: Ask, value: T) => void;
}

const messageOf = ({ id, message }: Place): string => message ?? fieldInWords(id);

const helpOf = ({ id, help }: Place, answers: IntakeAnswers): string | undefined =>
  [doubtAt(answers, id), help].filter(Boolean).join(' ') || undefined;

/** A step that is typed. */
export const typedStep = <T>(field: Typed<T>): IntakeStep => ({
  ...placed(field),
  async ask(ask, answers) {
    const question = {
      message: `${messageOf(field)}:`,
      help: helpOf(field, answers),
      field: field.id,
      stood: asItStood(answers, field.id),
      initial: field.typed ?? (field.isLong ? null : asItStood(answers, field.id)),
      optional: true,
      back: true,
      parse: field.parse,
    };
    const value = await (field.isLong ? ask.paragraph<T | null>(question) : ask.text<T | null>(question));
    return value === BACK ? BACK : lookedAt(field.put(answers, value), field.id);
  },
});

/** A step with a choice. */
export const chosenStep = <T>(field: Chosen<T>): IntakeStep => ({
  ...placed(field),
  async ask(ask, answers) {
    const { choices, value: initial, search } = field;
    const value = await ask.choose<T>({
      message: messageOf(field),
      help: helpOf(field, answers),
      stood: asItStood(answers, field.id),
      choices,
      // Among the choices only where it may stay open: Enter alone leaves it so.
      initial: initial ?? null,
      search,
      back: true,
    });
    if (value === BACK) return BACK;
    field.atOnce?.(ask, value);
    return lookedAt(field.put(answers, value), field.id);
  },
});

const placed = ({ id, section, label, shown, when }: Place): Pick<IntakeStep, 'id' | 'line' | 'when'> => ({
  id,
  when,
  line: { section, label, value: shown },
});

export const yesOrNo: readonly Choice<boolean>[] = [
  { value: false, label: 'No' },
  { value: true, label: 'Yes' },
];

export const yesNoOrOpen: readonly Choice<boolean | null>[] = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
  { value: null, label: 'Not known yet' },
];
