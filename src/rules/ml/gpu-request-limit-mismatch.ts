import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Edit, Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { modelServers } from './serving/model-servers.ts';

const EXTENDED =
  /^(nvidia\.com\/(gpu|mig-[\w.-]+)|amd\.com\/gpu|gpu\.intel\.com\/\w+|habana\.ai\/gaudi|google\.com\/tpu|aws\.amazon\.com\/neuron\w*)$/;

export const gpuRequestLimitMismatch: Rule<KubernetesDocument> = {
  id: 'gpu-request-limit-mismatch',
  kinds: ['kubernetes'],
  title: 'GPU request and limit differ',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    for (const object of view.objects) {
      for (const { key, node } of consumers(object)) {
        const resources = mapAt(node, 'resources');
        const requests = mapAt(resources, 'requests');
        for (const request of requests?.entries ?? []) {
          if (!EXTENDED.test(request.key.text) || request.value.type !== 'scalar' || !resources) continue;
          const limit = entryOf(mapAt(resources, 'limits'), request.key.text);
          if (limit?.value.type === 'scalar' && limit.value.text === request.value.text) continue;
          yield problem(key, request, limit, resources, source);
        }
      }
    }
  },
};

function consumers(object: KubernetesObject): readonly { readonly key: string; readonly node: YamlMap }[] {
  const containers = (object.pod?.containers ?? []).map(({ name, node }) => ({ key: `${object.key}/${name}`, node }));
  const known = new Set(containers.map(({ node }) => node));
  return [...containers, ...modelServers(object).filter(({ node }) => !known.has(node))];
}

function problem(
  key: string,
  request: YamlEntry,
  limit: YamlEntry | undefined,
  resources: YamlMap,
  source: string,
): Observation {
  const name = request.key.text;
  const [asked, given] = [request, limit].map((entry) => (entry?.value.type === 'scalar' ? entry.value.text : ''));
  const fix = limit ? undefined : addLimit(request, resources, source);
  return {
    range: request.range,
    key: `${key}/${name}`,
    message: {
      what: limit
        ? `${quote(name)} is requested ${quote(asked ?? '')} times and limited to ${quote(given ?? '')}.`
        : `${quote(name)} is requested and has no limit.`,
      why: 'Kubernetes does not share accelerators: it refuses a pod whose request and limit for one are not the same.',
      remedy: `Set ${quote(`limits.${name}`)} to the same number; the request may then be left out.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function addLimit(request: YamlEntry, resources: YamlMap, source: string): Fix | undefined {
  const entry = source.slice(request.range.start, request.range.end);
  const limits = entryOf(resources, 'limits');
  const requests = entryOf(resources, 'requests');
  if (resources.flow || !requests || requests.value.type !== 'map' || requests.value.flow) return undefined;
  const title = `Limit ${request.key.text} as requested`;
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  if (limits) {
    const [first] = limits.value.type === 'map' && !limits.value.flow ? limits.value.entries : [];
    if (!first) return undefined;
    const start = first.range.start;
    return { title, safety: 'safe', edits: [insert(start, `${entry}${newLine}${indentOf(source, start)}`)] };
  }
  const outer = indentOf(source, requests.range.start);
  const inner = indentOf(source, request.range.start);
  const text = `limits:${newLine}${inner}${entry}${newLine}${outer}`;
  return { title, safety: 'safe', edits: [insert(requests.range.start, text)] };
}

function insert(start: number, text: string): Edit {
  return { range: { start, end: start }, text };
}

function indentOf(source: string, offset: number): string {
  return ' '.repeat(offset - (source.lastIndexOf('\n', offset - 1) + 1));
}
