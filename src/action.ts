import { error, setFailed, setSecret } from '@actions/core';
import { context, getOctokit } from '@actions/github';
import { type ActionTask, actionTask } from './action/action-event.ts';
import { commentRights } from './action/comment-rights.ts';
import { commentingSink, silentSink } from './action/commenting-sink.ts';
import { publishForRun } from './action/publish-for-run.ts';
import { printUntrusted, publishInWorkflow } from './action/publish-in-workflow.ts';
import { type Inputs, readInputs } from './action/read-inputs.ts';
import { reviewInWorkflow } from './action/review-in-workflow.ts';
import { scanInWorkflow } from './action/scan-in-workflow.ts';
import { renderReview } from './output/format.ts';
import { plainText } from './sanitise.ts';
import type { Conclusion } from './types.ts';

process.exitCode = await main();

/** Runs the step and gives its exit code: it is the gate, because a workflow's token cannot own a trusted check. */
async function main(): Promise<number> {
  try {
    const inputs = readInputs();
    setSecret(inputs.token);
    if (inputs.anthropicApiKey) setSecret(inputs.anthropicApiKey);
    return await act(inputs);
  } catch (cause) {
    setFailed(`Pipewright could not review this: ${plainText(cause instanceof Error ? cause.message : String(cause))}`);
    return 3;
  }
}

async function act(inputs: Inputs): Promise<number> {
  const task = actionTask(context.eventName, context.payload, context.sha);
  if (task.task === 'unsupported') {
    error(plainText(task.reason));
    return 2;
  }
  if (inputs.publish !== undefined && context.eventName !== 'workflow_run') {
    error(
      'The input `publish` is set, which is for workflow_run: there the token may write, and the author has no hand in the workflow. Leave it out here, and write the report with `report`.',
    );
    return 2;
  }
  if (task.task === 'nothing') {
    printUntrusted(`Nothing to review: ${task.reason}.`);
    return 0;
  }
  const octokit = getOctokit(inputs.token);
  if (task.task === 'scan') return scanInWorkflow(octokit, { ...context.repo, sha: task.sha }, inputs);
  if (task.task === 'publish') return publishForRun(octokit, context.repo, task.run, inputs);
  return await reviewAndReport(octokit, task, inputs);
}

async function reviewAndReport(
  octokit: ReturnType<typeof getOctokit>,
  task: Extract<ActionTask, { task: 'pull-request' | 'range' }>,
  inputs: Inputs,
): Promise<number> {
  const target = { ...context.repo, ...task };
  const sink =
    'number' in target && inputs.comments
      ? commentingSink(octokit, target, commentRights(context.eventName, context.payload, context.actor))
      : silentSink;
  const { review, receipt } = await reviewInWorkflow(octokit, target, sink, inputs);
  printUntrusted(renderReview(review, 'pretty', { color: true, width: 120 }));
  await publishInWorkflow(review, { receipt, unsaid: sink.unsaid() }, inputs);
  return exitCode(review.conclusion);
}

function exitCode(conclusion: Conclusion): number {
  if (conclusion === 'failure') return 1;
  return conclusion === 'action_required' ? 3 : 0;
}
