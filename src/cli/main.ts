import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Desk } from '../desk/desk.ts';
import { megabytes, readingLimits } from '../forms/limits.ts';
import type { Store } from '../records/store.ts';
import { once } from '../rules/once.ts';
import type { LeftOut } from '../rules/placing.ts';
import { Refusal } from '../rules/refusal.ts';
import { type Instant, toInstant, type Zone } from '../rules/time.ts';
import { examples, type Run } from './command.ts';
import { explain, Interrupted, Unwritten } from './failure.ts';
import { addNouns, type Loads, requireKnown } from './nouns.ts';
import type { Office } from './open-office.ts';
import type { Answer, CommonFlags, Session, World } from './session.ts';
import { hasSeenEnough, isElsewhere, widthBesidePipe, writeNow } from './stdout.ts';
import { removeUnfinished } from './unfinished.ts';
import { echoed, echoedIn } from './views/echoed.ts';
import { type LookFrom, makeLook } from './views/look.ts';
import { masked } from './views/masked.ts';
import { readable } from './views/readable.ts';
import { drawnSafe, jsonSafe, safeText } from './views/safe-text.ts';
import { spoken } from './views/spoken.ts';

// The streams are taken where they are used: each costs the start some milliseconds.
const { env, platform } = process;

/** The program as it is installed. */
interface Installed {
  /** The folder that it is in. */
  home: string;
  /** The parts of this build. */
  loads: Loads;
}

/** What ends the program from outside, with the exit code. Between two questions Ctrl-C is a signal, not a key. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs the command line of this process: the only place that touches the process, opens the database and
 * reads the clock.
 * @param argv the arguments, without the names of node and the script
 */
export async function start(argv: readonly string[], installed: Installed): Promise<void> {
  process.once('exit', removeUnfinished);
  for (const [signal, exit] of Object.entries(signals)) {
    process.once(signal, () => {
      stderr().write('\nStopped. What was not acknowledged was not saved.\n');
      process.exit(exit);
    });
  }
  process.exitCode = await execute(argv, installed, {
    out: (text) => {
      const left = isRedirected() ? writeNow(text) : text;
      if (left.length > 0) stdout().write(left);
    },
    err: (text) => void stderr().write(text),
    pour: (text) =>
      new Promise((done, failed) => {
        stdout().write(process.stdout.isTTY ? safeText(text) : text, (error) => {
          if (error && !hasSeenEnough(error)) failed(new Unwritten(error));
          else done(!error);
        });
      }),
  });
}

// Without a listener an error of a stream ends the program with a look at its source. What a write could not do is told
// where it was written; a terminal that is gone is told nothing.
const stdout = once((): NodeJS.WriteStream => process.stdout.on('error', () => {}));
const stderr = once((): NodeJS.WriteStream => process.stderr.on('error', () => {}));

const isRedirected = once(() => isElsewhere(() => process.stdout.isTTY));

/** What tells how the answer is drawn. */
const answerStream = () =>
  isRedirected() ? { columns: widthBesidePipe(() => process.stderr.columns) } : stdout();

/** Runs one command line in a world, this process's or one made for it, and returns the exit code. */
async function execute(typed: readonly string[], installed: Installed, world: World): Promise<number> {
  // Commander’s own `help` knows one word: of `help specialist add` it shows the page of `specialist`.
  const argv = typed[0] === 'help' && typed.length > 2 ? [...typed.slice(1), '--help'] : typed;
  const { loads } = installed;
  const stores: Store[] = [];
  try {
    const program = root(world);
    const run: Run =
      (work) =>
      async (...args) => {
        const session = await sessionOf(args.at(-1) as unknown as Command, installed, world, stores);
        const told = await work(session, ...args);
        if (told) await tell(told, session, world);
      };
    await addNouns(program, argv, run, loads.nouns);
    const { operands } = program.parseOptions([...argv]);
    requireKnown(program, operands);
    // Nothing named is the desk itself.
    const { sitting } = loads;
    if (operands.length === 0 && sitting)
      program.helpCommand(true).action(run(async (session) => (await sitting()).sitDown(session)));
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    return await fail(error, argv, world);
  } finally {
    for (const store of stores) await store.close();
  }
}

function root({ out }: World): Command {
  const helpLook = makeLook({ env, stream: answerStream(), flags: {}, platform });
  return new Command('iis')
    .description('The gatekeeper’s desk for Intensive In-Home Services: referrals, matching, the FINS list.')
    .version('0.1.0')
    .option('--json', 'answer with one JSON value on stdout')
    .option('--no-input', 'never ask; name what is missing instead')
    .option('--yes', 'say yes to what would be asked for confirmation')
    .option('--db <file>', 'the database to use (else IIS_DB, else the data folder)')
    .option('--as <name>', 'who acts (else IIS_USER, else the settings, else the login name)')
    .option('--no-color', 'plain text')
    .option('--private', 'show initials only, for a screen that others can see')
    .addOption(new Option('--debug', 'show where a fault of the program happened'))
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: helpLook.width,
      ...(helpLook.plain && { formatItem: (term, _, words) => (words ? `${term}: ${words}` : term) }),
    })
    .addHelpText('after', examples('iis', 'iis demo', 'iis referral add --help'))
    .configureOutput({
      outputError: () => {},
      writeOut: out,
      // Commander would find both out from Node’s stream, which costs a help 3 ms.
      getOutHasColors: () => helpLook.colour,
      getOutHelpWidth: () => helpLook.width,
    })
    .exitOverride()
    .showSuggestionAfterError(true);
}

async function sessionOf(
  command: Command,
  installed: Installed,
  world: World,
  stores: Store[],
): Promise<Session> {
  const { home, loads } = installed;
  const dataFolder = join(home, 'data');
  const flags = command.optsWithGlobals<CommonFlags>();
  const readClock = () => clockOf(world.now ?? env.IIS_NOW);
  const { now, clock } = readClock();
  if (flags.db?.trim() === '') throw noFileNamed();
  const file = flags.db ?? world.file ?? (env.IIS_DB || (await usualFile()));
  let accessible = false;
  const lookOf = (stream: () => LookFrom['stream']) => () =>
    makeLook({ env, stream: stream(), flags, platform, accessible });
  const look = lookOf(answerStream);
  const talkLook = lookOf(() => process.stderr);
  const canAsk = once(() => flags.input && !flags.json && process.stdin.isTTY && process.stderr.isTTY);
  let desk: Promise<Desk> | null = null;
  const openDesk = async (create: boolean): Promise<Desk> => {
    const { openOffice } = await loads.office();
    const office = await openOffice(file, {
      create,
      dataFolder,
      say: (text) => world.err(`${text}\n`),
    });
    stores.push(office.store);
    return inOffice(office);
  };
  const inOffice = async <Of extends Omit<Office, 'store'>>(office: Of) => {
    const { processRunsIn } = await loads.office();
    accessible = office.settings.accessible;
    // The process takes the circuit's zone, so that its clock needs no time-zone tables to be loaded.
    env.TZ = office.settings.zone;
    processRunsIn(office.settings.zone);
    const { initials, name } = office.settings;
    const who = once(() => flags.as ?? world.who ?? env.IIS_USER ?? initials ?? name ?? loginName());
    return {
      ...office,
      now,
      clock,
      // Most commands only look, and to ask the system who is logged in takes it 2 ms.
      get who() {
        return who();
      },
      command: pathOf(command),
    };
  };
  return {
    flags,
    now,
    clock: () => readClock().now,
    get look() {
      return look();
    },
    get talkLook() {
      return talkLook();
    },
    get canAsk() {
      return canAsk();
    },
    dataFolder,
    file,
    desk: ({ create = false } = {}) => {
      desk ??= openDesk(create);
      return desk;
    },
    deskless: async () => {
      if (existsSync(file)) desk ??= openDesk(false);
      if (desk) return desk;
      const { newOffice } = await loads.office();
      return inOffice(newOffice(dataFolder));
    },
    ask: async () => {
      if (!canAsk() || !loads.questions) throw new Error('a question was asked where nobody can answer');
      const { makeAsk } = await loads.questions();
      return makeAsk({ look: talkLook(), input: process.stdin, output: process.stderr });
    },
    bytesOf: (name, limit) => bytesOf(name, limit),
    // What needs no records goes by the setting too, where there are records.
    knowsScreen: async () => {
      if (!desk && existsSync(file)) await openDesk(false).catch(() => {});
    },
    say: (text) => world.err(`${spoken(text, talkLook(), process.stderr.isTTY)}\n`),
    inPlace: (text) => {
      if (process.stderr.isTTY) world.err(text);
    },
    out: (text) => world.out(`${readable(text, look())}\n`),
    pour: async (text) => {
      if (world.pour) return world.pour(text);
      world.out(safeText(text));
      return true;
    },
    again: (line, other) => execute(line, installed, other),
  };
}

/** The path of a command below the program's name: `referral add`. */
const pathOf = (command: Command): string =>
  command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

function clockOf(typed: string | undefined): { now: Instant; clock: Desk['clock'] } {
  if (!typed) return { now: toInstant(Date.now()), clock: 'system' };
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(typed)
    ? Date.parse(typed)
    : Number.NaN;
  if (!Number.isNaN(ms)) return { now: toInstant(ms), clock: 'IIS_NOW' };
  throw new Refusal({
    kind: 'invalid',
    code: 'bad_clock',
    message: `IIS_NOW is “${typed}”, which is not a time.`,
    hint: 'Give it as ISO 8601 with a zone, such as 2026-10-05T14:00:00Z, or unset it.',
  });
}

const noFileNamed = () =>
  new Refusal({
    kind: 'invalid',
    code: 'usage',
    message: '--db names no file: what was given is empty.',
    hint: 'Give it a file, or leave it out: then it is IIS_DB, else the usual folder.',
  });

/** Where the records are unless somebody names a file. */
async function usualFile(): Promise<string> {
  try {
    const { default: envPaths } = await import('env-paths');
    return join(envPaths('iis', { suffix: '' }).data, 'iis.db');
  } catch {
    throw new Refusal({
      kind: 'database',
      code: 'no_home',
      message: 'This user has no home folder, where the records would be.',
      hint: 'Name the file: --db FILE, or the environment variable IIS_DB.',
    });
  }
}

function loginName(): string {
  try {
    return process.getBuiltinModule('node:os').userInfo().username;
  } catch {
    return 'unknown';
  }
}

function bytesOf(name: string | Buffer, limit?: { atMost: number }): Uint8Array {
  try {
    return readNoMore(name, limit?.atMost ?? readingLimits.inputMegabytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file' : 'It can’t be read';
    throw new Refusal({
      kind: 'invalid',
      code: 'unreadable_file',
      message: `${reason}: ${named(name)}`,
      hint: 'Check the name, or use - to read from standard input.',
    });
  }
}

/** Told before it is read; a pipe does not say how much is to come, so that it is read only as far. */
function readNoMore(name: string | Buffer, atMost: number): Uint8Array {
  const refuseAbove = (bytes: number) => {
    if (bytes > megabytes(atMost)) throw tooLarge(name, atMost);
  };
  const from = name === '-' ? 0 : openSync(name, 'r');
  try {
    refuseAbove(fstatSync(from).size);
    const parts: Buffer[] = [];
    for (let length = 0; ; ) {
      const part = Buffer.allocUnsafe(64 * 1024);
      const read = readSome(from, part);
      if (read === 0) return Buffer.concat(parts, length);
      parts.push(part.subarray(0, read));
      length += read;
      refuseAbove(length);
    }
  } finally {
    if (from !== 0) closeSync(from);
  }
}

/** Windows reports the end of a pipe as an error. */
function readSome(from: number, part: Buffer): number {
  try {
    return readSync(from, part);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

const named = (name: string | Buffer): string => (name === '-' ? 'standard input' : String(name));

const tooLarge = (name: string | Buffer, atMost: number) =>
  new Refusal({
    kind: 'invalid',
    code: 'file_too_large',
    message: `More than ${atMost} MB: ${named(name)}`,
    hint: 'Split it into smaller files. Nothing was taken.',
  });

async function tell({ value, json, show }: Answer, session: Session, { out }: World): Promise<void> {
  const { flags } = session;
  const shown = (flags.private ? masked(value) : value) as never;
  if (flags.json) {
    out(`${jsonSafe(JSON.stringify(json(shown), null, 2))}\n`);
    return;
  }
  await session.knowsScreen();
  const { look } = session;
  const text = drawnSafe(shown, look.colour, (safe) => show(safe, look));
  if (text) out(`${readable(text, look)}\n`);
}

/** Says what went wrong in the one place that does, and returns the exit code. */
async function fail(error: unknown, argv: readonly string[], world: World): Promise<number> {
  const { out, err } = world;
  // --help and --version come this way too.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const look = makeLook({
    env,
    stream: process.stderr,
    flags: { color: !argv.includes('--no-color') },
    platform,
  });
  const { exit, json, text } = explain(error, {
    look,
    debug: argv.includes('--debug'),
    isPrivate: argv.includes('--private'),
  });
  if (argv.includes('--json') && !(error instanceof Interrupted || error instanceof Unwritten)) {
    const told = { ...json, details: await detailsJson(json.details) };
    try {
      out(`${jsonSafe(JSON.stringify({ error: echoedIn(told, argv) }, null, 2))}\n`);
    } catch (unwritten) {
      return fail(unwritten, argv, world);
    }
  } else if (text) {
    err(`${spoken(echoed(text, argv), look, process.stderr.isTTY)}\n`);
  }
  return exit;
}

/** What a refusal is about, as scripts get it: the families without a place as in the answer of `iis match`. */
async function detailsJson(details: unknown): Promise<unknown> {
  const { unserved } = (details ?? {}) as { unserved?: readonly LeftOut[] };
  if (!unserved) return details;
  const { unservedJson } = await import('./json/match.ts');
  // The circuit's, since the desk that refused was opened.
  return { ...(details as object), unserved: unservedJson(unserved, env.TZ as Zone) };
}
