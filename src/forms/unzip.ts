import { unzipSync } from 'fflate';
import { refuseFile } from './json-guard.ts';
import { megabytes, readingLimits } from './limits.ts';

/**
 * Takes the files that are wanted out of a zip archive; `names` are all that it lists. Refused: an archive that
 * lists too many files, or of which the wanted ones are too large unpacked. A file that turns out larger than the
 * archive says is cut there, so that no more memory is taken than was agreed to.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): { names: string[]; files: Map<string, Uint8Array> } {
  const names: string[] = [];
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      if (names.length > readingLimits.packedFiles) refuseSwollen();
      if (!isWanted(name)) return false;
      unpacked += originalSize;
      if (unpacked > megabytes(readingLimits.unpackedMegabytes)) refuseSwollen();
      return true;
    },
  });
  return { names, files: new Map(Object.entries(files).filter(([name]) => isWanted(name))) };
}

const refuseSwollen = (): never =>
  refuseFile(
    'The file holds far more than a form does once it is unpacked.',
    'Ask who sent it for the form as PDF or plain text.',
  );
