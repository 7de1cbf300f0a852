import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeCacheOf, runScript } from '../bin/run-script.js';

/*
 * `node scripts/write-code-cache.mjs BUNDLE ARGUMENT...` runs a bundled command and writes what V8 compiled on the way
 * beside the bundle, for `bin/run-script.js` to start from.
 */

const bundle = resolve(process.argv[2]);
process.argv.splice(2, 1);

const script = runScript(bundle);
process.on('exit', () => {
  writeFileSync(codeCacheOf(bundle), script.createCachedData());
  process.exitCode = 0;
});
