import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { scalarsBelow, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';
import { effectiveEntry } from './pods/effective-entry.ts';
import { isNodeAgent } from './pods/is-node-agent.ts';

export const runAsRoot: Rule<KubernetesDocument> = {
  id: 'run-as-root',
  kinds: ['kubernetes'],
  title: 'Container is told to run as root',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['run-as-non-root'],
    polaris: ['runAsRootAllowed'],
    trivy: ['KSV-0105', 'KSV105', 'AVD-KSV-0105', 'KSV-0020', 'KSV020', 'AVD-KSV-0020'],
    checkov: ['CKV_K8S_23', 'CKV_K8S_6'],
    kics: ['cf34805e-3872-4c08-bf92-6ff7bb0cfadb'],
    semgrep: ['run-as-non-root-unsafe-value'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const told = new Set<YamlEntry>();
    const containers = eachContainer(view.objects);
    for (const placed of containers) {
      const entry = rootEntry(placed);
      if (!entry || told.has(entry) || preparesFiles(placed.container)) continue;
      told.add(entry);
      yield problem(placed, entry);
    }
    const safe = containers.filter(
      ({ pod, container }) => textAt(effectiveEntry(pod, container, 'runAsNonRoot')?.value) === 'true',
    );
    const [first] = safe;
    if (first && told.size === 0 && safe.length === containers.length) {
      const range = effectiveEntry(first.pod, first.container, 'runAsNonRoot')?.range ?? first.container.node.range;
      yield { proof: `${safe.length} of ${containers.length} containers must not run as root`, range };
    }
  },
};

/** `runAsUser: 0`, or root allowed in so many words where no user is named. */
function rootEntry({ pod, container }: PlacedContainer): YamlEntry | undefined {
  const user = effectiveEntry(pod, container, 'runAsUser');
  if (user) return textAt(user.value) === '0' ? user : undefined;
  const nonRoot = effectiveEntry(pod, container, 'runAsNonRoot');
  return nonRoot && textAt(nonRoot.value) === 'false' ? nonRoot : undefined;
}

/** An init container that hands a volume to the user of the others, or sets a kernel parameter. */
function preparesFiles({ role, sidecar, node }: Container): boolean {
  return (
    role === 'init' &&
    !sidecar &&
    [...scalarsBelow(node)].some(({ scalar }) => /\b(chown|chmod|chgrp|setfacl|sysctl)\b/.test(scalar.text))
  );
}

function problem({ object, container, key }: PlacedContainer, entry: YamlEntry): Observation {
  const byUser = entry.key.text === 'runAsUser';
  const expected = !byUser || isNodeAgent(object);
  return {
    range: entry.range,
    key: `${key}/runAsNonRoot`,
    ...(expected ? { severity: 'medium' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} ${byUser ? `runs with ${quote('runAsUser: 0')}` : `may run as root by ${quote('runAsNonRoot: false')}`}.`,
      why: 'Root in the container is root on the node as soon as something lets it out: a mounted path, a capability, a hole in the kernel.',
      remedy: byUser
        ? `Name a user that is not 0, add ${quote('runAsNonRoot: true')}, and give the volumes an ${quote('fsGroup')}.`
        : `Set ${quote('runAsNonRoot: true')} and a user that is not 0.`,
    },
  };
}
