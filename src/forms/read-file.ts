import type { FormReading } from '../rules/intake.ts';
import { decodeFormBytes } from './decode.ts';
import type { FormFacts } from './field-values.ts';
import { loadPdf } from './pdf/load-pdf.ts';
import { readForm } from './read-form.ts';

/** What one file held: its readings, what it came as, its text as it stood, and whether it was a list. */
export interface FormFile {
  readings: FormReading[];
  channel: 'form' | 'json';
  text: string;
  isList: boolean;
}

// Mail programs and scanners put a few bytes of their own before it.
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');

/** Reads the bytes of one file as they came in. Refused as `readForm` says. */
export async function readFormFile(bytes: Uint8Array, facts: FormFacts): Promise<FormFile> {
  if (isPdf(bytes)) return (await loadPdf()).readPdfFile(bytes, facts);
  const text = decodeFormBytes(bytes);
  const readings = readForm(text, facts);
  return {
    readings,
    channel: /^\s*[[{]/.test(text) ? 'json' : 'form',
    text,
    isList: readings.length !== 1 || /^\s*\[/.test(text),
  };
}
