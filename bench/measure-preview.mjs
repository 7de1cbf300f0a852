import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHistory } from './make-history.mjs';
import { median } from './median.mjs';
import { runProgram } from './run-program.mjs';

const TIMES = 3;

/** Replays a made-up history of so many merges three times; medians. */
export async function measurePreview(merges) {
  const folder = mkdtempSync(join(tmpdir(), 'pipewright-bench-'));
  try {
    makeHistory(folder, merges);
    const runs = [];
    for (let time = 0; time < TIMES; time++) runs.push(await previewOnce(folder));
    const middle = (key) => median(runs.map((run) => run[key]));
    const [{ told, reviewed, stopped }] = runs;
    return {
      merges: told,
      reviewed,
      'stopped by safe': stopped,
      'wall ms': middle('wallMs'),
      'ms per reviewed merge': middle('wallMs') / reviewed,
      'CPU ms': middle('cpuMs'),
      'peak MB': middle('peakMb'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function previewOnce(folder) {
  const { stdout, ...usage } = await runProgram(['bin/pipewright.js', 'preview', '--repo', folder, '--format', 'json']);
  const { merges, reviewed, gates } = JSON.parse(stdout);
  return { ...usage, told: merges, reviewed, stopped: gates[0].stopped.length };
}
