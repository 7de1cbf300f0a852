import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, PortCall, ToWorker, WorkerTask } from './app/worker/protocol.ts';
import { type Ports, run } from './run.ts';
import type {
  AcceptedHere,
  Change,
  DoubtResult,
  FactAnswer,
  FileContent,
  JudgeResult,
  NoJudge,
  Receipt,
} from './types.ts';

/** The thread of one review: it computes, and asks its parent for everything else. */
if (parentPort) await review(parentPort, workerData as WorkerTask);

async function review(parent: MessagePort, { agentFiles, ...options }: WorkerTask): Promise<void> {
  const call = caller(parent);
  const ports: Ports = {
    agentFiles,
    source: {
      change: () => call<Change>('source.change'),
      tree: (side) => call<ReadonlySet<string> | 'unknown'>('source.tree', side),
      read: (side, paths) => call<ReadonlyMap<string, FileContent>>('source.read', side, paths),
      readPolicy: (paths) => call<ReadonlyMap<string, FileContent>>('source.readPolicy', paths),
      waivers: (approvers) => call<AcceptedHere>('source.waivers', approvers),
    },
    facts: { answer: (requests) => call<readonly FactAnswer[]>('facts.answer', requests) },
    sink: { publish: (reviewed) => call<Receipt>('sink.publish', reviewed) },
    judge: async (policy, change) => {
      const chosen = await call<NoJudge | boolean>('judge.choose', policy, change);
      if (typeof chosen === 'object') return chosen;
      if (!chosen) return undefined;
      return {
        ask: (request) => call<JudgeResult>('judge.ask', request),
        doubt: (request) => call<DoubtResult>('judge.doubt', request),
      };
    },
  };
  const say = (message: FromWorker) => parent.postMessage(message);
  try {
    say({ type: 'done', result: await run(ports, options) });
  } catch (error) {
    say({
      type: 'failed',
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? '') : '',
    });
  }
}

type Call = <T>(port: PortCall, ...args: readonly unknown[]) => Promise<T>;

function caller(parent: MessagePort): Call {
  const waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let next = 0;
  parent.on('message', (message: ToWorker) => {
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'answer') one?.resolve(message.value);
    else one?.reject(new Error(message.message));
  });
  return <T>(port: PortCall, ...args: readonly unknown[]) =>
    new Promise<T>((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve: (value) => resolve(value as T), reject });
      parent.postMessage({ type: 'call', id: next, port, args } satisfies FromWorker);
    });
}
