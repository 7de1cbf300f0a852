import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, isTrue, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isControlPlane } from './pods/is-control-plane.ts';
import { isNodeAgent } from './pods/is-node-agent.ts';
import { podSpec } from './pods/pod-spec.ts';

/** What the pod shares with its node, and what that gives away. */
const SHARED: Readonly<Record<string, string>> = {
  hostNetwork:
    'It listens on the addresses of the node, passes every network policy, and reaches what is meant for the node alone, such as the metadata service with its credentials.',
  hostPID:
    'It sees every process of the node with its arguments and environment, and as root it can stop or take over each of them.',
  hostIPC: 'It reads and writes the shared memory of every process of the node.',
};

export const hostNetwork: Rule<KubernetesDocument> = {
  id: 'host-network',
  kinds: ['kubernetes'],
  title: 'Pod shares the network or the processes of its node',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['host-network', 'host-pid', 'host-ipc'],
    polaris: ['hostNetworkSet', 'hostPIDSet', 'hostIPCSet'],
    trivy: ['KSV-0008', 'KSV-0009', 'KSV-0010', 'AVD-KSV-0008', 'AVD-KSV-0009', 'AVD-KSV-0010'],
    checkov: ['CKV_K8S_17', 'CKV_K8S_18', 'CKV_K8S_19'],
    kics: [
      '302736f4-b16c-41b8-befe-c0baffa0bd9d',
      'cd290efd-6c82-4e9d-a698-be12ae31d536',
      '6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a',
    ],
    semgrep: ['hostnetwork-pod', 'hostpid-pod', 'hostipc-pod'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const pods = view.objects.flatMap((object) => {
      const spec = podSpec(object);
      return spec && !isControlPlane(object) ? [{ object, spec }] : [];
    });
    const found = pods.flatMap(({ object, spec }) => sharedEntries(spec).map((entry) => ({ object, entry })));
    for (const { object, entry } of found) yield problem(object, entry);
    const first = pods[0]?.spec;
    if (first && found.length === 0)
      yield { proof: `0 of ${pods.length} pods share the network or processes of their node`, range: first.range };
  },
};

function sharedEntries(spec: YamlMap): readonly YamlEntry[] {
  return Object.keys(SHARED).flatMap((field) => {
    const entry = entryOf(spec, field);
    return entry && isTrue(entry.value) ? [entry] : [];
  });
}

function problem(object: KubernetesObject, entry: YamlEntry): Observation {
  const field = entry.key.text;
  const byDesign = isNodeAgent(object);
  return {
    range: entry.range,
    key: `${object.key}/${field}`,
    ...(byDesign ? { severity: 'low' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The pods of ${quote(object.key)} run with ${quote(`${field}: true`)}.`,
      why: SHARED[field] ?? '',
      remedy: byDesign
        ? 'If the node agent really needs it, say so beside the line.'
        : field === 'hostNetwork'
          ? 'Drop it, and publish the port with a Service.'
          : 'Drop it.',
    },
    // What is made for the node does not run without it.
    ...(byDesign
      ? {}
      : {
          fix: {
            title: `Switch ${field} off`,
            safety: 'review' as const,
            edits: [{ range: entry.value.range, text: 'false' }],
          },
        }),
  };
}
