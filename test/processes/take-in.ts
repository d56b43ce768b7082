import { takeReferrals } from '../../src/desk/take-referral.ts';
import { listReferrals } from '../../src/records/referrals.ts';
import { openStore, read } from '../../src/records/store.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import { deskAt } from './desk-at.ts';
import { sampleForm } from './sample-form.ts';

/**
 * take-in FILE NAME [COUNT]: takes in referral after referral and says each number once it is kept. What refuses
 * it is said too, and after it how many referrals the list then shows.
 */
async function main([file = '', name = '', count = '1000000']: string[]): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const saying = (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    say(`refused ${error.facts.kind} ${error.facts.code}`);
  };
  try {
    const desk = deskAt(openStore(file, { create: false }));
    const list = () => read(desk.store, (db) => listReferrals(db, {}));
    try {
      for (let i = 1; i <= Number(count); i += 1) {
        const [taken] = await takeReferrals(desk, [sampleForm(`${name}-${i}`)]);
        say(`${taken?.referral.id} ${name}-${i}`);
      }
    } catch (error) {
      saying(error);
    }
    say(`list ${(await list()).length}`);
  } catch (error) {
    saying(error);
  }
}

void main(process.argv.slice(2));
