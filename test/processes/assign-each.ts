import { existsSync } from 'node:fs';
import { assign } from '../../src/desk/match.ts';
import { openStore } from '../../src/records/store.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import { deskAt } from './desk-at.ts';

/** assign-each FILE GO REFERRAL…: once the file GO is there, assigns one referral after the other and says how it went. */
async function main([file = '', go = '', ...referrals]: string[]): Promise<void> {
  const desk = deskAt(openStore(file, { create: false }));
  process.stdout.write('ready\n');
  while (!existsSync(go)) await new Promise((done) => setTimeout(done, 2));
  for (const id of referrals) {
    const said = await assign(desk, { only: [id as ReferralNumber], program: null }).then(
      ({ assigned }) =>
        `assigned ${assigned.map(({ case: number, specialist }) => `${number} ${specialist}`)}`,
      (error) => (error instanceof Refusal ? `${error.facts.kind} ${error.facts.code}` : `fault ${error}`),
    );
    process.stdout.write(`${id} ${said}\n`);
  }
  await desk.store.close();
}

void main(process.argv.slice(2));
