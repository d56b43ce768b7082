import type { FormFacts } from './field-values.ts';
import { isUnread, kindOf } from './file-kinds.ts';
import type { FormFile } from './form-file.ts';
import { refuseCrowd, refuseOversize } from './limits.ts';
import { doubted, fromTextBytes, refuseUnread } from './read-text.ts';

export type { FormFile };

/**
 * Reads the bytes of one file as they came in. What it is, is told by its content. Plain text and JSON are read at
 * once, every other kind in a thread of its own and within `readingLimits`. Refused, in one sentence and with what to
 * do instead: what is too large, takes too long, has too many people, is damaged, or of a kind that is not read; and as
 * `readForm` says.
 */
export async function readFormFile(bytes: Uint8Array, facts: FormFacts): Promise<FormFile> {
  refuseOversize(bytes.byteLength);
  const file = await read(bytes, facts);
  for (const reading of file.readings) refuseCrowd(reading);
  return file;
}

async function read(bytes: Uint8Array, facts: FormFacts): Promise<FormFile> {
  const kind = kindOf(bytes);
  if (isUnread(kind)) return refuseUnread(kind);
  if (kind === 'text' || kind === 'json') return doubted(fromTextBytes(bytes, facts), facts);
  const { readApart } = await import('./apart/read-apart.ts');
  return readApart(bytes, facts);
}
