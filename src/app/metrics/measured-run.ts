import type { Ports, Run } from '../../run.ts';
import type { Judge } from '../../types.ts';
import type { Meters } from './meters.ts';
import { stopwatch } from './stopwatch.ts';

/** A run that tells how long its stages took: what the ports took is reading and publishing, the rest is computing. */
export function measuredRun(run: Run, meters: Meters): Run {
  return async (ports, options) => {
    const watches = { read: stopwatch(), judge: stopwatch(), publish: stopwatch() };
    const started = performance.now();
    try {
      const result = await run(measured(ports, watches, meters), options);
      meters.review(result.review.conclusion);
      meters.failure('partly_published', result.receipt.failures.length);
      return result;
    } finally {
      if (!options.signal?.aborted) tell(meters, watches, (performance.now() - started) / 1000);
    }
  };
}

type Metered = Parameters<Meters['model']>[0];

type Watches = Readonly<Record<'read' | 'judge' | 'publish', ReturnType<typeof stopwatch>>>;

function measured(ports: Ports, { read, judge, publish }: Watches, meters: Meters): Ports {
  const { source, facts, sink } = ports;
  const { waivers } = source;
  const asked = ({ ask, doubt }: Judge): Judge => {
    const metered = async <Result extends Metered>(question: () => Promise<Result>) => {
      const result = await judge.during(question);
      meters.model(result);
      return result;
    };
    return {
      ask: (request) => metered(() => ask(request)),
      ...(doubt ? { doubt: (request) => metered(() => doubt(request)) } : {}),
    };
  };
  return {
    ...ports,
    source: {
      change: () => read.during(() => source.change()),
      tree: (side) => read.during(() => source.tree(side)),
      read: (side, paths) => read.during(() => source.read(side, paths)),
      readPolicy: (paths) => read.during(() => source.readPolicy(paths)),
      ...(waivers ? { waivers: (approvers) => read.during(() => waivers(approvers)) } : {}),
    },
    facts: { answer: (requests) => read.during(() => facts.answer(requests)) },
    sink: { publish: (review) => publish.during(() => sink.publish(review)) },
    judge: async (policy, change) => {
      const chosen = await ports.judge?.(policy, change);
      return chosen === undefined || 'skipped' in chosen ? chosen : asked(chosen);
    },
  };
}

function tell(meters: Meters, { read, judge, publish }: Watches, total: number): void {
  meters.stage('read', read.seconds());
  meters.stage('compute', Math.max(0, total - read.seconds() - judge.seconds() - publish.seconds()));
  if (judge.seconds() > 0) meters.stage('judge', judge.seconds());
  if (publish.seconds() > 0) meters.stage('publish', publish.seconds());
}
