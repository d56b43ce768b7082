import type { FormFacts } from '../field-values.ts';
import type { FormFile } from '../read-file.ts';
import { readingOfPdf, textOfPdf } from './pdf-reading.ts';
import { readPdfForm } from './read-pdf.ts';

/** Reads a filled PDF form. Refused as `readPdfForm` says. */
export async function readPdfFile(bytes: Uint8Array, facts: FormFacts): Promise<FormFile> {
  const form = await readPdfForm(bytes);
  return {
    readings: [readingOfPdf(form, facts, facts.fieldMap)],
    channel: 'form',
    text: textOfPdf(form),
    isList: false,
  };
}
