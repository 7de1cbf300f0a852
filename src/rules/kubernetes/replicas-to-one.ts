import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { sliceOf } from '../../documents/source-text.ts';
import { entryOf, mapAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { type PairedObject, pairedObjects } from './changes/paired-objects.ts';
import { placedObjects } from './changes/placed-objects.ts';

const KINDS: Readonly<Record<string, string>> = {
  Deployment: 'replicas',
  StatefulSet: 'replicas',
  Rollout: 'replicas',
  ReplicaSet: 'replicas',
  DeploymentConfig: 'replicas',
  HorizontalPodAutoscaler: 'minReplicas',
  ScaledObject: 'minReplicaCount',
};
/** Where one pod is what people want. */
const TRIAL =
  /(^|[^a-z])(dev|develop|development|test|testing|staging|stage|stg|qa|uat|preview|sandbox|local|minikube|kind|ci|demo)([^a-z]|$)/i;

export const replicasToOne: Rule<KubernetesSet> = {
  id: 'replicas-to-one',
  kinds: ['kubernetes'],
  title: 'Only one pod is left',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'objects',
  fixable: true,

  *compare(base, _head, context) {
    for (const pair of pairedObjects(base, context)) {
      const field = KINDS[pair.after.object.kind];
      if (!field || isTrial(pair) || isScaled(pair.after.object, context)) continue;
      const [before, after] = [pair.before.object, pair.after.object].map(({ node }) =>
        entryOf(mapAt(node, 'spec'), field),
      );
      if (before && Number(textAt(before.value)) > 1 && after && textAt(after.value) === '1')
        yield problem(pair, before, after);
    }
  },
};

function isTrial({ after: { object, document } }: PairedObject): boolean {
  return TRIAL.test(document.path) || TRIAL.test(object.namespace);
}

/** An autoscaler decides, and the number in the workload is where it starts. */
function isScaled({ kind, name }: KubernetesObject, context: RuleContext): boolean {
  return placedObjects(context, 'head').some(
    ({ object }) =>
      /^(HorizontalPodAutoscaler|ScaledObject)$/.test(object.kind) &&
      textAt(object.node, 'spec', 'scaleTargetRef', 'name') === name &&
      (textAt(object.node, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment') === kind,
  );
}

function problem(
  { before: { document: base }, after: { object, document } }: PairedObject,
  before: YamlEntry,
  after: YamlEntry,
): Problem {
  return {
    path: document.path,
    range: after.range,
    key: `${object.key}/replicas`,
    message: {
      what: `${quote(object.key)} goes from ${quote(textAt(before.value) ?? '')} pods down to one.`,
      why: 'Every drain of a node, every crash and every eviction is an outage now, and nothing takes over while the new pod starts.',
      remedy: 'Keep at least two; if only one may run, say why beside the line.',
    },
    related: [{ path: base.path, side: 'base', range: before.range, message: 'It was this.' }],
    fix: {
      title: 'Restore the number',
      safety: 'safe',
      edits: [{ range: after.value.range, text: sliceOf(base.source, before.value.range) }],
    },
  };
}
