import type { WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf, scalarAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const concurrencyQueueConflict: Rule<WorkflowDocument> = {
  id: 'concurrency-queue-conflict',
  kinds: ['workflow'],
  title: 'Runs are to wait in a queue and to cancel each other',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { languageservices: ['concurrency-queue'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    yield* conflict(view.root, '');
    for (const job of view.jobs) yield* conflict(job.node, job.id);
  },
};

function* conflict(node: YamlMap, job: string): Generator<Observation> {
  const concurrency = entryOf(node, 'concurrency')?.value;
  const [queue, cancel] = [scalarAt(concurrency, 'queue'), scalarAt(concurrency, 'cancel-in-progress')];
  if (queue?.text !== 'max' || cancel?.value !== true) return;
  yield {
    range: queue.range,
    key: `${job}/queue`,
    message: {
      what: `${quote('queue: max')} keeps every run waiting, and ${quote('cancel-in-progress: true')} ends the one that works.`,
      why: 'GitHub takes the two together for an error: no run starts.',
      remedy: 'Choose one: a queue for deployments, cancelling for checks.',
    },
  };
}
