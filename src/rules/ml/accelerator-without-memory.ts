import type { KubeflowExecutor } from '../../documents/kubeflow/executor.ts';
import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import { entryOf, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const acceleratorWithoutMemory: Rule<KubeflowDocument> = {
  id: 'accelerator-without-memory',
  kinds: ['kubeflow'],
  title: 'A step asks for an accelerator and for no memory',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const accelerated = view.executors.filter(({ node }) => entryOf(mapAt(node, 'resources'), 'accelerator'));
    const open = accelerated.filter((executor) => !asksForMemory(executor));
    for (const { name, node, nameRange } of open) {
      yield {
        range: entryOf(mapAt(node, 'resources'), 'accelerator')?.key.range ?? nameRange,
        key: name,
        message: {
          what: `The step ${quote(name)} has an accelerator and says nothing of memory.`,
          why: 'To Kubernetes a pod without memory settings is the first to go when a node runs short, whatever accelerator it holds: hours of training are lost to a neighbour.',
          remedy: `Give it ${quote('set_memory_request')} and ${quote('set_memory_limit')} in the pipeline and compile again.`,
        },
      };
    }
    const [first] = accelerated;
    if (first && open.length === 0)
      yield {
        proof: `${accelerated.length} of ${accelerated.length} accelerated steps ask for memory`,
        range: first.nameRange,
      };
  },
};

/** `memoryLimit` as a number of gigabytes, or `resourceMemoryLimit` as a text, which newer compilers write. */
function asksForMemory({ node }: KubeflowExecutor): boolean {
  return (mapAt(node, 'resources')?.entries ?? []).some(({ key }) => /memory(limit|request)$/i.test(key.text));
}
