import { expect, it } from 'vitest';
import { couldServeInWords } from '../../src/cli/could-serve.ts';
import { dossier } from '../../src/desk/dossier.ts';
import { eligible, office, specialist } from '../office.ts';

it.each([
  [[], ''],
  [['ana'], 'ana could serve'],
  [['ana', 'bo'], 'ana and bo could serve'],
  [['ana', 'bo', 'cy'], 'ana, bo, and cy could serve'],
  [['ana', 'bo', 'cy', 'di'], 'ana, bo, and 2 more could serve'],
])('of specialists %j it is said as in the list: %s', async (codes, said) => {
  const desk = await office();
  for (const code of codes) await specialist(desk, code);
  const { referral } = await dossier(desk, await eligible(desk));
  expect(await couldServeInWords({ flags: { input: false, color: false } }, desk, referral)).toBe(
    said && `\n${said} the family now: iis match ${referral.id}`,
  );
});
