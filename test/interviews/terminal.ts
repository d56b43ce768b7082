import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll } from 'vitest';
import { closedWorld } from '../cli/program.ts';

const home = resolve(import.meta.dirname, '../..');
const door = join(home, 'bin', 'iis.js');

/** An office of its own: where its database is, and when it is there. */
export interface Office {
  file: string;
  now?: string;
  /** The screen is for a screen reader. */
  accessible?: boolean;
}

/** Makes offices, one after the other, in a folder that goes when the tests of the file are done; none has a database yet. */
export function officesInFolder(): () => Office {
  const folder = mkdtempSync(join(tmpdir(), 'iis-interviews-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let made = 0;
  return () => {
    made += 1;
    return { file: join(folder, `${made}.db`) };
  };
}

const world = ({ file, now = '2026-10-05T14:00:00Z', accessible = false }: Office) => ({
  ...closedWorld(dirname(file)),
  IIS_DB: file,
  IIS_NOW: now,
  IIS_USER: 'kim',
  TERM: 'xterm-256color',
  NO_COLOR: '1',
  COLUMNS: '80',
  IIS_ACCESSIBLE: accessible ? '1' : '0',
});

/** Runs a command that asks nothing and returns what it shows. */
export const told = (office: Office, ...args: string[]): string =>
  execFileSync(process.execPath, [door, ...args], { env: world(office), encoding: 'utf8' });

export interface Dialogue {
  /** Waits for this text to come after what was seen before. */
  sees(...texts: string[]): Promise<void>;
  /** Waits for the question, then types the answer and Enter. */
  answers(question: string, answer: string): Promise<void>;
  /** Waits for a question with a long list, narrows it, and takes the choice that is then the first. */
  narrows(question: string, typed: string, choice: string): Promise<void>;
  /** Waits for a question with an answer that stands there already, and types another. */
  retypes(question: string, stands: string, answer: string): Promise<void>;
  /** The same, and keeps the answer. */
  keeps(question: string, stands: string): Promise<void>;
  /** Ticks the choice that is so far down the list, and goes on. */
  ticks(question: string, at: number, choice: string): Promise<void>;
  /** Takes the choice that has this hint. */
  chooses(question: string, typed: string, hint: string): Promise<void>;
  /** Goes back from a question with choices. */
  goesBack(question: string): Promise<void>;
  /** Waits for the question, then presses these keys. */
  presses(question: string, keys: string): Promise<void>;
  /** Waits for the end; returns the exit code, everything that was shown, and the colours it was shown in. */
  ends(): Promise<{ exit: number; shown: string; colours: string[]; redrawn: string[] }>;
}

export const ctrlC = '\x03';
export const ctrlD = '\x04';
export const emptied = '\x15';
export const arrowDown = '\x1b[B';

// Long enough for a machine that is busy with much else.
const PATIENCE = 60_000;

/** Runs a command on a terminal of 80 columns. */
export function onTerminal(office: Office, ...args: string[]): Dialogue {
  const terminal = spawn(process.execPath, [door, ...args], {
    cols: 80,
    rows: 40,
    cwd: home,
    env: world(office),
  });
  let shown = '';
  let seen = 0;
  const plainly = office.accessible === true;
  let exit: number | null = null;
  let wake = () => {};
  terminal.onData((data) => {
    shown += data;
    wake();
  });
  terminal.onExit(({ exitCode }) => {
    exit = exitCode;
    wake();
  });
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    const end = Date.now() + PATIENCE;
    while (!holds()) {
      const left = end - Date.now();
      if (left <= 0 || exit !== null)
        throw new Error(`${what} did not come. The terminal shows:\n${plain(shown).slice(-2500)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const sees = async (...texts: string[]) => {
    for (const text of texts) {
      const found = () => plain(shown).indexOf(text, seen);
      await until(() => found() >= 0, `“${text}”`);
      seen = found() + text.length;
    }
  };
  const presses = async (question: string, keys: string) => {
    await sees(question);
    // Choices are listed between the question and the line that is typed on.
    if (plainly) await until(() => !shown.endsWith('\n'), 'A line to type on');
    terminal.write(keys);
  };
  return {
    sees,
    presses,
    answers: (question, answer) => presses(question, `${answer}\r`),
    async narrows(question, typed, choice) {
      if (plainly) {
        await presses(question, `${typed}\r`);
        return sees(choice);
      }
      await presses(question, typed);
      await presses(`${typed}\n❯ ${choice}`, '\r');
    },
    async retypes(question, stands, answer) {
      if (plainly) return presses(question, `${answer || '-'}\r`);
      await presses(`${question}${stands && ` ${stands}`}`, `${emptied}${answer}\r`);
    },
    async keeps(question, stands) {
      if (plainly) await sees(`Now: ${stands} (Enter keeps it`);
      await presses(plainly ? question : `${question} ${stands}`, '\r');
    },
    async ticks(question, at, choice) {
      if (plainly) return presses(question, `${choice}\r`);
      await presses(question, `${arrowDown.repeat(at)} `);
      await presses(`◉ ${choice}`, '\r');
    },
    async chooses(question, typed, hint) {
      await presses(question, plainly ? `${typed}\r` : typed);
      await (plainly ? sees(hint) : presses(hint, '\r'));
    },
    goesBack: (question) => presses(question, plainly ? '<\r' : '←\r'),
    async ends() {
      const end = Date.now() + PATIENCE;
      while (exit === null && Date.now() < end) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, end - Date.now());
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      if (exit === null) throw new Error(`It did not end. The terminal shows:\n${plain(shown).slice(-2500)}`);
      return {
        exit,
        shown: plain(shown),
        colours: shown.match(/\x1b\[[1-9][\d;]*m/g) ?? [],
        redrawn: shown.match(/\x1b\[\d*[AFLMST]|\x1b\[[12]?K|\x1b\[2J/g) ?? [],
      };
    },
  };
}

/** What is shown without what moves the cursor and colours. */
const plain = (text: string): string =>
  text
    .replace(/\x1b\[[\d;?]*[A-Za-z]/g, '')
    .replace(/\x1b[=>]/g, '')
    .replaceAll('\r', '');
