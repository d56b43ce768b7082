import type { FormReading } from '../rules/intake.ts';

/** What one file held: its readings, what it came as, its text as it stood, and whether it was a list. */
export interface FormFile {
  readings: FormReading[];
  channel: 'form' | 'json';
  text: string;
  /** The text of each reading, where the file holds several that are apart. */
  texts?: string[];
  isList: boolean;
}
