import { type KubernetesObject, labelsOf } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt, toValue } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { type PlacedObject, placedObjects } from './changes/placed-objects.ts';

const KINDS = new Set([
  'NetworkPolicy',
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'GlobalNetworkPolicy',
  'AdminNetworkPolicy',
]);

export const networkPolicyRemoved: Rule<KubernetesSet> = {
  id: 'network-policy-removed',
  kinds: ['kubernetes'],
  title: 'A network policy was removed',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *compare(base, _head, context) {
    const head = placedObjects(context, 'head');
    for (const { object, document } of base?.objects ?? []) {
      if (
        !KINDS.has(object.kind) ||
        isThere(object, head) ||
        isReplaced(object, context) ||
        lostItsPods(object, context)
      )
        continue;
      yield { ...problem(object), path: document.path };
    }
  },
};

/** In any file of the head that was read; a namespace may have been written out, or left to the tool. */
function isThere({ kind, name }: KubernetesObject, head: readonly PlacedObject[]): boolean {
  return head.some(({ object }) => object.kind === kind && object.name === name);
}

/** A policy that is new in this change selects the same pods, or all of them. */
function isReplaced(policy: KubernetesObject, context: RuleContext): boolean {
  const before = placedObjects(context, 'base');
  return placedObjects(context, 'head').some(
    ({ object }) =>
      KINDS.has(object.kind) && !isThere(object, before) && (isSame(object, policy) || selectsAll(object)),
  );
}

function isSame(a: KubernetesObject, b: KubernetesObject): boolean {
  return JSON.stringify(toValue(selectorOf(a))) === JSON.stringify(toValue(selectorOf(b)));
}

function selectorOf({ node }: KubernetesObject) {
  return mapAt(node, 'spec', 'podSelector') ?? mapAt(node, 'spec', 'endpointSelector');
}

function selectsAll(policy: KubernetesObject): boolean {
  return selectorOf(policy)?.entries.length === 0;
}

/** The workloads it was for went with it. */
function lostItsPods(policy: KubernetesObject, context: RuleContext): boolean {
  const wanted = [...labelsOf(mapAt(selectorOf(policy), 'matchLabels'))];
  const selected = (side: 'base' | 'head') =>
    placedObjects(context, side).filter(
      ({ object }) => object.pod && wanted.every(([key, value]) => object.pod?.labels.get(key) === value),
    );
  return selected('base').length > 0 && selected('head').length === 0;
}

function problem(policy: KubernetesObject): Problem {
  const all = selectsAll(policy);
  return {
    range: entryOf(mapAt(policy.node, 'metadata'), 'name')?.range ?? policy.range,
    side: 'base',
    key: policy.key,
    message: {
      what: `${quote(policy.key)} is gone${all ? ', which held for every pod of the namespace' : ''}.`,
      why: 'Pods that no policy selects accept traffic from everywhere in the cluster and may connect to everything.',
      remedy: 'Restore it, or add what takes its place in the same change.',
    },
  };
}
