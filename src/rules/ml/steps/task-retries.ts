import type { KubeflowTask } from '../../../documents/kubeflow/task.ts';
import type { KubeflowDocument } from '../../../documents/kubeflow.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Observation } from '../../../types.ts';
import { quote } from '../../quote.ts';

/** Tasks of a compiled pipeline that are tried again less often than on the base. */
export function* fewerRetries(base: KubeflowDocument, head: KubeflowDocument): Generator<Observation> {
  const now = new Map(head.view.tasks.map((task) => [task.key, task]));
  for (const old of base.view.tasks) {
    const task = now.get(old.key);
    const [before, after] = [old.retries ?? 0, task?.retries ?? 0];
    if (!task || before <= after || isComputed(task)) continue;
    const policy = entryOf(task.node, 'retryPolicy');
    yield {
      range: (policy?.key ?? { range: task.nameRange }).range,
      key: task.key,
      severity: after === 0 ? 'medium' : 'low',
      message: {
        what: `The task ${quote(task.name)} is retried ${quote(String(after))} times instead of ${quote(String(before))}.`,
        why:
          after === 0
            ? 'One dropped connection now fails the run, where until now it was tried again.'
            : 'It gives up sooner when a service it calls is away for a while.',
        remedy: `Give it ${quote(`set_retry(num_retries=${before})`)} again and compile, or say in the pull request why a retry does harm here.`,
      },
      related: [{ path: base.path, side: 'base', range: old.nameRange, message: `It was retried ${before} times.` }],
    };
  }
}

/** A number that only a run knows. */
function isComputed({ node, retries }: KubeflowTask): boolean {
  return retries === undefined && entryOf(entryOf(node, 'retryPolicy')?.value, 'maxRetryCount') !== undefined;
}
