import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Interrupted } from '../failure.ts';

/** Where questions are asked and answered. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** What is pasted comes in pieces; lines that follow each other this fast (milliseconds) were not typed one by one. */
const PASTED = 25;

/**
 * Lets somebody type one line, or with `several` lines up to an empty one. Lines that are pasted are taken
 * together, so that none of an address of three lines is lost. Refuses by `Interrupted` on Ctrl-C and Ctrl-D.
 */
export function typedLines(
  { input, output }: Terminal,
  { prompt, initial = '', several }: { prompt: string; initial?: string; several: boolean },
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const reader = createInterface({ input, output, prompt, terminal: true, historySize: 0 });
    const lines: string[] = [];
    let ended = false;
    let pause: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      ended = true;
      clearTimeout(pause);
      reader.close();
      settle();
    };
    const goOn = () => {
      const alone = lines.length === 1 && (lines[0] === '<' || lines[0] === '?');
      if (!several || alone || lines.at(-1) === '') return end(() => resolve(lines));
      reader.setPrompt('  ');
      reader.prompt();
    };
    reader.on('line', (line) => {
      lines.push(line.trim());
      clearTimeout(pause);
      pause = setTimeout(goOn, PASTED);
    });
    reader.on('SIGINT', () => {
      output.write('\n');
      end(() => reject(new Interrupted()));
    });
    reader.on('close', () => {
      if (!ended) end(() => reject(new Interrupted()));
    });
    reader.prompt();
    if (initial) reader.write(initial);
  });
}
