import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/*
 * Bundles the three doors. `node scripts/build.mjs` makes build/ (command line and App); `node scripts/build.mjs --dist`
 * makes dist/, the Action's bundle, which has to stand alone.
 */

const require = createRequire(import.meta.url);

const GRAMMARS = [
  'web-tree-sitter/web-tree-sitter.wasm',
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
];

/** Left in node_modules: what one door alone loads, and what finds its own files. The rest starts faster in one file. */
const EXTERNAL = [
  'probot',
  'pg',
  'pg-boss',
  'undici',
  '@anthropic-ai/sdk',
  '@octokit/*',
  '@actions/core',
  '@actions/github',
  'web-tree-sitter',
];

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  splitting: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** CommonJS packages inside an ES module bundle call `require`, which does not exist there. */
const banner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/**
 * What makes a command start in half the time: a script, unlike a module, can be run from V8's code cache. A script does
 * not import, so what it loads later is required.
 */
const startsFast = {
  format: 'cjs',
  splitting: false,
  outExtension: { '.js': '.cjs' },
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__moduleUrl' },
  // In the bundle its code comes from the code cache too; as a script it needs the package's own script.
  alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
  external: EXTERNAL.filter((name) => name !== 'web-tree-sitter'),
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

if (process.argv.includes('--dist')) await buildAction('dist');
else await buildPrograms('build');

async function buildPrograms(outdir) {
  await emptyFolder(outdir);
  const programs = { ...common, external: EXTERNAL, outdir, minify: true, sourcemap: true };
  await Promise.all([
    build({ ...programs, entryPoints: ['src/app.ts', 'src/review-worker.ts'], banner }),
    build({ ...programs, ...startsFast, entryPoints: ['src/cli.ts'] }),
  ]);
  await writeCodeCache(join(outdir, 'cli.cjs'));
}

async function buildAction(outdir) {
  await emptyFolder(outdir);
  await build({
    ...common,
    entryPoints: { index: 'src/action.ts' },
    outdir,
    banner,
    splitting: false,
    // In one file, modules start lazily, and esbuild forgets to start those that call themselves free of side effects.
    ignoreAnnotations: true,
  });
  for (const file of GRAMMARS) await copyFile(require.resolve(file), join(outdir, basename(file)));
}

/** Runs the command line once, on this project's own example, and keeps what V8 compiled for it. */
async function writeCodeCache(bundle) {
  const argv = [bundle, 'scan', 'examples', '--format', 'json'];
  await promisify(execFile)(process.execPath, ['scripts/write-code-cache.mjs', ...argv], { maxBuffer: 1 << 26 });
}

async function emptyFolder(folder) {
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder)) await rm(join(folder, entry), { recursive: true });
}
