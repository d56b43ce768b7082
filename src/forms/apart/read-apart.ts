import { join, resolve } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { Refusal, type RefusalFacts } from '../../rules/refusal.ts';
import type { FormFacts } from '../field-values.ts';
import type { FormFile } from '../form-file.ts';
import { refuseFile } from '../json-guard.ts';
import { megabytes, readingLimits } from '../limits.ts';

type Said = { file: FormFile } | { refused: RefusalFacts };

declare const __BUNDLED__: true | undefined;

/** The reader as it is built beside the program; the sources, which only tests run, have it from the last build. */
const readerFile = (): string =>
  typeof __BUNDLED__ === 'undefined' ? resolve('dist', 'reader.cjs') : join(__dirname, 'reader.cjs');

const asText = 'Ask who sent it for the form as plain text, or type it in: iis referral add';
const broken = 'The file is damaged, or not what it seems to be.';

/** What one file may take: seconds, and megabytes of memory beyond its own. */
export type Allowance = Pick<typeof readingLimits, 'seconds' | 'memoryMegabytes'>;

const started = (bytes: Uint8Array, facts: FormFacts): Worker => {
  const options: WorkerOptions = {
    execArgv: [],
    workerData: { bytes, facts },
    env: {},
    // What a library says about a file names what is in it: it goes nowhere.
    stdout: true,
    stderr: true,
    // Above what is watched: V8 ends the whole program, not the thread, when one array alone fills its heap.
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.memoryMegabytes * 2, stackSizeMb: 4 },
  };
  return new Worker(readerFile(), options);
};

/**
 * Calls `stop` when the process has grown by nearly as much as the reader may take: it goes on growing while it is
 * stopped. Returns how to end the watch.
 */
const watchMemory = (most: number, stop: () => void): (() => void) => {
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > megabytes(most * 0.8)) stop();
  }, 10);
  return () => clearInterval(watch);
};

/**
 * Reads a file in a thread of its own, which ends with it: without the network, without code from the file, and
 * within `readingLimits`. Refused: a file that takes too long or too much memory, and whatever the readers refuse.
 */
export async function readApart(
  bytes: Uint8Array,
  facts: FormFacts,
  { seconds, memoryMegabytes }: Allowance = readingLimits,
): Promise<FormFile> {
  const tooLong = `The file takes longer than ${seconds} seconds to read, which no form does.`;
  const tooMuch = `The file asks for more than ${memoryMegabytes} MB of memory, which no form does.`;
  const worker = started(bytes, facts);
  const endings: (() => void)[] = [];
  try {
    const said = await new Promise<Said>((resolve, reject) => {
      const stop = (message: string) => () => reject(new Error(message));
      const timer = setTimeout(stop(tooLong), seconds * 1000);
      endings.push(() => clearTimeout(timer), watchMemory(memoryMegabytes, stop(tooMuch)));
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : broken)(),
      );
      worker.once('exit', stop(broken));
    }).catch((error: Error) => refuseFile(error.message, asText));
    if ('refused' in said) throw new Refusal(said.refused);
    return said.file;
  } finally {
    for (const end of endings) end();
    await worker.terminate();
  }
}
