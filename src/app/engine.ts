import type { SinkOptions } from '../github/github-sink.ts';
import { judgeFromEnvironment } from '../judge/judge-from-environment.ts';
import { builtInAgents } from '../local/assets.ts';
import { version } from '../local/version.ts';
import { checkSummary, checkTitle } from '../output/check-summary.ts';
import { receiptText } from '../output/receipt.ts';
import { summaryMarkdown } from '../output/summary-markdown.ts';
import type { Ports, Run } from '../run.ts';
import type { Facts, Sink, Source } from '../types.ts';

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
  /** False: no model is asked. */
  readonly judge?: false;
}

/** Runs one review with the App's ports. */
export async function engine(request: EngineRequest): ReturnType<Run> {
  const ports: Ports = {
    source: request.source,
    facts: request.facts,
    sink: request.sink(RENDER),
    agentFiles: await builtInAgents(),
    // A merge group waits for its answer and was judged as a pull request: rules alone.
    judge: async (policy, change) =>
      change.number === undefined || request.judge === false
        ? undefined
        : judgeFromEnvironment(process.env, policy, change),
  };
  return await request.run(ports, { now: new Date(), version: await version(), signal: request.signal });
}
