import { msOf } from '../rules/time.ts';
import type { Session } from './session.ts';

const SILENT_MS = 1000;
const READ_OUT_EVERY_MS = 5000;

/** How far a piece of work is, on a terminal alone. */
export interface Progress {
  /** Says that so many are done, and lets Ctrl-C come through. */
  at(doing: string, done: number, total: number): Promise<void>;
  /** Takes the line away again. */
  end(): void;
}

/**
 * A line that counts, once the work has taken more than a second; on an accessible screen a new line every five
 * seconds instead of one that is drawn over.
 */
export function progressOf({
  clock,
  talkLook,
  inPlace,
}: Pick<Session, 'clock' | 'talkLook' | 'inPlace'>): Progress {
  const began = msOf(clock());
  let readOutAt = began;
  let shown = '';
  const draw = (line: string) => {
    inPlace(`\r${line.padEnd(shown.length)}`);
    shown = line;
  };
  return {
    async at(doing, done, total) {
      await new Promise((go) => setImmediate(go));
      const now = msOf(clock());
      const line = `${doing} ${done} of ${total}`;
      if (talkLook.plain) {
        if (now - readOutAt < READ_OUT_EVERY_MS) return;
        readOutAt = now;
        inPlace(`${line}\n`);
      } else if (now - began > SILENT_MS) draw(line);
    },
    end() {
      if (shown === '') return;
      draw('');
      inPlace('\r');
    },
  };
}
