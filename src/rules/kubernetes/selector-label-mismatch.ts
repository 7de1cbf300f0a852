import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, entryOf, mapAt, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Edit, Fix, Problem, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { unmetExpressions } from './pods/unmet-expressions.ts';

/** Kinds that must select their own pods; a Job's selector is made by the cluster. */
const KINDS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Rollout',
  'ReplicationController',
  'DeploymentConfig',
]);
/** Their selector is a plain mapping of labels. */
const PLAIN = new Set(['ReplicationController', 'DeploymentConfig']);

export const selectorLabelMismatch: Rule<KubernetesSet> = {
  id: 'selector-label-mismatch',
  kinds: ['kubernetes'],
  title: 'Selector does not match the labels of its pods',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-linter': ['mismatching-selector'],
    'kube-score': [
      'deployment-pod-selector-labels-match-template-metadata-labels',
      'statefulset-pod-selector-labels-match-template-metadata-labels',
    ],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: true,

  *check(set) {
    for (const { object, document } of set.objects) {
      const selector = mapAt(object.node, 'spec', 'selector');
      if (!KINDS.has(object.kind) || !object.pod || !selector) continue;
      const found = mismatch(object, selector, document);
      if (found) yield { ...found, path: document.path };
      else
        yield { proof: `${object.key} selects the labels of its own pods`, path: document.path, range: selector.range };
    }
  },
};

function mismatch(object: KubernetesObject, selector: YamlMap, document: KubernetesDocument): Problem | undefined {
  const labels = object.pod?.labels ?? new Map<string, string>();
  const wanted = (PLAIN.has(object.kind) ? selector : mapAt(selector, 'matchLabels'))?.entries ?? [];
  const missing = wanted.filter(({ key, value }) => value.type === 'scalar' && labels.get(key.text) !== value.text);
  const unmet = unmetExpressions(at(selector, 'matchExpressions'), labels);
  const [first] = missing;
  if (!first && unmet.length === 0) return undefined;
  const said = [...missing.map((entry) => `${entry.key.text}: ${textOf(entry)}`), ...unmet.map(({ text }) => text)];
  const fix = unmet.length === 0 ? addLabels(object, missing, document.source) : undefined;
  return {
    range: first?.range ?? unmet[0]?.range ?? selector.range,
    key: object.key,
    message: {
      what: `${quote(object.key)} selects ${quoteAll(said)}, but its pods ${labels.size === 0 ? 'have no labels' : `have ${quoteAll([...labels].map(([key, value]) => `${key}: ${value}`))}`}.`,
      why: 'The cluster refuses a workload that does not select its own pods: nothing is rolled out.',
      remedy:
        'Give the pod template the labels of the selector; the selector itself cannot be changed once the workload exists.',
    },
    ...(fix ? { fix } : {}),
  };
}

function textOf({ value }: YamlEntry): string {
  return value.type === 'scalar' ? value.text : '';
}

function addLabels(object: KubernetesObject, missing: readonly YamlEntry[], source: string): Fix | undefined {
  const template = mapAt(object.node, 'spec', 'template');
  const labels = mapAt(template, 'metadata', 'labels');
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const entry of missing) {
    const line = source.slice(entry.range.start, entry.range.end).trim();
    const existing = entryOf(labels, entry.key.text);
    if (existing)
      edits.push({ range: existing.value.range, text: source.slice(entry.value.range.start, entry.value.range.end) });
    else added.push(line);
  }
  if (added.length > 0) {
    const edit = insertLabels(template, labels, added, source);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return { title: 'Give the pods the labels of the selector', safety: 'review', edits };
}

function insertLabels(
  template: YamlMap | undefined,
  labels: YamlMap | undefined,
  added: readonly string[],
  source: string,
): Edit | undefined {
  const metadata = mapAt(template, 'metadata');
  const before = (map: YamlMap | undefined, wrap: readonly string[]): Edit | undefined => {
    const start = map?.entries[0]?.range.start;
    if (!map || map.flow || start === undefined) return undefined;
    const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
    const lines = [
      ...wrap.map((key, depth) => `${'  '.repeat(depth)}${key}:`),
      ...added.map((line) => `${'  '.repeat(wrap.length)}${line}`),
    ];
    return { range: { start, end: start }, text: lines.map((line) => `${line}\n${indent}`).join('') };
  };
  if (labels) return before(labels, []);
  if (metadata) return entryOf(metadata, 'labels') ? undefined : before(metadata, ['labels']);
  return entryOf(template, 'metadata') ? undefined : before(template, ['metadata', 'labels']);
}
