import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A transcript begins with a sentence on what holds (`# …`). Then come commands (`$ iis …`) and exactly what is
 * shown: stdout as it is, stderr behind `! `, and the exit code where it is not 0. `$ iis … < data/samples/x.txt` and
 * `$ iis … <<END` give it stdin; `@width 120`, `@now …`, `@user jd` and `@env NAME=VALUE` hold from there on. `$TMP` is the
 * transcript's own folder. There is no shell: the same holds on every system.
 */
export interface Transcript {
  sentence: string;
  steps: Step[];
}

type Step = { kind: 'comment'; text: string } | { kind: 'setting'; text: string } | Command;

interface Command {
  kind: 'command';
  line: string;
  /** The lines of a here-document, with the last one that ends it. */
  document: string[] | null;
}

export interface Shown {
  stdout: string;
  stderr: string;
  exit: number;
}

const home = resolve(import.meta.dirname, '../..');

/** Reads the parts that somebody wrote; what was shown is left out, since it is made anew. */
export function parseTranscript(text: string): Transcript {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const headEnd = lines.findIndex((line) => !line.startsWith('# '));
  const sentence = lines
    .slice(0, headEnd)
    .map((line) => line.slice(2))
    .join(' ');
  if (sentence === '') throw new Error('A transcript begins with a sentence that says what holds: # …');
  const steps: Step[] = [];
  for (let i = headEnd; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.startsWith('# ') && lines[i - 1] === '') steps.push({ kind: 'comment', text: line });
    else if (line.startsWith('@')) steps.push({ kind: 'setting', text: line });
    else if (line.startsWith('$ iis')) {
      const document = documentAfter(lines, i);
      steps.push({ kind: 'command', line, document });
      i += document?.length ?? 0;
    }
  }
  return { sentence, steps };
}

function documentAfter(lines: readonly string[], at: number): string[] | null {
  const end = /<<(\w+)$/.exec(lines[at]!)?.[1];
  if (!end) return null;
  const length = lines.slice(at + 1).indexOf(end) + 1;
  if (length === 0) throw new Error(`The here-document is not ended by ${end}: ${lines[at]}`);
  return lines.slice(at + 1, at + 1 + length);
}

/** Runs every command and returns the whole transcript as it is now. */
export async function played(transcript: Transcript, head: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'iis-')));
  const env = firstEnv(folder);
  const blocks = [head];
  try {
    for (const step of transcript.steps) {
      if (step.kind === 'setting') changeEnv(env, step.text, folder);
      const shown = step.kind === 'command' ? await playedCommand(step, env, folder) : step.text;
      blocks.push(shown);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return `${blocks.join('\n\n')}\n`;
}

/** What is done differently with each command of a transcript: flags more, and what is set before it begins. */
export interface Otherwise {
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** Runs every command otherwise than the transcript does, and returns what each shows. */
export async function shownOtherwise(
  { steps }: Transcript,
  { args: more = [], env: set = {} }: Otherwise,
): Promise<{ line: string; shown: Shown }[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'iis-')));
  const env = { ...firstEnv(folder), ...set };
  const all: { line: string; shown: Shown }[] = [];
  try {
    for (const step of steps) {
      if (step.kind === 'setting') changeEnv(env, step.text, folder);
      if (step.kind !== 'command') continue;
      const { args, stdin } = readCommand(step, folder);
      all.push({ line: step.line, shown: await run([...args, ...more], stdin, env, folder) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return all;
}

/** The commands of a transcript with what stands under each: the lines, and the exit code. */
export function recorded(text: string): { line: string; lines: string[]; exit: number }[] {
  const blocks = text.split(/^(?=\$ iis)/m).slice(1);
  return blocks.map((block) => {
    const [line = '', ...under] = block.split('\n');
    const end = /<<(\w+)$/.exec(line)?.[1];
    const lines = under.slice(end ? under.indexOf(end) + 1 : 0).filter((one) => !/^(@|# |exit \d)/.test(one));
    return { line, lines, exit: Number(/^exit (\d+)$/m.exec(block)?.[1] ?? 0) };
  });
}

/** The lines of the sentence as they stand in the file. */
export const headOf = (text: string): string =>
  /^(# .*\r?\n)+/.exec(text)![0].trimEnd().replaceAll('\r\n', '\n');

async function playedCommand(command: Command, env: NodeJS.ProcessEnv, folder: string): Promise<string> {
  const { args, stdin } = readCommand(command, folder);
  const { stdout, stderr, exit } = await run(args, stdin, env, folder);
  // Rewriting must never make a fault of the program what is expected of it.
  if (exit === 1) throw new Error(`The program has a fault at ${command.line}\n${stdout}${stderr}`);
  const lines = [
    command.line,
    ...(command.document ?? []),
    ...linesOf(stdout),
    ...linesOf(stderr).map((line) => `! ${line}`.trimEnd()),
    ...(exit === 0 ? [] : [`exit ${exit}`]),
  ];
  return shownPaths(lines.join('\n'), folder);
}

const linesOf = (text: string): string[] =>
  text === '' ? [] : text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');

/** Paths are the machine's: what is shown of them must not be. */
const shownPaths = (text: string, folder: string): string =>
  text
    .replaceAll(folder, '$TMP')
    .replaceAll(`${home}\\`, '')
    .replaceAll(`${home}/`, '')
    .replace(/\$TMP[\\\w.-]+/g, (path) => path.replaceAll('\\', '/'));

function readCommand({ line, document }: Command, folder: string): { args: string[]; stdin: string } {
  const words = wordsOf(line.slice('$ iis'.length).replace(/<<\w+$/, '')).map((word) => placed(word, folder));
  const from = words.indexOf('<');
  if (from === -1) return { args: words, stdin: document ? `${document.slice(0, -1).join('\n')}\n` : '' };
  const args = [...words.slice(0, from), ...words.slice(from + 2)];
  return { args, stdin: readFileSync(words[from + 1]!, 'utf8') };
}

/** Words as a shell would see them: quotes of either kind keep spaces, a backslash in double quotes the next sign. */
function wordsOf(line: string): string[] {
  const found = line.match(/(?:[^\s"']|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return found.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) =>
      double === undefined ? (single ?? '') : double.replace(/\\(.)/g, '$1'),
    ),
  );
}

const placed = (word: string, folder: string): string =>
  /^(data\/samples|test\/fixtures)\//.test(word) ? join(home, word) : word.replaceAll('$TMP', folder);

function firstEnv(folder: string): NodeJS.ProcessEnv {
  for (const name of ['home', 'xdg']) mkdirSync(join(folder, name));
  const { PATH, SystemRoot } = process.env;
  return {
    PATH,
    ...(SystemRoot && { SystemRoot, APPDATA: join(folder, 'home'), LOCALAPPDATA: join(folder, 'home') }),
    HOME: join(folder, 'home'),
    USERPROFILE: join(folder, 'home'),
    XDG_DATA_HOME: join(folder, 'xdg'),
    XDG_CONFIG_HOME: join(folder, 'xdg'),
    XDG_CACHE_HOME: join(folder, 'xdg'),
    IIS_DB: join(folder, 'iis.db'),
    IIS_NOW: '2026-10-05T14:00:00Z',
    IIS_USER: 'kl',
    IIS_WIDTH: '80',
    // Says to Windows what every other system says anyway: signs beyond ASCII can be drawn.
    WT_SESSION: 'transcript',
    NO_COLOR: '1',
    TZ: 'UTC',
  };
}

const settings: Record<string, string> = { width: 'IIS_WIDTH', now: 'IIS_NOW', user: 'IIS_USER' };

function changeEnv(env: NodeJS.ProcessEnv, text: string, folder: string): void {
  const [, word = '', value = ''] = /^@(\w+) (.+)$/.exec(text) ?? [];
  const [name, set] =
    word === 'env' ? [value.split('=')[0], value.replace(/^[^=]*=?/, '')] : [settings[word], value];
  if (!name) throw new Error(`A transcript has no such line: ${text}`);
  env[name] = placed(set, folder);
}

function run(args: string[], stdin: string, env: NodeJS.ProcessEnv, folder: string): Promise<Shown> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(home, 'bin', 'iis.js'), ...args], { env, cwd: folder });
    const shown = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        shown[stream] += text;
      });
    }
    // A command that reads nothing may be gone before its stdin is written.
    child.stdin.on('error', () => {}).end(stdin);
    child.on('error', failed).on('close', (code) => done({ ...shown, exit: code ?? 1 }));
  });
}
