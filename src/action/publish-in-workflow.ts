import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { notice, setOutput, warning } from '@actions/core';
import { annotations } from '../output/github-annotations.ts';
import { jobSummary } from '../output/job-summary.ts';
import { receiptLine } from '../output/receipt.ts';
import { sarif } from '../output/sarif.ts';
import { plainText } from '../sanitise.ts';
import type { Receipt, Review } from '../types.ts';
import type { Inputs } from './read-inputs.ts';
import { runReport } from './run-report.ts';
import { type Unsaid, whyUnsaid } from './why-unsaid.ts';

/** Warnings about comments that GitHub did not take: the runner's room for warnings belongs to the findings. */
const MAX_FAILURES = 2;

/** Puts a review where a workflow run shows it: annotations, job summary, outputs, a SARIF file, a report to publish. */
export async function publishInWorkflow(
  review: Review,
  said: { readonly receipt: Receipt; readonly unsaid?: Unsaid | undefined },
  inputs: Pick<Inputs, 'sarifFile' | 'report' | 'receipt'>,
): Promise<void> {
  const taken = annotateOwn(said.receipt, said.unsaid);
  process.stdout.write(
    annotations(review, taken)
      .map((command) => `${command}\n`)
      .join(''),
  );
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, jobSummary(review, said.unsaid ? [whyUnsaid(said.unsaid)] : []));
  if (inputs.sarifFile) {
    await writeWithFolder(inputs.sarifFile, sarif(review));
    setOutput('sarif-file', inputs.sarifFile);
  }
  const report = inputs.report ? runReport(review) : undefined;
  if (inputs.report && report) await writeWithFolder(inputs.report, `${JSON.stringify(report)}\n`);
  if (inputs.receipt) await writeWithFolder(inputs.receipt, receiptLine(review, new Date()));
  const introduced = review.findings.filter(({ status, waivedBy }) => status === 'introduced' && !waivedBy);
  setOutput('conclusion', review.conclusion);
  setOutput('would-be', review.wouldBe);
  setOutput('findings', introduced.length);
  setOutput('blocking', review.blocking.length);
}

/** Annotations about commenting, and how much of the runner's room they take. */
function annotateOwn({ failures }: Receipt, unsaid: Unsaid | undefined): { notice: number; warning: number } {
  const shown = failures.slice(0, MAX_FAILURES);
  for (const failure of shown) warning(plainText(`Not posted: ${failure}`));
  for (const failure of failures.slice(MAX_FAILURES)) printUntrusted(`Not posted: ${plainText(failure)}`);
  if (unsaid === undefined) return { notice: 0, warning: shown.length };
  // A missing permission can be given; what a fork may not, nobody has to mend.
  const refused = unsaid === 'refused';
  if (refused) warning(whyUnsaid(unsaid));
  else notice(whyUnsaid(unsaid));
  return { notice: refused ? 0 : 1, warning: shown.length + (refused ? 1 : 0) };
}

async function writeWithFolder(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Prints text that is not ours: nothing in it is taken for a workflow command. */
export function printUntrusted(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`);
}
