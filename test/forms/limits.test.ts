import { expect, it } from 'vitest';
import { readFormFile } from '../../src/forms/read-file.ts';
import { refusal } from '../office.ts';
import { facts } from './filled-form.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const json = (children: number) =>
  readFormFile(
    Buffer.from(
      JSON.stringify({
        family: {
          caregivers: [{ name: 'Dana Sample' }],
          children: numbers(children).map((i) => ({ name: `Tom Sample ${i}` })),
        },
      }),
    ),
    facts,
  );

it('a form with more people than a family has is refused', async () => {
  expect((await json(49)).readings).toHaveLength(1);
  expect(await refusal(() => json(50))).toEqual({ kind: 'invalid', code: 'form_refused' });
});
