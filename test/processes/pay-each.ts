import { existsSync } from 'node:fs';
import { payFromFund } from '../../src/desk/fund.ts';
import { openStore } from '../../src/records/store.ts';
import type { FundNumber } from '../../src/rules/fund.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { CalendarDate } from '../../src/rules/time.ts';
import { deskAt } from './desk-at.ts';

/** pay-each FILE GO REQUEST CENTS…: once the file GO is there, pays one amount after the other and says how it went. */
async function main([file = '', go = '', request = '', ...amounts]: string[]): Promise<void> {
  const desk = deskAt(openStore(file, { create: false }));
  process.stdout.write('ready\n');
  while (!existsSync(go)) await new Promise((done) => setTimeout(done, 2));
  for (const amount of amounts.map(Number)) {
    const paid = { amount, on: '2026-10-05' as CalendarDate, payee: 'Sample Rentals' };
    const said = await payFromFund(desk, request as FundNumber, paid).then(
      () => 'paid',
      (error) => (error instanceof Refusal ? `${error.facts.kind} ${error.facts.code}` : `fault ${error}`),
    );
    process.stdout.write(`${amount} ${said}\n`);
  }
  await desk.store.close();
}

void main(process.argv.slice(2));
