import { join } from 'node:path';

/** What makes PDFs. */
export type PdfParts = typeof import('./pdf.ts');

/** Loads it when it is first needed: built it is a file beside the program, so that no other command reads it. */
export async function loadPdf(): Promise<PdfParts> {
  if (typeof __BUNDLED__ === 'undefined') return import('./pdf.ts');
  return require(join(__dirname, 'pdf.cjs')) as PdfParts;
}

declare const __BUNDLED__: true | undefined;
