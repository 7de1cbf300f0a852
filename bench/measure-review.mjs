import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { makePullRequest } from './make-pull-request.mjs';
import { median } from './median.mjs';

const PROCESSES = 5;

/** Inside the project, so that the bundle finds its packages. */
const WORK = 'node_modules/.cache';

/** Milliseconds of a review of fifty changed files, both sides, in the engine alone: the first of a process, and later ones. */
export async function measureReview() {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-review-'));
  await mkdir(WORK, { recursive: true });
  const work = await mkdtemp(join(WORK, 'review-'));
  try {
    const [base, head, program] = [join(folder, 'base'), join(folder, 'head'), join(work, 'review-loop.mjs')];
    await makePullRequest(base, head);
    await build({
      entryPoints: ['bench/review-loop.mjs'],
      outfile: program,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'warning',
    });
    const runs = [];
    for (let one = 0; one < PROCESSES; one++) {
      const { stdout } = await promisify(execFile)(process.execPath, [program, base, head]);
      runs.push(JSON.parse(stdout));
    }
    return {
      files: runs[0].files,
      coldMs: median(runs.map(({ cold }) => cold)),
      warmMs: median(runs.map(({ warm }) => warm)),
    };
  } finally {
    await Promise.all([folder, work].map((one) => rm(one, { recursive: true })));
  }
}
