import { folderPairSource } from '../src/local/folder-pair-source.ts';
import { localFacts } from '../src/local/local-facts.ts';
import { run } from '../src/run.ts';
import { median } from './median.mjs';

/* Reviews the change between two folders many times in one process: `review-loop BASE HEAD`. Prints milliseconds. */

const WARM = 15;

const [base, head] = process.argv.slice(2);
const sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};

const cold = await reviewOnce();
const times = [];
for (let time = 0; time < WARM; time++) times.push((await reviewOnce()).ms);
// The first few of them still warm the process up.
const warm = median(times.slice(WARM / 3));
process.stdout.write(JSON.stringify({ files: cold.files, cold: cold.ms, warm }));

async function reviewOnce() {
  const started = performance.now();
  const source = folderPairSource(base, head, 'bench');
  const { review } = await run({ source, facts: localFacts(), sink, agentFiles: [] }, { now: new Date() });
  return { files: review.change.files.length, ms: performance.now() - started };
}
