import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Programs, programFrom } from '../rules/policy.ts';

/** Every program that has a file in the folder, by its code. Refuses a file that can't be used, with every fault. */
export function readPrograms(folder: string): Programs {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const programs = files.sort().map((name) => programFrom(name, parsed(join(folder, name))));
  // The one that a referral means unless it says otherwise comes first.
  const inOrder = programs.sort((a, b) => Number(b.usual) - Number(a.usual));
  return Object.fromEntries(inOrder.map((program) => [program.code, program]));
}

/** What is no JSON at all is checked, and refused, like a file that lacks everything. */
function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
