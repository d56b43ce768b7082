import type { ReferralStatus } from './referral.ts';
import type { ReferralNumber } from './words.ts';

/** What went wrong for the person at the desk; it picks the exit code. */
export type RefusalKind =
  /** Wrong usage or input that can't be taken: exit 2. */
  | 'invalid'
  /** No such referral, specialist, …: exit 3. */
  | 'not_found'
  /** A rule of the program says no: exit 4. */
  | 'rule'
  /** The database can't be read or written: exit 5. */
  | 'database';

/** A referral with what its family is called. */
export interface NamedFamily {
  referral: ReferralNumber;
  name: string | null;
  status: ReferralStatus;
}

export interface RefusalFacts {
  kind: RefusalKind;
  /** A stable word for scripts, such as `no_opening`. */
  code: string;
  /** What happened, in one sentence. */
  message: string;
  /** All the reasons, one sentence each. */
  reasons?: readonly string[];
  /** What the reasons say of people; with --private it is shown as initials. */
  names?: readonly string[];
  /** Families that may be meant; their names are shown with --private as initials. */
  families?: readonly NamedFamily[];
  /** What to do next. */
  hint?: string;
  details?: unknown;
}

/**
 * A "no" that the program means: what happened, all the reasons, and the next step. Thrown inside a
 * transaction it undoes it; one place turns it into words and an exit code.
 */
export class Refusal extends Error {
  readonly facts: RefusalFacts;

  constructor(facts: RefusalFacts) {
    super(facts.message);
    this.name = 'Refusal';
    this.facts = facts;
  }
}

/** Whether a check refuses; what is no refusal is thrown on. */
export async function isRefused(check: () => unknown): Promise<boolean> {
  try {
    await check();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

export const refuse = (facts: RefusalFacts): never => {
  throw new Refusal(facts);
};
