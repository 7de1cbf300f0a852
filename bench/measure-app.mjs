import { readFile } from 'node:fs/promises';
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

const REPOSITORIES = 200;
const ALL_EVENTS = 10_000;
const BURST = { events: 2000, seconds: 60, atOnce: 16 };

/**
 * The built App against the fake GitHub of the tests, which takes its share of the machine: how many reviews it does,
 * how quickly it takes a burst of webhooks while it reviews, how many webhooks it takes at most, and its memory.
 */
export async function measureApp() {
  const { startFakeGitHub } = await import('../test/support/fake-github/start-fake-github.ts');
  const { driver } = await import('../test/support/fake-github/driver.ts');
  const { burst, pullsOfRepositories, quantile } = await import('../test/support/burst.ts');
  const { REPOSITORY } = await import('../test/support/sample-pipeline.ts');
  const { startApp, until } = await import('../test/support/start-app.ts');

  const github = await startFakeGitHub();
  github.state.git.commit('main', REPOSITORY);
  const app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off', LOG_LEVEL: 'warn', ...passedOn() });
  try {
    const idle = () => until(app.idle, () => `The App does not become idle:\n${app.log()}`, 300);
    const people = driver(github, app.hook);
    const pulls = pullsOfRepositories(github, REPOSITORIES);
    const memoryAtStart = await memory(app.pid);

    const begun = performance.now();
    await burst(people, pulls, { events: REPOSITORIES, seconds: 0, atOnce: 16 });
    await idle();
    const reviewMinutes = (performance.now() - begun) / 60_000;

    const paced = await burst(people, pulls, BURST);
    await idle();

    const rest = ALL_EVENTS - REPOSITORIES - BURST.events;
    const flood = await burst(people, pulls, { events: rest, seconds: 0, atOnce: 32 });
    await idle();

    return {
      'reviews per minute': REPOSITORIES / reviewMinutes,
      'webhooks in a minute, of 200 repositories': BURST.events,
      '- refused': paced.refused,
      '- answered in, median (ms)': quantile(paced.latencies, 0.5),
      '- answered in, 99 % (ms)': quantile(paced.latencies, 0.99),
      'webhooks per second at most': rest / flood.seconds,
      '- refused then': flood.refused,
      '- answered in then, 99 % (ms)': quantile(flood.latencies, 0.99),
      'memory at the start (MB)': memoryAtStart.now,
      [`memory after ${ALL_EVENTS} events (MB)`]: (await memory(app.pid)).now,
      '- at most (MB)': (await memory(app.pid)).most,
      'requests that GitHub would refuse': github.violations.length,
    };
  } finally {
    await app.stop('SIGKILL');
    await github.close();
  }
}

/** The queue to measure: DATABASE_URL for the one in PostgreSQL. */
function passedOn() {
  const { DATABASE_URL } = process.env;
  return DATABASE_URL === undefined ? {} : { DATABASE_URL };
}

/** What Linux counts for a process, in MB; elsewhere unknown. */
async function memory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
