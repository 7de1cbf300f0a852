import { type KubernetesObject, labelsOf } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { matchesSelector } from './objects/matches-selector.ts';

export const pdbBlocksEviction: Rule<KubernetesSet> = {
  id: 'pdb-blocks-eviction',
  kinds: ['kubernetes'],
  title: 'Nodes with these pods cannot be drained',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    'kube-linter': ['pdb-max-unavailable', 'pdb-min-available'],
    polaris: ['pdbDisruptionsIsZero', 'pdbMinAvailableGreaterThanHPAMinReplicas'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: true,

  *check(set) {
    for (const { object, document } of set.objects) {
      if (object.kind !== 'PodDisruptionBudget') continue;
      const blocked = blockedBy(object, set);
      if (blocked) yield { ...problem(object, blocked), path: document.path };
      else {
        const entry =
          entryOf(mapAt(object.node, 'spec'), 'maxUnavailable') ?? entryOf(mapAt(object.node, 'spec'), 'minAvailable');
        if (entry) yield { proof: `${object.key} lets pods go`, path: document.path, range: entry.range };
      }
    }
  },
};

interface Blocked {
  readonly entry: YamlEntry;
  readonly because: string;
  readonly isNone: boolean;
}

/** The line that leaves no pod that may be moved. */
function blockedBy(budget: KubernetesObject, set: KubernetesSet): Blocked | undefined {
  const spec = mapAt(budget.node, 'spec');
  const max = entryOf(spec, 'maxUnavailable');
  if (max && /^0%?$/.test(textAt(max.value) ?? ''))
    return { entry: max, because: 'no pod may ever be missing', isNone: true };
  const min = entryOf(spec, 'minAvailable');
  const wanted = textAt(min?.value);
  if (!min || wanted === undefined) return undefined;
  if (/^100%$/.test(wanted)) return { entry: min, because: 'all pods must always be there', isNone: false };
  for (const { object } of set.objects) {
    if (!object.pod || object.namespace !== budget.namespace || !selects(budget, object)) continue;
    const fewest = fewestReplicas(object, set);
    if (fewest !== undefined && fewest.count > 0 && needed(wanted, fewest.count) >= fewest.count)
      return { entry: min, because: `${object.key} has ${fewest.count} ${fewest.by}`, isNone: false };
  }
  return undefined;
}

function selects(budget: KubernetesObject, { pod }: KubernetesObject): boolean {
  const selector = mapAt(budget.node, 'spec', 'selector');
  const isEmpty = labelsOf(mapAt(selector, 'matchLabels')).size === 0 && !entryOf(selector, 'matchExpressions');
  return !isEmpty && matchesSelector(selector, pod?.labels ?? new Map());
}

/** As few pods as there can be: by the autoscaler that steers the workload, else by its own number. */
function fewestReplicas(
  workload: KubernetesObject,
  set: KubernetesSet,
): { readonly count: number; readonly by: string } | undefined {
  const scaler = set.objects.find(
    ({ object }) =>
      object.kind === 'HorizontalPodAutoscaler' &&
      object.namespace === workload.namespace &&
      textAt(object.node, 'spec', 'scaleTargetRef', 'name') === workload.name &&
      textAt(object.node, 'spec', 'scaleTargetRef', 'kind') === workload.kind,
  );
  if (scaler) {
    const least = textAt(scaler.object.node, 'spec', 'minReplicas');
    return least === undefined ? undefined : { count: Number(least), by: 'at least, by its autoscaler' };
  }
  const own = textAt(workload.node, 'spec', 'replicas');
  return own === undefined ? undefined : { count: Number(own), by: Number(own) === 1 ? 'replica' : 'replicas' };
}

/** A share is rounded up (https://kubernetes.io/docs/tasks/run-application/configure-pdb/). */
function needed(text: string, replicas: number): number {
  const share = /^(\d+)%$/.exec(text)?.[1];
  return share === undefined ? Number(text) : Math.ceil((Number(share) / 100) * replicas);
}

function problem(budget: KubernetesObject, { entry, because, isNone }: Blocked): Problem {
  return {
    range: entry.range,
    key: `${budget.key}/${entry.key.text}`,
    message: {
      what: `${quote(budget.key)} asks for ${quote(`${entry.key.text}: ${textAt(entry.value) ?? ''}`)}: ${because}.`,
      why: 'No pod may be moved away: draining a node for an upgrade waits for ever, or is forced and takes the pods down all at once.',
      remedy: `Allow one pod to be missing with ${quote('maxUnavailable: 1')}, and run at least two.`,
    },
    ...(isNone
      ? {
          fix: {
            title: 'Allow one pod to be missing',
            safety: 'review' as const,
            edits: [{ range: entry.value.range, text: '1' }],
          },
        }
      : {}),
  };
}
