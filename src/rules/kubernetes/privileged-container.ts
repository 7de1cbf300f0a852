import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, isTrue, mapAt, scalarsBelow, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Drivers and agents that set up the node itself: privileged by design, by the names their projects use. */
const NODE_AGENT =
  /(^|[^a-z])(csi|cni|calico|cilium|flannel|weave|multus|kube-proxy|device-plugin|gpu-operator|nvidia|falco|tetragon|node-(driver|agent|problem-detector)|ceph|longhorn|openebs)([^a-z]|$)/i;

export const privilegedContainer: Rule<KubernetesDocument> = {
  id: 'privileged-container',
  kinds: ['kubernetes'],
  title: 'Container runs privileged',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['privileged-container'],
    'kube-score': ['container-security-context-privileged'],
    polaris: ['runAsPrivileged'],
    trivy: ['KSV-0017', 'KSV017', 'AVD-KSV-0017'],
    checkov: ['CKV_K8S_16'],
    kics: ['dd29336b-fe57-445b-a26e-e6aa867ae609'],
    semgrep: ['privileged-container'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    let containers = 0;
    let found = 0;
    for (const object of document.view.objects) {
      for (const container of object.pod?.containers ?? []) {
        containers += 1;
        const entry = privileged(container);
        if (!entry) continue;
        found += 1;
        yield problem(object, container, entry);
      }
    }
    const first = document.view.objects.find(({ pod }) => pod)?.pod?.containers[0];
    if (first && found === 0)
      yield { proof: `0 of ${containers} containers run privileged`, range: (first.image ?? first.node).range };
  },
};

function privileged({ node }: Container): YamlEntry | undefined {
  const entry = entryOf(mapAt(node, 'securityContext'), 'privileged');
  return entry && isTrue(entry.value) ? entry : undefined;
}

function problem(object: KubernetesObject, container: Container, entry: YamlEntry): Observation {
  const byDesign = isNodeAgent(object, container);
  return {
    range: entry.range,
    key: `${object.key}/${container.name}`,
    ...(byDesign ? { severity: 'medium' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} runs with ${quote('privileged: true')}.`,
      why: 'It has all capabilities and all devices of the node: who gets into it has the node, and everything that runs there.',
      remedy: byDesign
        ? 'If the node agent really needs it, say so beside the line; else add the single capabilities it uses.'
        : 'Drop it, and add the single capabilities or devices that the program uses.',
    },
    fix: { title: 'Run without privileges', safety: 'review', edits: [{ range: entry.value.range, text: 'false' }] },
  };
}

/** Also an init container that only sets a kernel parameter, as search engines ask for. */
function isNodeAgent(object: KubernetesObject, container: Container): boolean {
  const names = [object.name, container.name, container.image?.text ?? ''];
  if (object.kind === 'DaemonSet' && names.some((name) => NODE_AGENT.test(name))) return true;
  return (
    container.role === 'init' && [...scalarsBelow(container.node)].some(({ scalar }) => /\bsysctl\b/.test(scalar.text))
  );
}
