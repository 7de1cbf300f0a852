import type { QueueCounts } from '../types.ts';

/** The queue in Prometheus' text format. */
export function metrics(counts: QueueCounts): string {
  const lines = [
    ...metric('pipewright_jobs_queued', 'gauge', 'Jobs that wait', counts.queued),
    ...metric(
      'pipewright_jobs_oldest_seconds',
      'gauge',
      'Seconds that the longest-waiting job has waited',
      counts.oldest,
    ),
    ...metric('pipewright_jobs_running', 'gauge', 'Jobs that run', counts.running),
    ...metric('pipewright_jobs_done_total', 'counter', 'Jobs that ended well', counts.done),
    ...metric('pipewright_jobs_failed_total', 'counter', 'Jobs that failed', counts.failed),
  ];
  return `${lines.join('\n')}\n`;
}

function metric(name: string, type: 'gauge' | 'counter', help: string, value: number): readonly string[] {
  return [`# HELP ${name} ${help}.`, `# TYPE ${name} ${type}`, `${name} ${value}`];
}
