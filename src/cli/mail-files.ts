import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { megabytes } from '../forms/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import { cut } from './views/width.ts';

// A mail with a scanned form is a few MB; a day’s mail is some dozens. What is far beyond is the wrong file or folder.
const MOST_FILES = 1000;
const MOST_MEGABYTES_IN_ALL = 250;

/** A file that may hold filled forms. */
export interface MailFile {
  /** What was typed, or the folder with the name in it. */
  path: string;
  /** What opens it: names that are no text stay the bytes that they are. */
  opens: string | Buffer;
  bytes: number;
}

/** What of the folders is left aside. */
export interface LeftAside {
  hidden: number;
  folders: number;
  /** Neither files nor folders. */
  others: number;
}

export interface Mail {
  files: MailFile[];
  leftAside: LeftAside;
  /** Whether a folder was named, which may hold any number of files. */
  hasFolder: boolean;
}

/**
 * The files that are meant by what was typed: files as they are named, `-` for standard input, and of a folder every
 * file in it, in the order of the names. Hidden files and sub-folders are left aside. Refuses (exit 2) a folder with
 * nothing to read, and what is too much for a day’s mail.
 */
export function mailIn(names: readonly string[]): Mail {
  const mail: Mail = { files: [], leftAside: { hidden: 0, folders: 0, others: 0 }, hasFolder: false };
  for (const name of names) {
    const stats = name === '-' ? null : statsOf(name);
    if (stats?.isDirectory()) {
      mail.hasFolder = true;
      addFolder(mail, name);
    } else mail.files.push(fileOf(name, name, stats));
  }
  if (names.filter((name) => name === '-').length > 1)
    throw tooMuch('Standard input can be read only once.', 'Give - once, and other forms as files.');
  refuseTooMuch(mail.files);
  return mail;
}

function addFolder(mail: Mail, folder: string): void {
  const { leftAside } = mail;
  const found: MailFile[] = [];
  // Whole: in the folder at hand a file that is called - would be standard input.
  const whole = resolve(folder);
  for (const bytes of entriesOf(folder)) {
    const name = bytes.toString();
    const opens = bytes.equals(Buffer.from(name))
      ? join(whole, name)
      : Buffer.concat([Buffer.from(whole + sep), bytes]);
    const stats = statsOf(opens);
    if (isHidden(name)) leftAside.hidden += 1;
    else if (stats?.isDirectory()) leftAside.folders += 1;
    else if (stats !== null && !stats.isFile()) leftAside.others += 1;
    else found.push(fileOf(join(folder, name), opens, stats));
  }
  if (found.length === 0) throw nothingIn(folder, leftAside);
  const { compare } = new Intl.Collator('en', { numeric: true });
  mail.files.push(...found.sort((a, b) => compare(a.path, b.path) || (a.path < b.path ? -1 : 1)));
}

function entriesOf(folder: string): Buffer[] {
  try {
    return readdirSync(folder, { encoding: 'buffer' });
  } catch {
    throw new Refusal({
      kind: 'invalid',
      code: 'unreadable_file',
      message: `The folder can’t be read: ${folder}`,
      hint: 'Check that it belongs to you, or name the files in it.',
    });
  }
}

/** What is not there is told when it is read. */
function statsOf(path: string | Buffer): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

const fileOf = (path: string, opens: string | Buffer, stats: Stats | null): MailFile => ({
  path,
  opens,
  bytes: stats?.isFile() ? stats.size : 0,
});

/**
 * A file as it is shown: its name alone, cut to so many columns. A name can hold anything but a slash: a line feed in
 * it must not look like another line of the answer.
 */
export const fileName = (path: string, columns: number): string =>
  path === '-'
    ? 'standard input'
    : cut((basename(path) || path).replace(/[\n\v\f\r\x85\u2028\u2029]/g, '\ufffd'), columns, '…');

/** What systems and word processors put beside the files. */
const isHidden = (name: string): boolean => /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i.test(name);

function refuseTooMuch(files: readonly MailFile[]): void {
  const split = 'Give fewer at once; what was taken in before is known again and left out.';
  if (files.length > MOST_FILES)
    throw tooMuch(`These are ${files.length} files; at most ${MOST_FILES} can be taken in at once.`, split);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (files.length > 1 && bytes > megabytes(MOST_MEGABYTES_IN_ALL))
    throw tooMuch(`The files have more than ${MOST_MEGABYTES_IN_ALL} MB together.`, split);
}

const tooMuch = (message: string, hint: string) =>
  new Refusal({ kind: 'invalid', code: 'too_much', message, hint });

/** What was left aside, in words; `null` where nothing was. */
export function leftAsideInWords({ hidden, folders, others }: LeftAside): string | null {
  const counted = [
    ...(hidden > 0 ? [`${hidden} hidden ${hidden === 1 ? 'file' : 'files'}`] : []),
    ...(folders > 0
      ? [folders === 1 ? '1 folder with all that is in it' : `${folders} folders with all that is in them`]
      : []),
    ...(others > 0
      ? [`${others} that ${others === 1 ? 'is' : 'are'} no ${others === 1 ? 'file' : 'files'}`]
      : []),
  ];
  return counted.length > 0 ? `Left aside: ${counted.join(', ')}.` : null;
}

function nothingIn(folder: string, leftAside: LeftAside): Refusal {
  const aside = leftAsideInWords(leftAside);
  return new Refusal({
    kind: 'invalid',
    code: 'empty_folder',
    message: `There is nothing to read in ${folder}`,
    ...(aside ? { reasons: [aside] } : {}),
    hint: 'Name the folder that the forms are saved in, or the files.',
  });
}
