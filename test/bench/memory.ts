import { spawnSync } from 'node:child_process';

/** Tells on its way out how much memory the process had at most. */
const tells = `process.on('exit', () => require('node:fs').writeSync(2, 'most:' + process.resourceUsage().maxRSS));`;

/** A process starts with the most that the one had which made it, on Linux: this one makes it, and has little. */
const between = `const { spawnSync } = require('node:child_process');
const { stderr, status } = spawnSync(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
process.stderr.write(stderr);
process.exitCode = status;`;

/** The most memory that the command line had, in megabytes. */
export function mostMemory(argv: readonly string[], env: Record<string, string>): number {
  const watching = `data:text/javascript,import{createRequire}from'node:module';const require=createRequire(process.execPath);${encodeURIComponent(tells)}`;
  const { stderr, status } = spawnSync(
    process.execPath,
    ['-e', between, '--', '--import', watching, ...argv],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  const most = /most:(\d+)/.exec(stderr)?.[1];
  if (status !== 0 || most === undefined)
    throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return Number(most) / 1024;
}
