import type { Desk, Deskless } from '../desk/desk.ts';
import type { Instant } from '../rules/time.ts';
import type { Ask } from './questions/ask.ts';
import type { Look } from './views/look.ts';

/** The flags that every command takes. */
export interface CommonFlags {
  json?: boolean;
  /** `false` with --no-input. */
  input: boolean;
  yes?: boolean;
  db?: string;
  as?: string;
  /** `false` with --no-color. */
  color: boolean;
  private?: boolean;
  debug?: boolean;
}

/** Where a command line runs: what is not given is the process's own. */
export interface World {
  file?: string;
  now?: Instant;
  who?: string;
  out(text: string): void;
  err(text: string): void;
  /** As `pour` of the session; without it `out` does. */
  pour?(text: string): Promise<boolean>;
}

/** What a command has of the world: made in `main.ts`, which alone touches the process. */
export interface Session {
  readonly flags: CommonFlags;
  readonly now: Instant;
  /** Reads the clock anew, for a sitting in which time goes on. */
  clock(): Instant;
  /** How text on stdout, the answer, is drawn. */
  readonly look: Look;
  /** How text on stderr, the talk, is drawn. */
  readonly talkLook: Look;
  /** Whether somebody is there to answer questions. */
  readonly canAsk: boolean;
  /** The folder of the program's own data. */
  readonly dataFolder: string;
  /** Where the database is, or would be. */
  readonly file: string;
  /** Opens the desk, once. With `create` a database that is not there yet is made. */
  desk(options?: { create?: boolean }): Promise<Desk>;
  /** What the office goes by, without its records: where there is no database, none is made. */
  deskless(): Promise<Deskless>;
  /** The questions, loaded when the first one is asked. Refuses where nobody can answer. */
  ask(): Promise<Ask>;
  /**
   * The bytes of a file, or of stdin for `-`. Refuses what is not there, and more than `atMost` megabytes (else: than any
   * form has) before they are read. A name that is no text is given as bytes.
   */
  bytesOf(file: string | Buffer, limit?: { atMost: number }): Uint8Array;
  /** Learns from the settings, where there are any, how the screen is to be. */
  knowsScreen(): Promise<void>;
  /** Says something beside the answer, on stderr. What comes from records was made safe before. */
  say(text: string): void;
  /** Writes on stderr as it is, to be written over; nothing where that is no terminal. */
  inPlace(text: string): void;
  /** Adds to the answer on stdout before it is whole. */
  out(text: string): void;
  /**
   * Sends a part of a long answer to stdout as it is, and waits until it is taken; on a terminal it is made safe to show.
   * `false` when nobody reads any more.
   */
  pour(text: string): Promise<boolean>;
  /** Runs another command line in a world of its own and returns its exit code. */
  again(argv: readonly string[], world: World): Promise<number>;
}

/** What a command answers: a value, how scripts get it, and how it is shown. */
export interface Answer {
  value: unknown;
  json(value: never): unknown;
  show(value: never, look: Look): string;
}

/** Ties a value to its two shapes, so that the value is made safe for the screen before a view sees it. */
export const answer = <T>(
  value: T,
  shapes: { json: (value: T) => unknown; show: (value: T, look: Look) => string },
): Answer => ({
  value,
  ...shapes,
});
