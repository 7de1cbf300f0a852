import type { QueueCounts } from '../../types.ts';

/** The queue as it stands, in Prometheus' text format. */
export function queueLines(counts: QueueCounts): readonly string[] {
  return [
    ...line('pipewright_jobs_queued', 'gauge', 'Jobs that wait', counts.queued),
    ...line(
      'pipewright_jobs_oldest_seconds',
      'gauge',
      'Seconds that the longest-waiting job has waited',
      counts.oldest,
    ),
    ...line('pipewright_jobs_running', 'gauge', 'Jobs that run', counts.running),
    ...line('pipewright_jobs_done_total', 'counter', 'Jobs that ended well', counts.done),
    ...line('pipewright_jobs_failed_total', 'counter', 'Jobs that failed', counts.failed),
  ];
}

/** The process, by the names that Prometheus' own clients use. */
export function processLines(): readonly string[] {
  const { user, system } = process.cpuUsage();
  const started = Date.now() / 1000 - process.uptime();
  return [
    ...line('process_resident_memory_bytes', 'gauge', 'Memory of the process', process.memoryUsage.rss()),
    ...line('process_cpu_seconds_total', 'counter', 'Processor seconds of the process', (user + system) / 1e6),
    ...line('process_start_time_seconds', 'gauge', 'When the process started', Math.round(started)),
  ];
}

function line(name: string, type: 'gauge' | 'counter', help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}.`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}
