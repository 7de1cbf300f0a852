import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setOutput } from '@actions/core';
import { annotations } from '../output/github-annotations.ts';
import { jobSummary } from '../output/job-summary.ts';
import { sarif } from '../output/sarif.ts';
import type { Review } from '../types.ts';

/** Puts a review where a workflow run shows it: annotations, job summary, outputs, a SARIF file. */
export async function publishInWorkflow(
  review: Review,
  sarifFile: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  process.stdout.write(
    annotations(review)
      .map((command) => `${command}\n`)
      .join(''),
  );
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, jobSummary(review));
  if (sarifFile) {
    await mkdir(dirname(sarifFile), { recursive: true });
    await writeFile(sarifFile, sarif(review));
    setOutput('sarif-file', sarifFile);
  }
  const introduced = review.findings.filter(({ status, waivedBy }) => status === 'introduced' && !waivedBy);
  setOutput('conclusion', review.conclusion);
  setOutput('would-be', review.wouldBe);
  setOutput('findings', introduced.length);
  setOutput('blocking', review.blocking.length);
}

/** Prints text that is not ours: nothing in it is taken for a workflow command. */
export function printUntrusted(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
}
