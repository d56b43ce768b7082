import type { ExpressionBuilder } from 'kysely';
import type { Instant } from '../../rules/time.ts';
import type { ProgramCode } from '../../rules/words.ts';
import type { Tables } from '../tables.ts';

/** Which referrals are looked at, as they stand. */
export interface Among {
  /** `null`: all. */
  circuits: readonly number[] | null;
  /** `null`: all. */
  program: ProgramCode | null;
}

/** The referrals that are counted: received from a moment on and before another, of these circuits and this program. */
export interface Within extends Among {
  from: Instant;
  before: Instant;
}

type Referrals = ExpressionBuilder<Tables & { r: Tables['referral'] }, 'r'>;

/** Whether the referral `r` is one of these. */
export const among =
  ({ circuits, program }: Among) =>
  (e: Referrals) =>
    e.and([
      ...(circuits === null ? [] : [e('r.circuit', 'in', [...circuits])]),
      ...(program === null ? [] : [e('r.program', '=', program)]),
    ]);
