import type { ExpressionBuilder } from 'kysely';
import type { Instant } from '../../rules/time.ts';
import type { ProgramCode } from '../../rules/words.ts';
import type { Tables } from '../tables.ts';

/** The referrals that are counted: received from a moment on and before another, of these circuits and this program. */
export interface Within {
  from: Instant;
  before: Instant;
  /** `null`: all. */
  circuits: readonly number[] | null;
  /** `null`: all. */
  program: ProgramCode | null;
}

/** Whether the referral `r` was received within it. */
export const received =
  ({ from, before, circuits, program }: Within) =>
  (e: ExpressionBuilder<Tables & { r: Tables['referral'] }, 'r'>) =>
    e.and([
      e('r.received_at', '>=', from),
      e('r.received_at', '<', before),
      ...(circuits === null ? [] : [e('r.circuit', 'in', [...circuits])]),
      ...(program === null ? [] : [e('r.program', '=', program)]),
    ]);
