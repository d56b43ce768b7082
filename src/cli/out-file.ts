import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../rules/refusal.ts';

/** Takes the next part of a file. */
export type Put = (part: string | Uint8Array) => Promise<void>;

/**
 * Writes a file whole or not at all, readable by its owner alone: beside its place first, and under its name when it is
 * on the disk. Refuses a name that is taken, unless `replace`, and a place that can’t be written to.
 */
export async function writeOutFile<T>(
  file: string,
  { replace }: { replace: boolean },
  work: (put: Put) => Promise<T>,
): Promise<T> {
  const part = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  try {
    if (!replace) requireFree(file);
    const result = await writePart(part, file, work);
    if (replace) await rename(part, file);
    else await putIfFree(part, file);
    return result;
  } catch (error) {
    throw asRefusal(error, file);
  } finally {
    await rm(part, { force: true }).catch(() => {});
  }
}

async function writePart<T>(part: string, file: string, work: (put: Put) => Promise<T>): Promise<T> {
  const handle = await open(part, 'wx', 0o600);
  try {
    const result = await work(async (text) => {
      // Said here: further out a full disk would be taken for the database’s.
      await handle.writeFile(text).catch((error) => {
        throw asRefusal(error, file);
      });
    });
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

/** A link is not made over what came meanwhile; where a disk has no links, the look before must do. */
async function putIfFree(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    requireFree(file);
    await rename(part, file);
  }
}

/** Whether something has this name, also a link that leads nowhere. */
export function isTaken(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What can't even be looked at is told when it is written.
    return false;
  }
}

function requireFree(file: string): void {
  if (isTaken(file)) throw taken(file);
}

const taken = (file: string) =>
  new Refusal({
    kind: 'invalid',
    code: 'file_exists',
    message: `There is a file ${file} already.`,
    hint: 'Give another name, or add --yes to replace it.',
  });

const causes: Record<string, string> = {
  ENOENT: 'There is no such folder.',
  ENOTDIR: 'There is no such folder.',
  EISDIR: 'It is a folder.',
  ENAMETOOLONG: 'The name is too long.',
  EACCES: 'It can’t be written there.',
  EPERM: 'It can’t be written there.',
  EROFS: 'It can’t be written there.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
};

function asRefusal(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (code === 'EEXIST') return taken(file);
  if (!(code in causes)) return error;
  return new Refusal({
    kind: 'invalid',
    code: 'unwritable_file',
    message: `${file} was not written. ${causes[code]}`,
    hint: 'Give another place.',
  });
}
