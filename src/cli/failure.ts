import { CommanderError } from 'commander';
import { statusInWords } from '../rules/referral.ts';
import { type NamedFamily, Refusal, type RefusalFacts, type RefusalKind } from '../rules/refusal.ts';
import type { Look } from './views/look.ts';
import { masked } from './views/masked.ts';
import { initials, safeText } from './views/safe-text.ts';

/** Somebody pressed Ctrl-C or closed the input; `kept` says what became of what they had typed. */
export class Interrupted extends Error {
  readonly kept: string | null;

  constructor(kept: string | null = null) {
    super('interrupted');
    this.name = 'Interrupted';
    this.kept = kept;
  }
}

/** The answer did not go out whole: its disk is full or gone. A reader who has seen enough is none of these. */
export class Unwritten extends Error {
  constructor(cause: unknown) {
    super('unwritten', { cause });
    this.name = 'Unwritten';
  }
}

const exitOf: Record<RefusalKind, number> = { invalid: 2, not_found: 3, rule: 4, database: 5 };

export interface Failure {
  exit: number;
  json: { code: string; message: string; hint: string | null; details: unknown };
  text: string;
}

/** Turns whatever was thrown into words and an exit code. A fault of the program never shows a record. */
export function explain(
  error: unknown,
  { look, debug, isPrivate }: { look: Look; debug: boolean; isPrivate: boolean },
): Failure {
  if (error instanceof Interrupted) {
    return {
      exit: 130,
      json: faultJson('interrupted', 'Interrupted.'),
      text: error.kept ?? 'Stopped. Nothing was saved.',
    };
  }
  if (error instanceof Unwritten) return unwritten(error, look, debug);
  const facts = factsOf(error);
  if (!facts) return fault(error, look, debug);
  const { code, message, hint = null } = facts;
  const details = isPrivate ? masked(facts.details ?? null) : (facts.details ?? null);
  const families = (facts.families ?? []).map((family) => (isPrivate ? withInitials(family) : family));
  const told = isPrivate ? reasonsWithInitials(facts) : (facts.reasons ?? []);
  const reasons = [...families.map(familyInWords), ...told];
  const lines = [look.red(message), ...reasons.map((reason) => `  - ${reason}`), ...(hint ? [hint] : [])];
  return {
    exit: exitOf[facts.kind],
    json: {
      code,
      message,
      hint,
      details:
        reasons.length > 0
          ? { reasons, ...(families.length > 0 && { families }), ...(details as object) }
          : details,
    },
    text: lines.map((line, i) => (i === 0 ? look.red(safeText(message)) : safeText(line))).join('\n'),
  };
}

/** The reasons with what they say of people made initials. */
const reasonsWithInitials = ({ reasons = [], names = [] }: RefusalFacts): string[] =>
  reasons.map((reason) => names.reduce((text, name) => text.replaceAll(name, initials(name)), reason));

const withInitials = ({ name, ...family }: NamedFamily): NamedFamily => ({
  ...family,
  name: name && initials(name),
});

/** `R26-0007, Amra Hadžić (eligible)`. */
export const familyInWords = ({ referral, name, status }: NamedFamily): string =>
  `${referral}, ${name ?? 'no name'} (${statusInWords[status]})`;

function factsOf(error: unknown): RefusalFacts | null {
  if (error instanceof Refusal) return error.facts;
  if (!(error instanceof CommanderError)) return null;
  if (error.code === 'commander.help')
    return { kind: 'invalid', code: 'usage', message: 'Say what to do: one of the commands above.' };
  const [said = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const message = said.replace(badArgument, '“$<value>” can’t be the $<what>.');
  return {
    kind: 'invalid',
    code: 'usage',
    message: `${message.charAt(0).toUpperCase()}${message.slice(1, 200)}${/[.?!]$/.test(message) ? '' : '.'}`,
    hint: suggestion?.replace(/^\((.*)\)$/, '$1') ?? 'Put --help behind it to see how it is used.',
  };
}

/** A command has saved before it answers, so that to run it again may do it twice. */
function unwritten(error: Unwritten, look: Look, debug: boolean): Failure {
  const { code } = error.cause as NodeJS.ErrnoException;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  const why = isFull ? 'The disk that it goes to is full.' : 'Where it goes to does not take it.';
  const message = `The answer could not be written whole. ${why}`;
  const hint = `${isFull ? 'Free some room' : 'Send it elsewhere'}, then ask again. Whether something was saved is in iis history.`;
  return {
    exit: 1,
    json: { code: 'unwritten', message, hint, details: null },
    text: `${look.red(message)}\n${hint}${whereOf(error, debug)}`,
  };
}

const badArgument = /^command-argument value '(?<value>.*)' is invalid for argument '(?<what>.*?)'\./;

/** Messages of libraries may quote what they were given, so only where it happened is told, and only on request. */
function fault(error: unknown, look: Look, debug: boolean): Failure {
  const message = 'iis has a fault and could not finish. What was not acknowledged was not saved.';
  const hint = 'Run it again with --debug and report what it shows; it holds no record.';
  return {
    exit: 1,
    json: { code: 'fault', message, hint, details: null },
    text: `${look.red(message)}\n${hint}${whereOf(error, debug)}`,
  };
}

function whereOf(error: unknown, debug: boolean): string {
  if (!debug || !(error instanceof Error)) return '';
  const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `\n${error.name}\n${where.join('\n')}`;
}

const faultJson = (code: string, message: string) => ({ code, message, hint: null, details: null });
