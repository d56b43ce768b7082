import type { FormReading } from '../rules/intake.ts';

/** What one file held: its readings, what it came as, and whether it was a list. */
export interface FormFile {
  readings: FormReading[];
  /** What each reading was read from, to be kept with it and known again: of several forms each has its own part. */
  texts: string[];
  channel: 'form' | 'json';
  isList: boolean;
}
