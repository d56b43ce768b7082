import limits from '../../data/reading.json';
import type { FormReading } from '../rules/intake.ts';
import { refuseFile } from './json-guard.ts';

/**
 * How much a file that came in may ask of this machine: sizes in megabytes, time in seconds, the rest counts. And what
 * in a form is more likely a slip of the pen: days back, and ages in years.
 */
export const readingLimits: Readonly<Omit<typeof limits, 'source'>> = limits;

export const megabytes = (count: number): number => count * 1024 * 1024;

/** Refuses what is larger than any form that came in, before anything is made of it. */
export const refuseOversize = (bytes: number): void => {
  const { inputMegabytes } = readingLimits;
  if (bytes <= megabytes(inputMegabytes)) return;
  refuseFile(
    `The file is larger than ${inputMegabytes} MB, which no form is.`,
    'Check that it is the filled form; ask for it without pictures, or as text.',
  );
};

/** Refuses a form with more people than a household has, before each of them is looked for among all. */
export const refuseCrowd = ({ intake: { caregivers, children } }: FormReading): void => {
  const { people } = readingLimits;
  if (caregivers.length + children.length <= people) return;
  refuseFile(
    `The file has a form with more than ${people} people, which no family has.`,
    'Check that each family is a form of its own.',
  );
};
