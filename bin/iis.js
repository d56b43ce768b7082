#!/usr/bin/env node

// The door: starts the built program, through V8's code cache once it has run on this machine.
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');
const vm = require('node:vm');

const home = join(__dirname, '..');
const file = join(home, 'dist', 'iis.cjs');

/** Of this user alone: a cache that others could write would be code that others could write. */
function cacheFolder() {
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA || homedir(), 'iis', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'iis');
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'iis');
}

function cacheFile() {
  const { size, mtimeMs } = statSync(file);
  const built = `${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
  return join(cacheFolder(), `code-${built}.bin`);
}

function read(name) {
  try {
    return readFileSync(name);
  } catch {
    return undefined;
  }
}

/** A cache is only a convenience: where it can't be kept, the program starts without one. */
function keep(name, script) {
  try {
    mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 });
    const fresh = `${name}.${process.pid}`;
    writeFileSync(fresh, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(fresh, name);
  } catch {}
}

const cached = cacheFile();
const cachedData = read(cached);
const script = new vm.Script(require('node:module').wrap(readFileSync(file, 'utf8')), {
  filename: file,
  cachedData,
  importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const program = { exports: {} };
script.runInThisContext()(program.exports, require, program, file, join(home, 'dist'));
program.exports.main(process.argv.slice(2), home).finally(() => {
  if (!cachedData || script.cachedDataRejected) keep(cached, script);
});
