import { Octokit } from '@octokit/rest';
import { judgeMemories } from '../../src/app/judge-memories.ts';
import type { Log } from '../../src/app/log.ts';
import { libraryLog } from '../../src/app/logging/library-log.ts';
import { createMeters } from '../../src/app/metrics/meters.ts';
import type { Service } from '../../src/app/service.ts';
import { markerKey } from '../../src/github/comments/markers.ts';
import { memoryQueue } from '../../src/queue/memory-queue.ts';
import { run } from '../../src/run.ts';
import type { FakeGitHub } from '../support/fake-github/start-fake-github.ts';

/** A log that nobody reads. */
export const QUIET: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => QUIET };

/** The App's service against a fake GitHub, without Probot. Nothing in its queue starts. */
export function serviceFor(github: FakeGitHub): Service {
  const octokit = new Octokit({ baseUrl: github.url, auth: 'token', log: libraryLog(QUIET) });
  const given = () => Promise.resolve(octokit);
  const service: Service = {
    queue: memoryQueue({ concurrency: 1, capacity: 10 }),
    log: QUIET,
    meters: createMeters(),
    markerKey: markerKey('secret'),
    clients: { read: given, report: given, commit: given, survey: given, members: given },
    app: () => Promise.resolve(octokit),
    appId: () => Promise.resolve(4711),
    login: () => Promise.resolve('pipewright-test[bot]'),
    factsMemory: () => new Map(),
    judgeMemory: judgeMemories(),
    run,
    forJob: () => service,
  };
  return service;
}
