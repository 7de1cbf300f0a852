#!/usr/bin/env node
import('../build/cli.js').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('pipewright is not built yet: run `npm ci` (or `npm run build`) in its folder first.\n');
  process.exitCode = 2;
});
