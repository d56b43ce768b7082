import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readApart } from '../../../src/forms/apart/read-apart.ts';
import { Refusal } from '../../../src/rules/refusal.ts';
import { facts } from '../filled-form.ts';
import { mutatedFile } from '../mutated.ts';
import { seedsOfAll } from '../seeds.ts';

const all = await seedsOfAll();
const { docx, mail, pdf, csv } = all;

it('a file that was changed anyhow is read or refused through the thread, 100 times', {
  timeout: 300_000,
}, async () => {
  const any = fc.oneof(...[docx, mail, pdf, csv].map(({ seeds, pieces }) => mutatedFile(seeds, pieces)));
  const outcomes = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(any, async (bytes) => {
      try {
        expect((await readApart(bytes, facts)).readings.length).toBeGreaterThan(0);
        outcomes.read += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.refused += 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
});

it('what is read is the same in the thread as here', async () => {
  const { readHere } = await import('../../../src/forms/read-here.ts');
  for (const { seeds } of Object.values(all)) {
    expect(await readApart(seeds[0]!, facts)).toEqual(await readHere(seeds[0]!, facts));
  }
});
