import type { SinkOptions } from '../github/github-sink.ts';
import { failureReason } from '../github/requests/failure-reason.ts';
import { judgeFromEnvironment, judgeFromMemory } from '../judge/judge-from-environment.ts';
import { builtInAgents } from '../local/assets.ts';
import { version } from '../local/version.ts';
import { checkSummary, checkTitle } from '../output/check-summary.ts';
import { receiptText } from '../output/receipt.ts';
import { summaryMarkdown } from '../output/summary-markdown.ts';
import type { Ports, Run } from '../run.ts';
import type { Change, Facts, Judge, NoJudge, Policy, Sink, Source } from '../types.ts';
import type { JudgeRecall } from './judge-recall.ts';

/** The built-in personas: their checks are reported on every head commit, so that they can be required. */
export const PERSONA_TITLES: readonly string[] = ['DevOps engineer', 'MLOps engineer'];

const RENDER: SinkOptions['render'] = {
  summary: summaryMarkdown,
  checkTitle,
  checkSummary,
  checkText: receiptText,
};

export interface EngineRequest {
  readonly source: Source;
  readonly facts: Facts;
  readonly sink: (render: SinkOptions['render']) => Sink;
  readonly signal: AbortSignal;
  readonly run: Run;
  /** What was asked of the model before; absent: no model is asked. */
  readonly recall?: JudgeRecall;
}

/** Runs one review with the App's ports. */
export async function engine(request: EngineRequest): ReturnType<Run> {
  const ports: Ports = {
    source: request.source,
    facts: request.facts,
    sink: request.sink(RENDER),
    agentFiles: await builtInAgents(),
    judge: async (policy, change) => await chooseJudge(request, policy, change),
  };
  return await request.run(ports, { now: new Date(), version: await version(), signal: request.signal });
}

/** A budget holds across pushes: where what was spent cannot be read, nobody is asked. */
async function chooseJudge(
  { recall }: EngineRequest,
  policy: Policy,
  change: Change,
): Promise<Judge | NoJudge | undefined> {
  if (recall === undefined || !policy.judge.enabled) return undefined;
  const chosen = recall.mayAsk ? judgeFromEnvironment(process.env, policy, change) : undefined;
  if (chosen !== undefined && 'skipped' in chosen) return chosen;
  try {
    const memory = await recall.load();
    return recall.mayAsk
      ? judgeFromEnvironment(process.env, policy, change, memory)
      : judgeFromMemory(policy, change, memory);
  } catch (error) {
    return { skipped: `what the model was asked before could not be read: ${failureReason(error)}` };
  }
}
