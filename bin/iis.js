#!/usr/bin/env node

// The door: starts the built program, through V8's code cache once the same command has run on this machine.
const {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const home = join(__dirname, '..');
const argv = process.argv.slice(2);
// What only looks and is called most is built apart, since half the program is read in half the time.
const parts = {
  today: 'looking',
  find: 'looking',
  list: 'looking',
  '--help': 'looking',
  '-h': 'looking',
  '--version': 'looking',
  '-V': 'looking',
  report: 'reporting',
};
// With more words a help is that of a command, which any part may have.
const isMore = argv.length > 1 && argv[0].startsWith('-');
const usual = Object.hasOwn(parts, argv[0] ?? '') && !isMore ? parts[argv[0]] : 'iis';
// What a list can be looked at with; with any other flag it is more than that.
const lookingFlags = '--overdue --json --db --as --private --no-color --no-input --yes --debug'.split(' ');
const isFinsList =
  argv[0] === 'list' &&
  argv[1] === 'fins' &&
  argv.every((word) => !word.startsWith('-') || lookingFlags.includes(word.split('=')[0]));
const part = isFinsList ? 'listing' : usual;
const file = join(home, 'dist', `${part}.cjs`);

/** Node looks there first too; to ask it takes milliseconds. */
const userHome = () => (process.platform !== 'win32' && process.env.HOME) || require('node:os').homedir();

/** Of this user alone: a cache that others could write would be code that others could write. Not everybody has a home. */
function cacheFolder() {
  const { env, platform } = process;
  try {
    if (platform === 'win32') return join(env.LOCALAPPDATA || userHome(), 'iis', 'Cache');
    if (platform === 'darwin') return join(userHome(), 'Library', 'Caches', 'iis');
    return join(env.XDG_CACHE_HOME || join(userHome(), '.cache'), 'iis');
  } catch {
    return null;
  }
}

const folder = cacheFolder();
// When it was put here, which no installer sets, as some do with the time of the file itself.
const { size, ctimeMs } = statSync(file);
const build = `${part}-${process.version}-${process.arch}-${size}-${Math.round(ctimeMs)}`;
// The words that a cache may be named after: any other may be a person's.
const nouns =
  'today referral find match list case fins fcs fund tapa specialist report form why history undo export import policy circuits settings demo completion complete';
const verbs =
  'abuse accept add answer blank budget capacity cases close contact decide decline due edit end extend faces fill followup goal home hours leave offer openings outcomes pay placed refer referrals remove reopen request return review screen seen set settle show specialists staffing timeliness training transfer unsafe visit withdraw written year';
const words = `${nouns} ${verbs}`.split(' ');
// What a command runs is compiled ahead in its own cache; the others would only make it longer to read.
const ran =
  argv.includes('--help') || argv.includes('-h')
    ? 'help'
    : argv
        .filter((word) => words.includes(word))
        .slice(0, 2)
        .join('-') || 'desk';
const cache = join(folder ?? '', `${build}-${ran}.bin`);

/** Whether only this user can write there; Windows sees to that itself. */
function isOurs() {
  if (folder === null) return false;
  if (process.platform === 'win32') return true;
  const { uid, mode } = statSync(folder);
  return uid === process.getuid() && (mode & 0o022) === 0;
}

/**
 * The compiled code, which is kept twice: V8 runs it unseen, and damaged code ends the process. To load a digest takes
 * many milliseconds, to compare two copies one; the second is read in pieces, since fresh memory costs most of it.
 */
function read() {
  try {
    if (!isOurs()) return undefined;
    const handle = openSync(cache, 'r');
    try {
      const code = Buffer.allocUnsafeSlow(fstatSync(handle).size / 2);
      const piece = Buffer.allocUnsafeSlow(64 * 1024);
      if (readSync(handle, code) < code.length) return undefined;
      for (let at = 0; at < code.length; at += piece.length) {
        const copy = piece.subarray(0, code.length - at);
        if (readSync(handle, copy) < copy.length) return undefined;
        if (code.compare(copy, 0, copy.length, at, at + copy.length) !== 0) return undefined;
      }
      return code;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** A cache is only a convenience: where it can't be kept, the program starts without one. */
function keep(script) {
  if (folder === null) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs()) return;
    for (const name of readdirSync(folder)) {
      const isOld = name.startsWith(`${part}-`) && !name.startsWith(build);
      // Whoever is just writing one loses no more than that.
      if (isOld || /\.bin\.\d+$/.test(name)) rmSync(join(folder, name), { force: true });
    }
    const code = script.createCachedData();
    const fresh = `${cache}.${process.pid}`;
    writeFileSync(fresh, Buffer.concat([code, code]), { mode: 0o600, flag: 'wx', flush: true });
    renameSync(fresh, cache);
  } catch {}
}

const cachedData = read();
// The build is a function of what a module is given, as Node makes one of every file.
const script = new Script(readFileSync(file, 'utf8'), { filename: file, cachedData });
const program = { exports: {} };
script.runInThisContext()(program.exports, require, program, file, join(home, 'dist'));
program.exports.main(argv, home).finally(() => {
  if ((!cachedData || script.cachedDataRejected) && !process.exitCode) keep(script);
});
