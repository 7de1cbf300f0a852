import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Edit, Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';
import { podSpec } from './pods/pod-spec.ts';

/** What the API takes, by kind; the default is `Always`. */
const ALLOWED: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
  Deployment: ['Always'],
  StatefulSet: ['Always'],
  DaemonSet: ['Always'],
  ReplicaSet: ['Always'],
};

export const restartPolicyInvalid: Rule<KubernetesDocument> = {
  id: 'restart-policy-invalid',
  kinds: ['kubernetes'],
  title: 'Cluster refuses the restart policy of these pods',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['restart-policy'], 'kube-score': ['cronjob-restartpolicy'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, view, source }, context) {
    for (const object of view.objects) {
      const spec = podSpec(object);
      const allowed = /^(batch|apps)\//.test(object.apiVersion) ? ALLOWED[object.kind] : undefined;
      if (!spec || !allowed) continue;
      // A patch of something else may leave it out, but what it says has to be right.
      if (!has(spec) && !object.pod?.containers.some(({ image }) => image)) continue;
      const policy = textAt(spec, 'restartPolicy') ?? 'Always';
      if (allowed.includes(policy) || /[${}<>%]/.test(policy)) continue;
      const isPatched = isPatchedElsewhere(object, path, context, (other) => has(podSpec(other)));
      if (!isPatched) yield problem(object, spec, allowed, source);
    }
  },
};

function has(spec: YamlMap | undefined): boolean {
  return entryOf(spec, 'restartPolicy') !== undefined;
}

function problem(
  { key, kind }: KubernetesObject,
  spec: YamlMap,
  allowed: readonly [string, ...string[]],
  source: string,
): Problem {
  const entry = entryOf(spec, 'restartPolicy');
  const edit = entry ? { range: entry.value.range, text: allowed[0] } : insertFirst(spec, allowed[0], source);
  return {
    range: entry?.range ?? spec.entries[0]?.key.range ?? spec.range,
    key: `${key}/restartPolicy`,
    message: {
      what: entry
        ? `The pods of ${quote(key)} have ${quote(`restartPolicy: ${textAt(entry.value) ?? ''}`)}.`
        : `The pods of ${quote(key)} have no ${quote('restartPolicy')}, which means ${quote('Always')}.`,
      why: `The cluster refuses a ${kind} with it: nothing is ${kind.endsWith('Job') ? 'run' : 'rolled out'}.`,
      remedy: `Write ${allowed.map((one) => quote(`restartPolicy: ${one}`)).join(' or ')}.`,
    },
    ...(edit ? { fix: { title: `Set restartPolicy to ${allowed[0]}`, safety: 'review', edits: [edit] } } : {}),
  };
}

function insertFirst({ entries, flow }: YamlMap, policy: string, source: string): Edit | undefined {
  const start = entries.find(({ merged }) => !merged)?.range.start;
  if (flow || start === undefined) return undefined;
  const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
  return { range: { start, end: start }, text: `restartPolicy: ${policy}\n${indent}` };
}
