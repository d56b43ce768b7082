import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../rules/refusal.ts';
import type { FormFacts } from '../field-values.ts';
import { readHere } from '../read-here.ts';
import { shutOut } from './shut-out.ts';

/** Reads the one file that it was started for, and says what became of it. */
async function readOne(): Promise<void> {
  shutOut();
  const { bytes, facts } = workerData as { bytes: Uint8Array; facts: FormFacts };
  try {
    parentPort?.postMessage({ file: await readHere(bytes, facts) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    parentPort?.postMessage({ refused: error.facts });
  }
}

void readOne();
