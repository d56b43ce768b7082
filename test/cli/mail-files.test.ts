import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileName, leftAsideInWords, mailIn, refuseTooLarge } from '../../src/cli/mail-files.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { folder, refusal } from '../office.ts';

const windows = process.platform === 'win32';

/** A folder with files of these names. */
function mail(...names: string[]): string {
  const made = folder();
  for (const name of names) writeFileSync(join(made, name), 'a form');
  return made;
}

const namesIn = (...from: string[]) => mailIn(from).files.map(({ path }) => path);

describe('the files that are meant', () => {
  it('are those of a folder in the order of their names, numbers as numbers', () => {
    const made = mail('form 10.txt', 'Form 2.txt', 'älter.txt', 'form 1.txt', 'zuletzt.json');
    const names = ['älter.txt', 'form 1.txt', 'Form 2.txt', 'form 10.txt', 'zuletzt.json'];
    expect(namesIn(made)).toEqual(names.map((name) => join(made, name)));
    expect(mailIn([made]).hasFolder).toBe(true);
  });

  it('are files as they are named, and standard input', () => {
    const made = mail('b.txt', 'a.txt');
    const named = [join(made, 'b.txt'), '-', join(made, 'a.txt'), join(made, 'missing.txt')];
    expect(mailIn(named)).toMatchObject({ hasFolder: false, files: named.map((path) => ({ path })) });
  });

  it('are not the hidden ones, nor what is in sub-folders, and that is said', () => {
    const made = mail('a.txt', '.DS_Store', '~$form.docx', 'Thumbs.db', 'desktop.ini');
    mkdirSync(join(made, 'old'));
    writeFileSync(join(made, 'old', 'b.txt'), 'a form');
    expect(namesIn(made)).toEqual([join(made, 'a.txt')]);
    expect(leftAsideInWords(mailIn([made]).leftAside)).toBe(
      'Left aside: 4 hidden files, 1 folder with all that is in it.',
    );
    expect(leftAsideInWords({ hidden: 0, folders: 0, others: 0 })).toBeNull();
    expect(leftAsideInWords({ hidden: 1, folders: 2, others: 1 })).toBe(
      'Left aside: 1 hidden file, 2 folders with all that is in them, 1 that is no file.',
    );
  });

  it.skipIf(windows)('are links to files too; a link to nothing is told when it is read', () => {
    const made = mail('a.txt');
    symlinkSync(join(made, 'a.txt'), join(made, 'b.txt'));
    symlinkSync(join(made, 'gone.txt'), join(made, 'c.txt'));
    symlinkSync(folder(), join(made, 'd'));
    expect(namesIn(made)).toEqual(['a.txt', 'b.txt', 'c.txt'].map((name) => join(made, name)));
    expect(mailIn([made]).leftAside.folders).toBe(1);
  });

  it('in the folder at hand a file that is called - is not standard input', () => {
    const made = mail('-', '-rf');
    const { files } = mailIn([made]);
    expect(files.map(({ opens }) => opens)).toEqual(['-', '-rf'].map((name) => resolve(made, name)));
  });

  it.skipIf(windows)('can have names that are no text', () => {
    const made = folder();
    const bytes = Buffer.concat([
      Buffer.from(`${made}/form-`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(bytes, 'a form');
    expect(Buffer.from(mailIn([made]).files[0]!.opens)).toEqual(bytes);
  });
});

describe('what is refused', () => {
  const code = (names: string[]) => refusal(() => mailIn(names));

  it('a folder with nothing to read', async () => {
    expect(await code([folder()])).toEqual({ kind: 'invalid', code: 'empty_folder' });
    expect(await code([mail('a.txt'), mail('.hidden')])).toEqual({ kind: 'invalid', code: 'empty_folder' });
  });

  it('more files than a day brings', async () => {
    const made = mail(...Array.from({ length: 1001 }, (_, i) => `${i}.txt`));
    expect(await code([made])).toEqual({ kind: 'invalid', code: 'too_much' });
  });

  it('files that are too large, alone and together', async () => {
    const made = mail('a.txt');
    const file = join(made, 'a.txt');
    truncateSync(file, 25 * 1024 * 1024);
    expect(() => refuseTooLarge(mailIn([file]).files[0]!)).not.toThrow();
    expect(mailIn(Array.from({ length: 10 }, () => file)).files).toHaveLength(10);
    expect(await code(Array.from({ length: 11 }, () => file))).toEqual({ kind: 'invalid', code: 'too_much' });
    truncateSync(file, 25 * 1024 * 1024 + 1);
    expect(() => refuseTooLarge(mailIn([file]).files[0]!)).toThrow(Refusal);
  });

  it('standard input, twice', async () =>
    expect(await code(['-', '-'])).toEqual({ kind: 'invalid', code: 'too_much' }));
});

describe('a file as it is shown', () => {
  it.each([
    [join('mail', 'form.txt'), 'form.txt'],
    ['-', 'standard input'],
    ['a\nR26-0001 saved.txt', 'a\ufffdR26-0001 saved.txt'],
    [`${'x'.repeat(80)}.txt`, `${'x'.repeat(59)}…`],
  ])('%j', (path, shown) => expect(fileName(path, 60)).toBe(shown));
});
