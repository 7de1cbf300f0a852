import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.mjs';
import { runProgram } from './run-program.mjs';
import { startApp } from './start-app.mjs';

const TIMES = 10;

/** Milliseconds from spawn to exit of each door with next to nothing to do; for the App, until it answers. Medians. */
export async function measureStarts() {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-bench-'));
  try {
    const dockerfile = join(folder, 'Dockerfile');
    await writeFile(dockerfile, 'FROM debian:12.7\nUSER 10001\nENTRYPOINT ["/bin/true"]\n');
    const event = join(folder, 'event.json');
    await writeFile(event, JSON.stringify({ after: '0'.repeat(40) }));
    return {
      'scan of one Dockerfile': await repeat(() =>
        wallMs(['bin/pipewright.js', 'scan', dockerfile, '--format', 'json']),
      ),
      'list of the rules': await repeat(() => wallMs(['bin/pipewright.js', 'rules'])),
      'Action, nothing to review': await repeat(() => wallMs(['dist/index.js'], deletedBranch(event))),
      'App, until /healthz answers': await repeat(startApp),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function repeat(once) {
  await once();
  const times = [];
  for (let time = 0; time < TIMES; time++) times.push(await once());
  return median(times);
}

async function wallMs(args, env) {
  return (await runProgram(args, env)).wallMs;
}

/** A pushed deletion of a branch: the Action ends at once, without asking GitHub anything. */
function deletedBranch(eventPath) {
  return {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: 'acme/bench',
    INPUT_TOKEN: 'none',
    INPUT_COMMENTS: 'true',
  };
}
