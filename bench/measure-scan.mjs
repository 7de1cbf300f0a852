import { folderBytes } from './folder-bytes.mjs';
import { median } from './median.mjs';
import { runProgram } from './run-program.mjs';

const TIMES = 5;

/** Scans a folder once to warm the disk's cache, then five times; medians. `engineMs` is what the scan says of itself. */
export async function measureScan(folder) {
  const runs = [];
  for (let time = 0; time <= TIMES; time++) runs.push(await scanOnce(folder));
  const warm = runs.slice(1);
  const middle = (key) => median(warm.map((run) => run[key]));
  const [engineMs, { files, findings }] = [middle('engineMs'), runs[0]];
  const megabytes = (await folderBytes(folder)) / 1e6;
  return {
    files,
    findings,
    megabytes,
    engineMs,
    wallMs: middle('wallMs'),
    cpuMs: middle('cpuMs'),
    peakMb: middle('peakMb'),
    filesPerSecond: files / (engineMs / 1000),
    megabytesPerSecond: megabytes / (engineMs / 1000),
  };
}

async function scanOnce(folder) {
  const { stdout, ...usage } = await runProgram(['bin/pipewright.js', 'scan', folder, '--format', 'json']);
  const { files, ms, findings } = JSON.parse(stdout);
  return { ...usage, files, engineMs: Math.max(ms, 1), findings: findings.length };
}
