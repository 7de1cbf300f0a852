import { setFlagsFromString } from 'node:v8';

// Importing these would have Node load everything that they re-export: a tenth of the time a command takes.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { createRequire } = process.getBuiltinModule('node:module');
const { dirname } = process.getBuiltinModule('node:path');
const { Script } = process.getBuiltinModule('node:vm');

/**
 * Runs a bundled CommonJS script, from its code cache where there is one for this very Node: V8 refuses any other, and
 * compiles as ever. Throws ENOENT where the bundle is missing. What it returns can make the code cache.
 */
export function runScript(bundle) {
  // A command is over before V8's optimising compiler, which begins after a few calls, has earned its time: waiting longer
  // saves a third of the processor's time of a large scan. A Node that does not know the flag would print an error.
  if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString('--interrupt-budget=600000');

  // The bundle is ASCII; read as such it takes half the memory.
  const source = `(function (require, __filename, __dirname) { ${readFileSync(bundle, 'latin1')}\n})`;
  const script = new Script(source, { filename: bundle, cachedData: readCodeCache(bundle) });
  script.runInThisContext()(createRequire(bundle), bundle, dirname(bundle));
  return script;
}

/** Where the code cache of a bundle stands. V8 tells bundles apart by their length alone: both are always made together. */
export function codeCacheOf(bundle) {
  return `${bundle}.cache`;
}

/** Without a code cache the command only takes longer, so whatever keeps it from being read is no error. */
function readCodeCache(bundle) {
  try {
    return readFileSync(codeCacheOf(bundle));
  } catch {
    return undefined;
  }
}
