import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, type Stats } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../rules/refusal.ts';
import { unfinished } from './unfinished.ts';

/** Takes the next part of a file. */
export type Put = (part: string | Uint8Array) => Promise<void>;

/**
 * Writes a file whole or not at all, readable by its owner alone: beside its place first, and under its name when it is
 * on the disk. Refuses a name that is taken, unless `replace`, what is no file, and a place that can’t be written to.
 */
export async function writeOutFile<T>(
  file: string,
  { replace }: { replace: boolean },
  work: (put: Put) => Promise<T>,
): Promise<T> {
  const part = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  unfinished.add(part);
  try {
    if (isTaken(file) && !replace) throw taken(file);
    const result = await writePart(part, file, work);
    if (replace) await rename(part, file);
    else await putIfFree(part, file);
    return result;
  } catch (error) {
    throw asRefusal(error, file);
  } finally {
    await rm(part, { force: true }).catch(() => {});
    unfinished.delete(part);
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
    if (isTaken(file)) throw taken(file);
    await rename(part, file);
  }
}

/**
 * Whether a file has this name. Refuses what is none and would be gone if one took its place: a folder, a link, a device,
 * a pipe.
 */
export function isTaken(file: string): boolean {
  if (file.trim() === '') throw nameless;
  const found = lookAt(file);
  if (found && !found.isFile()) throw unwritten(file, kindOf(found));
  return found !== undefined;
}

function lookAt(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    // What can't even be looked at is told when it is written.
    return undefined;
  }
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'It is a folder.';
  return found.isSymbolicLink() ? 'It is a link to another place.' : 'It is a device or a pipe, not a file.';
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
  // Some folders of the system are there and take no file.
  return unwritten(file, causes[code === 'ENOENT' && existsSync(dirname(file)) ? 'EACCES' : code]!);
}

const unwritten = (file: string, why: string) =>
  new Refusal({
    kind: 'invalid',
    code: 'unwritable_file',
    message: `${file} was not written. ${why}`,
    hint: 'Give another place.',
  });

const nameless = new Refusal({
  kind: 'invalid',
  code: 'unwritable_file',
  message: 'The name of the file to write is missing.',
  hint: 'Give one, or leave the flag out.',
});
