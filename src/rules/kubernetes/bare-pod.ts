import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { readComponents } from './components/read-components.ts';
import { isTrial } from './objects/is-trial.ts';

export const barePod: Rule<KubernetesDocument> = {
  id: 'bare-pod',
  kinds: ['kubernetes'],
  title: 'Nothing brings the pod back',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { polaris: ['nakedPod'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    for (const object of view.objects) {
      if (object.kind !== 'Pod' || object.apiVersion !== 'v1' || !isMeantToStay(object)) continue;
      if (isTrial(path, object.namespace)) continue;
      yield {
        range: entryOf(object.node, 'kind')?.range ?? object.range,
        key: object.key,
        message: {
          what: `${quote(object.key)} is a pod that no workload made.`,
          why: 'When its node fails or is drained it is gone, and a new version cannot be rolled out: most fields of a pod cannot be changed.',
          remedy: 'Make it the template of a Deployment, or of a Job if it ends by itself.',
        },
      };
    }
  },
};

/** Static pods are brought back by their kubelet, hooks are meant to end, and templates of tools name no image. */
function isMeantToStay(object: KubernetesObject): boolean {
  const { pod, node } = object;
  const annotations = mapAt(node, 'metadata', 'annotations')?.entries ?? [];
  return (
    (pod?.containers.some(({ image }) => image) ?? false) &&
    (textAt(pod?.spec, 'restartPolicy') ?? 'Always') === 'Always' &&
    object.name !== '' &&
    object.namespace !== 'kube-system' &&
    itemsAt(node, 'metadata', 'ownerReferences').length === 0 &&
    readComponents(object).length === 0 &&
    !annotations.some(({ key }) => /hook|static|mirror/i.test(key.text))
  );
}
