import { spawnSync } from 'node:child_process';

const ROUNDS = 21;

/** A command line to time, with what it is called in the report. */
export interface Timed {
  name: string;
  argv: readonly string[];
  env?: Record<string, string>;
}

/**
 * Runs the command lines in turns, all in every round so that the machine's moods are shared, and returns the
 * median time of each in milliseconds and the median of its ratios to the first.
 */
export function sideBySide(commands: readonly Timed[]): { name: string; ms: number; ratio: number }[] {
  const times = commands.map(() => [] as number[]);
  for (const command of commands) run(command);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, command] of commands.entries()) times[i]!.push(run(command));
  }
  return commands.map(({ name }, i) => ({
    name,
    ms: median(times[i]!),
    ratio: median(times[i]!.map((time, round) => time / times[0]![round]!)),
  }));
}

function run({ argv, env }: Timed): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    env: { ...process.env, ...env },
    // Scripts read the answer through a pipe.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ms = performance.now() - begun;
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
