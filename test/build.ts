import { execSync } from 'node:child_process';

/** Builds the program once, before the tests that run it. */
export function setup(): void {
  execSync('npm run build', { stdio: ['ignore', 'ignore', 'inherit'] });
}
