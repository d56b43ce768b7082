import { join } from 'node:path';
import type { FontFiles } from '../forms/pdf/faces.ts';
import { loadPdf, type PdfParts } from '../forms/pdf/load-pdf.ts';
import type { MadePdf } from '../forms/pdf/paper.ts';
import type { Sheet } from '../forms/pdf/sheet.ts';
import { writeOutFile } from './out-file.ts';
import type { Session } from './session.ts';
import { masked } from './views/masked.ts';
import { writtenView } from './views/written.ts';

/** A PDF that was written: where, how many pages, and which scripts its font lacks. */
export interface WrittenPdf extends Omit<MadePdf, 'bytes'> {
  file: string;
}

/** Makes a PDF and writes it, whole or not at all. Refuses a file that is there already, but for --yes. */
export async function writePdf(
  session: Session,
  file: string,
  make: (parts: PdfParts, fonts: FontFiles) => Promise<MadePdf>,
): Promise<WrittenPdf> {
  return writeOutFile(file, { replace: session.flags.yes === true }, async (put) => {
    const { bytes, ...made } = await make(await loadPdf(), fontsOf(session));
    await put(bytes);
    return { file, ...made };
  });
}

/**
 * Writes a sheet for paper and returns what to say of it. `sheetOf` gets how its value may be seen: with --private
 * in initials, as on a screen.
 */
export async function writeSheet(
  session: Session,
  file: string,
  sheetOf: (seen: <T>(value: T) => T) => Sheet,
): Promise<string> {
  const seen = <T>(value: T): T => (session.flags.private ? (masked(value) as T) : value);
  const sheet = sheetOf(seen);
  const written = await writePdf(session, file, ({ sheetPdf }, fonts) =>
    sheetPdf({ sheet, fonts, now: session.now }),
  );
  return writtenView(written);
}

const fontsOf = ({ dataFolder, bytesOf }: Session): FontFiles => {
  const font = (name: string) => bytesOf(join(dataFolder, 'fonts', name));
  return { plain: font('DejaVuSansCondensed.ttf'), bold: font('DejaVuSansCondensed-Bold.ttf') };
};
