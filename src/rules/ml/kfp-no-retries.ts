import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const kfpNoRetries: Rule<KubeflowDocument> = {
  id: 'kfp-no-retries',
  kinds: ['kubeflow'],
  title: 'No task of the pipeline is retried',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const names = new Set(view.executors.map(({ name }) => name));
    const tasks = view.tasks.filter(({ executor }) => executor !== undefined && names.has(executor));
    const retried = tasks.filter(({ node, retries }) => retries !== 0 && node.entries.some(isPolicy));
    const [first] = tasks;
    if (!first) return;
    if (retried.length > 0) {
      yield { proof: `${retried.length} of ${tasks.length} tasks are retried`, range: first.nameRange };
      return;
    }
    yield {
      range: first.nameRange,
      key: 'root',
      message: {
        what: `None of the ${quote(String(tasks.length))} tasks has a ${quote('retryPolicy')}.`,
        why: 'One dropped connection fails the run, and what the tasks before it have computed waits for somebody to look.',
        remedy: `Give the tasks that talk to other services ${quote('set_retry(num_retries=2)')} and compile again, once each can write twice without harm.`,
      },
    };
  },
};

function isPolicy({ key }: { readonly key: { readonly text: string } }): boolean {
  return key.text === 'retryPolicy';
}
