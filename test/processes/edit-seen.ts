import { existsSync } from 'node:fs';
import { dossier } from '../../src/desk/dossier.ts';
import { editReferral } from '../../src/desk/work-referral.ts';
import { openStore } from '../../src/records/store.ts';
import { Refusal } from '../../src/rules/refusal.ts';
import type { ReferralNumber } from '../../src/rules/words.ts';
import { deskAt } from './desk-at.ts';

/**
 * edit-seen FILE NAME GO COUNTY: looks at the first referral, waits until the file GO is there, and changes the county
 * of what it saw. Says `saved`, or what it was refused with.
 */
async function main([file = '', who = '', go = '', county = '']: string[]): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const desk = deskAt(openStore(file, { create: false }), { who, command: 'referral edit' });
  const id = 'R26-0001' as ReferralNumber;
  const { referral: seen } = await dossier(desk, id);
  say('seen');
  while (!existsSync(go)) await new Promise((wake) => setTimeout(wake, 5));
  try {
    await editReferral(desk, id, { facts: { county }, seen });
    say('saved');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`${error.facts.code}: ${error.facts.reasons?.join('; ')}`);
  }
}

void main(process.argv.slice(2));
