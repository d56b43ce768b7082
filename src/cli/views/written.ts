import type { WrittenPdf } from '../write-pdf.ts';
import { counted } from './wording.ts';

/** What was written, and what of it the paper cannot show. */
export function writtenView({ file, pages, lacking }: WrittenPdf): string {
  const brackets = `Its font lacks a script that was used (${lacking.join(', ')}): on paper, square brackets stand in its place.`;
  return [`Written: ${file}, ${counted(pages, 'page')}.`, ...(lacking.length > 0 ? [brackets] : [])].join(
    '\n',
  );
}
