import { spawn } from 'node:child_process';

const REPORT_USAGE = new URL('./report-usage.mjs', import.meta.url).href;

/**
 * Runs a Node program to its end. Gives wall milliseconds from spawn to exit, its standard output, and what the kernel
 * counted for it: CPU milliseconds and peak memory in MB.
 */
export async function runProgram(args, env = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT_USAGE, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [stdout, usage] = await Promise.all([textOf(child.stdout), textOf(child.stdio[3]), ended(child)]);
  const wallMs = performance.now() - started;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage);
  return { wallMs, stdout, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
}

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}

/** Exit code 1 is no failure: a scan found something. */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 || code === 1 ? resolve() : reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}`)),
    );
  });
}
