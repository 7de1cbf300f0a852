import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { isClosed } from './sets/is-closed.ts';
import { confidenceOf, isTogether, relatedTo } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const serviceAccountMissing: Rule<KubernetesSet> = {
  id: 'service-account-missing',
  kinds: ['kubernetes'],
  title: 'Pods run under an account that does not exist',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['non-existent-service-account'] },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)$/),

  *check(set, context) {
    // A folder that makes no accounts gets them from elsewhere.
    const accounts = set.objects.filter(({ object }) => object.kind === 'ServiceAccount');
    if (accounts.length === 0 || !isClosed(set, context)) return;
    const all = placedObjects(context, context.side);
    for (const { object, document } of set.objects) {
      const entry = entryOf(object.pod?.spec, 'serviceAccountName') ?? entryOf(object.pod?.spec, 'serviceAccount');
      const name = textAt(entry?.value);
      if (!entry || !name || name === 'default' || isPlaceholder(name)) continue;
      if (all.some(({ object: other }) => other.kind === 'ServiceAccount' && other.name === name)) continue;
      const own = accounts.filter(({ object: account }) => isTogether(account, object));
      if (own.length === 0) continue;
      const near = own.find(({ object: account }) => account.name === object.name);
      yield {
        path: document.path,
        range: entry.range,
        key: `${object.key}/serviceAccountName`,
        ...confidenceOf(near),
        ...relatedTo(near),
        message: {
          what: `The pods of ${quote(object.key)} run under ${quote(name)}, and there is no such account here${near ? `; there is ${quote(near.object.name)}` : ''}.`,
          why: 'No pod is made for an account that does not exist: the rollout waits until it fails.',
          remedy: 'Name an account that is there, or add it.',
        },
      };
    }
  },
};
