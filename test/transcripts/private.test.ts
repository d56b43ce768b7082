import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { readForm } from '../../src/forms/read-form.ts';
import type { Instant } from '../../src/rules/time.ts';
import { parseTranscript, shownOtherwise } from './transcript.ts';

/** With --private, nothing of the people in the samples may be seen, whatever is done. */

const folder = import.meta.dirname;
const samples = join(folder, '../../data/samples');

/** The people of the filled forms with everything that tells who they are. */
const people = readdirSync(samples).flatMap((name) =>
  readForm(readFileSync(join(samples, name), 'utf8'), {
    now: '2026-10-05T14:00:00Z' as Instant,
    zone: 'America/Chicago',
    programs: ['IIS', 'IFRS'],
  }).flatMap(({ intake }) => [...intake.caregivers, ...intake.children, intake.submitter]),
);

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];
const monthNames = [...months, 'October', 'November', 'December'];

/** A date of birth in every way that it is typed, kept or shown. */
function waysOf(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  const name = monthNames[Number(month) - 1]!;
  const words = [name, name.slice(0, 3)].map((one) => `${one} ${day}, ${year}`);
  return [date, `${month}/${day}/${year}`, ...words];
}

// Who is not of a family has some of these names too: a specialist in the transcripts, and everybody’s Sample.
const staff = /^(Ana Sample|Kim Sample|Ana|Ann|Kim|Kit|Lee|Sample|Example|Fictional)$/;
const wordsOf = (name: string) => name.split(/[\s-]+/).filter((word) => /^\p{Lu}.{3}/u.test(word));

// Dates are asked for with this one as an example.
const exampleDate = '3/14/2015';

const planted = [
  ...new Set(
    people.flatMap((person) => [
      ...(person.name ? [person.name, ...wordsOf(person.name)] : []),
      ...('birthDate' in person && person.birthDate ? waysOf(person.birthDate) : []),
      ...['phone', 'email', 'address'].flatMap(
        (key) => (person as object as Record<string, string | null>)[key] ?? [],
      ),
    ]),
  ),
].filter((value) => value !== exampleDate && /[\p{Lu}\d]/u.test(value) && !staff.test(value));

/** Whether the value stands there as words of its own. */
const shows = (text: string, value: string): boolean =>
  text.split(value).some((before, i, parts) => {
    const after = parts[i + 1];
    return after !== undefined && !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  });

/** What somebody typed may be named back to them. */
const typedIn = (line: string, value: string): boolean => line.includes(value);

describe.concurrent('every transcript with --private', () => {
  it('there is enough to look for', ({ expect }) => expect(planted.length).toBeGreaterThan(50));

  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    it(`${file}: shows nobody`, async ({ expect }) => {
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      const shown = await shownOtherwise(parseTranscript(text), { args: ['--private'] });
      const seen = shown.flatMap(({ line, shown: { stdout, stderr } }) =>
        planted
          .filter((value) => shows(`${stdout}\n${stderr}`, value) && !typedIn(line, value))
          .map((value) => ({ line, value })),
      );
      expect(seen).toEqual([]);
    });
  }
});
