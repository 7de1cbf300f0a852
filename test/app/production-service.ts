import { generateKeyPairSync } from 'node:crypto';
import { createProbot } from 'probot';
import { appOctokit } from '../../src/app/app-octokit.ts';
import type { Clients } from '../../src/app/clients.ts';
import { createMeters } from '../../src/app/metrics/meters.ts';
import { createService, type Service } from '../../src/app/service.ts';
import type { Work } from '../../src/app/work.ts';
import type { GitHubClient } from '../../src/github/client.ts';
import { memoryQueue } from '../../src/queue/memory-queue.ts';
import { type Run, run as runForReal } from '../../src/run.ts';
import type { Queue } from '../../src/types.ts';
import type { FakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { QUIET } from './service-fixture.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface ProductionOptions {
  readonly throttle?: boolean;
  readonly queue?: Queue<Work>;
  /** How a review is computed; for real where it is not given. */
  readonly run?: Run;
  readonly after?: NonNullable<Service['after']>;
}

/** The App's service as production has it - Probot, its plugins, real tokens - but a second takes two milliseconds. */
export async function productionService(
  github: FakeGitHub,
  {
    throttle = true,
    queue = memoryQueue({ concurrency: 1, capacity: 10 }),
    run = runForReal,
    after,
  }: ProductionOptions = {},
): Promise<Service> {
  const probot = createProbot({
    defaults: { logLevel: 'fatal' },
    env: { LOG_LEVEL: 'fatal' },
    overrides: {
      appId: github.state.appId,
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      secret: 'hook-secret',
      baseUrl: github.url,
      redisConfig: '',
      Octokit: appOctokit({ throttle, second: 2, patience: 2000 }),
    },
  });
  await probot.ready();
  const given = createService(probot, queue, 'hook-secret', run, { log: QUIET, meters: createMeters() });
  const service: Service = {
    ...given,
    clients: impatient(given.clients),
    forJob: () => service,
    ...(after === undefined ? {} : { after }),
  };
  return service;
}

function impatient({ read, report, commit, survey, members }: Clients): Clients {
  const hurried = ({ request, graphql }: GitHubClient): GitHubClient => ({
    request,
    graphql,
    pause: () => Promise.resolve(),
  });
  return {
    members,
    read: async (place) => hurried(await read(place)),
    report: async (place) => hurried(await report(place)),
    survey: async (installation) => hurried(await survey(installation)),
    async commit(place) {
      const client = await commit(place);
      return client && hurried(client);
    },
  };
}
