#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// A command is over before V8's optimising compiler, which begins after a few calls, has earned its time: waiting longer
// saves a third of the processor's time of a large scan. A Node that does not know the flag would print an error.
if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString('--interrupt-budget=600000');

import('../build/cli.js').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('pipewright is not built yet: run `npm ci` (or `npm run build`) in its folder first.\n');
  process.exitCode = 2;
});
