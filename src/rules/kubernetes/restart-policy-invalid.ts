import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, scalarAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { mayBePatch } from './objects/may-be-patch.ts';

/** What the API takes, by kind; `Always` is what it assumes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'batch/Job': ['OnFailure', 'Never'],
  'batch/CronJob': ['OnFailure', 'Never'],
  'apps/Deployment': ['Always'],
  'apps/StatefulSet': ['Always'],
  'apps/DaemonSet': ['Always'],
  'apps/ReplicaSet': ['Always'],
};

export const restartPolicyInvalid: Rule<KubernetesDocument> = {
  id: 'restart-policy-invalid',
  kinds: ['kubernetes'],
  title: 'Restart policy that the cluster refuses',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-score': ['cronjob-restartpolicy'], 'kube-linter': ['restart-policy'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, path, source }, context) {
    for (const object of view.objects) {
      const allowed = ALLOWED[`${object.apiVersion.split('/')[0]}/${object.kind}`];
      if (!allowed || !object.pod) continue;
      const policy = scalarAt(object.pod.spec, 'restartPolicy');
      if (policy ? isPlaceholder(policy.text) || allowed.includes(policy.text) : allowed.includes('Always')) continue;
      // What is not said here may stand in what a patch is laid over.
      if (!policy && (mayBePatch(path, context) || object.pod.containers.some(({ image }) => !image))) continue;
      yield problem(object, object.pod.spec, allowed, source);
    }
  },
};

function problem(object: KubernetesObject, spec: YamlMap, allowed: readonly string[], source: string): Problem {
  const entry = entryOf(spec, 'restartPolicy');
  const said = entry?.value.type === 'scalar' ? entry.value.text : 'Always';
  const [wanted = ''] = allowed;
  const fix = entry
    ? { title: `Use ${wanted}`, safety: 'review' as const, edits: [{ range: entry.value.range, text: wanted }] }
    : insert(spec, wanted, source);
  return {
    range: entry?.range ?? entryOf(spec, 'containers')?.key.range ?? spec.range,
    key: `${object.key}/restartPolicy`,
    message: {
      what: entry
        ? `The pods of ${quote(object.key)} have ${quote(`restartPolicy: ${said}`)}, which a ${object.kind} cannot have.`
        : `The pods of ${quote(object.key)} have no restart policy; ${quote('Always')} is assumed, which a ${object.kind} cannot have.`,
      why: 'The cluster refuses the object, and nothing of it runs.',
      remedy: `Write ${allowed.map((policy) => quote(`restartPolicy: ${policy}`)).join(' or ')} beside the containers.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function insert(spec: YamlMap, wanted: string, source: string): Fix | undefined {
  const start = spec.entries[0]?.range.start;
  if (spec.flow || start === undefined) return undefined;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  const edits = [{ range: { start, end: start }, text: `restartPolicy: ${wanted}\n${indent}` }];
  return { title: `Use ${wanted}`, safety: 'review', edits };
}
