import { Refusal } from '../rules/refusal.ts';
import { explain } from './failure.ts';
import type { Session } from './session.ts';

/** A refusal in words, where the questions go on: without the hint that sends elsewhere. */
export function refusedInWords({ talkLook, flags }: Session, { facts }: Refusal): string {
  const { hint: _hint, ...rest } = facts;
  const how = { look: talkLook, debug: false, isPrivate: flags.private === true };
  return explain(new Refusal(rest), how).text;
}

/** Whether somebody else has changed what was shown; a draft that is gone is not shown, and can’t be asked about again. */
export const isChangedMeanwhile = (error: unknown): error is Refusal =>
  error instanceof Refusal &&
  error.facts.code === 'changed_meanwhile' &&
  !(error.facts.details as { draft?: string } | undefined)?.draft;
