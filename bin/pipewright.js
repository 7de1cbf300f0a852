#!/usr/bin/env node
import { runScript } from './run-script.js';

const { fileURLToPath } = process.getBuiltinModule('node:url');

try {
  runScript(fileURLToPath(new URL('../build/cli.cjs', import.meta.url)));
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
  process.stderr.write('pipewright is not built yet: run `npm ci` (or `npm run build`) in its folder first.\n');
  process.exitCode = 2;
}
