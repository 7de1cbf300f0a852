import type { Probot } from 'probot';
import type { GitHubClient } from '../github/client.ts';
import { markerKey } from '../github/comments/markers.ts';
import type { FactsMemory } from '../github/github-facts.ts';
import { once } from '../github/requests/once.ts';
import type { JudgeMemory } from '../judge/memory.ts';
import type { Run } from '../run.ts';
import type { Queue } from '../types.ts';
import { type Clients, clientsOf } from './clients.ts';
import { judgeMemories } from './judge-memories.ts';
import type { Telemetry } from './telemetry.ts';
import type { Work } from './work.ts';

/** What every part of the App works with. */
export interface Service extends Telemetry {
  readonly queue: Queue<Work>;
  readonly markerKey: Buffer;
  readonly clients: Clients;
  /** A client with the App's own rights. */
  app(): Promise<GitHubClient>;
  /** The number of the App. */
  appId(): Promise<number>;
  /** The login that our comments have: `pipewright[bot]`. */
  login(): Promise<string>;
  factsMemory(installation: number): FactsMemory;
  /** What this process remembers of asking the model about a pull request. */
  judgeMemory(key: string): JudgeMemory;
  /** How a review is computed. */
  readonly run: Run;
  /** The same for one job: these fields stand on every line that it logs, those of its clients among them. */
  forJob(fields: object): Service;
  /** Does something in so many seconds, if the process lives; a timer where it is absent. */
  readonly after?: (seconds: number, work: () => void) => void;
}

/** The service on top of Probot's clients. */
export function createService(
  probot: Probot,
  queue: Queue<Work>,
  webhookSecret: string,
  run: Run,
  telemetry: Telemetry,
): Service {
  const memories = new Map<number, FactsMemory>();
  const identity = once(async () => {
    const { data } = await (await probot.auth()).request('GET /app');
    if (data?.slug === undefined) throw new Error('GitHub did not say what the App is called.');
    return { id: data.id, slug: data.slug };
  });
  const shared = {
    queue,
    run,
    markerKey: markerKey(webhookSecret),
    app: () => probot.auth(),
    appId: async () => (await identity()).id,
    login: async () => `${(await identity()).slug}[bot]`,
    judgeMemory: judgeMemories(),
    factsMemory(installation: number) {
      const memory = memories.get(installation) ?? new Map();
      memories.set(installation, memory);
      return memory;
    },
  };
  const withTelemetry = ({ log, meters }: Telemetry): Service => ({
    ...shared,
    log,
    meters,
    clients: clientsOf(probot, { log, meters }),
    forJob: (fields) => withTelemetry({ log: log.child(fields), meters }),
  });
  return withTelemetry(telemetry);
}
