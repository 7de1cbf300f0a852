import { Worker } from 'node:worker_threads';
import type { Ports, Run, RunOptions } from '../../run.ts';
import type { Change, DoubtRequest, FactRequest, Judge, JudgeRequest, Policy, Review, Side } from '../../types.ts';
import type { FromWorker, PortCall, ToWorker, WorkerTask } from './protocol.ts';

const LIMITS = { maxOldGenerationSizeMb: 1024, stackSizeMb: 4 };

/** A review that computed longer, or took more memory, than any honest change needs. */
export class ReviewTooExpensive extends Error {
  override readonly name = 'ReviewTooExpensive';
}

/**
 * Runs a review in a thread of its own, so that a change made to keep the reviewer busy keeps only that thread busy,
 * and is ended when it is silent for `silenceMs`: between two calls an honest review computes well under a second. The ports stay here: the thread has no client, no token and no network of ours.
 */
export function runInWorker(silenceMs: number): Run {
  return (ports, options) => {
    options.signal?.throwIfAborted();
    return new Promise((resolve, reject) => start(ports, options, silenceMs, resolve, reject));
  };
}

type Result = Awaited<ReturnType<Run>>;

function start(
  ports: Ports,
  options: RunOptions,
  silenceMs: number,
  resolve: (result: Result) => void,
  reject: (reason: unknown) => void,
): void {
  const { signal } = options;
  const worker = new Worker(new URL('./review-worker.js', import.meta.url), {
    workerData: taskOf(ports, options),
    resourceLimits: LIMITS,
    env: {},
    // Parsers warn with the text that they do not like: nothing of this thread is printed.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const answer = portCaller(ports);
  let failure: unknown;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  /** Calls that we owe an answer. */
  let calls = 0;
  const end = (finish: () => void) => {
    clearTimeout(silence);
    signal?.removeEventListener('abort', onAbort);
    void worker.terminate();
    finish();
  };
  const listen = () => {
    clearTimeout(silence);
    // While we read and wait for GitHub, silence is not computing.
    if (calls > 0) return;
    silence = setTimeout(
      () => end(() => reject(new ReviewTooExpensive(`the review computed for more than ${silenceMs / 1000} seconds`))),
      silenceMs,
    );
  };
  // What is being said at this moment goes on, and is waited for: the next review of the same pull request would not see
  // comments that are still on their way, and say them again.
  const onAbort = () => {
    clearTimeout(silence);
    void worker.terminate();
    void underWay.then(() => end(() => reject(signal?.reason)));
  };
  signal?.addEventListener('abort', onAbort);
  worker.on('message', async (message: FromWorker) => {
    clearTimeout(silence);
    if (message.type === 'done') return end(() => resolve(message.result as Result));
    if (message.type === 'failed') return end(() => reject(failure ?? new Error(message.message)));
    calls += 1;
    try {
      const asked = answer(message.port, message.args);
      if (message.port === 'sink.publish') underWay = Promise.allSettled([asked]);
      worker.postMessage({ type: 'answer', id: message.id, value: await asked } satisfies ToWorker);
    } catch (error) {
      // The thread gets the message; whoever waits here gets the error itself.
      failure = error;
      worker.postMessage({ type: 'refused', id: message.id, message: String(error) } satisfies ToWorker);
    }
    calls -= 1;
    if (!signal?.aborted) listen();
  });
  worker.on('error', (error) =>
    end(() =>
      reject(
        isOutOfMemory(error)
          ? new ReviewTooExpensive('the review took more memory than it may', { cause: error })
          : error,
      ),
    ),
  );
  worker.on('exit', (code) => {
    if (signal?.aborted) return;
    end(() => reject(failure ?? new Error(`the review's thread ended with code ${code}`)));
  });
  listen();
}

function taskOf({ agentFiles }: Ports, { now, mode, strictness, version }: RunOptions): WorkerTask {
  return {
    agentFiles,
    now,
    ...(mode ? { mode } : {}),
    ...(strictness ? { strictness } : {}),
    ...(version ? { version } : {}),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Calls the real ports for the worker. */
function portCaller({
  source,
  facts,
  sink,
  judge,
}: Ports): (port: PortCall, args: readonly unknown[]) => Promise<unknown> {
  let chosen: Judge | undefined;
  const calls: Readonly<Record<PortCall, (args: readonly unknown[]) => Promise<unknown>>> = {
    'source.change': () => source.change(),
    'source.tree': ([side]) => source.tree(side as Side),
    'source.read': ([side, paths]) => source.read(side as Side, paths as readonly string[]),
    'source.readPolicy': ([paths]) => source.readPolicy(paths as readonly string[]),
    'source.waivers': async ([approvers]) =>
      (await source.waivers?.(approvers as readonly string[])) ?? { waivers: [], problems: [] },
    'facts.answer': ([requests]) => facts.answer(requests as readonly FactRequest[]),
    'judge.choose': async ([policy, change]) => {
      const choice = await judge?.(policy as Policy, change as Change);
      if (choice !== undefined && 'skipped' in choice) return choice;
      chosen = choice;
      return chosen !== undefined;
    },
    'judge.ask': async ([request]) => await chosen?.ask(request as JudgeRequest),
    'judge.doubt': async ([request]) =>
      (await chosen?.doubt?.(request as DoubtRequest)) ?? {
        state: 'failed',
        reason: 'this judge takes none',
        answers: [],
        inputTokens: 0,
        outputTokens: 0,
      },
    'sink.publish': ([review]) => sink.publish(review as Review),
  };
  return async (port, args) => await calls[port](args);
}
