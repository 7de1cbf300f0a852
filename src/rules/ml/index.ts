export { dvcLockStale } from './dvc-lock-stale.ts';
export { metricGateWeakened } from './metric-gate-weakened.ts';
export { notebookOutputLeak } from './notebook-output-leak.ts';
export { seedRemoved } from './seed-removed.ts';
export { splitWithoutSeed } from './split-without-seed.ts';
