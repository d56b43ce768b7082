import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Programs, programFrom } from '../rules/policy.ts';

/** Every program that has a file in the folder, by its code. Refuses a file that can't be used, with every fault. */
export function readPrograms(folder: string): Programs {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const programs = files
    .sort()
    .map((name) => programFrom(name, JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  // IIS first: it is the program that a referral means unless it says otherwise.
  const inOrder = programs.sort((a, b) => Number(b.suggest !== null) - Number(a.suggest !== null));
  return Object.fromEntries(inOrder.map((program) => [program.code, program]));
}
