import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, entryOf, isTrue, itemsAt, mapAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';
import { effectiveEntry } from './pods/effective-entry.ts';

export const privilegeEscalationAllowed: Rule<KubernetesDocument> = {
  id: 'privilege-escalation-allowed',
  kinds: ['kubernetes'],
  title: 'A process may gain more rights than it was started with',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['privilege-escalation-container'],
    polaris: ['privilegeEscalationAllowed'],
    trivy: ['KSV-0001', 'KSV001', 'AVD-KSV-0001'],
    checkov: ['CKV_K8S_20'],
    kics: ['5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d'],
    semgrep: ['allow-privilege-escalation-true'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const containers = eachContainer(view.objects);
    const entries = containers.map((placed) => ({ placed, entry: ownEntry(placed) }));
    for (const { placed, entry } of entries) {
      // A privileged container has everything already, and the cluster refuses `false` for it.
      if (entry && isTrue(entry.value) && !isTrue(at(placed.container.node, 'securityContext', 'privileged')))
        yield problem(placed, entry);
    }
    const denied = entries.filter(({ entry }) => entry && !isTrue(entry.value));
    const first = denied[0]?.entry;
    if (first && denied.length === containers.length)
      yield {
        proof: `${denied.length} of ${containers.length} containers deny privilege escalation`,
        range: first.range,
      };
  },
};

function ownEntry({ container }: PlacedContainer): YamlEntry | undefined {
  return entryOf(mapAt(container.node, 'securityContext'), 'allowPrivilegeEscalation');
}

/** A user that is not root gets an added capability only through a file that has it, which is what `false` forbids. */
function needsFileCapability({ pod, container }: PlacedContainer): boolean {
  const user = textAt(effectiveEntry(pod, container, 'runAsUser')?.value);
  const isRoot =
    user === undefined ? textAt(effectiveEntry(pod, container, 'runAsNonRoot')?.value) !== 'true' : user === '0';
  return !isRoot && itemsAt(container.node, 'securityContext', 'capabilities', 'add').length > 0;
}

function problem(placed: PlacedContainer, entry: YamlEntry): Observation {
  const { object, container, key } = placed;
  const meant = needsFileCapability(placed);
  return {
    range: entry.range,
    key: `${key}/allowPrivilegeEscalation`,
    ...(meant ? { severity: 'low' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} has ${quote('allowPrivilegeEscalation: true')}.`,
      why: 'A program with the setuid bit, or a file capability, makes root out of the user the container runs as: dropping root has no effect.',
      remedy: meant
        ? `Listen on a port above 1024, so that the program needs no capability, and set it to ${quote('false')}.`
        : `Set it to ${quote('false')}; only programs such as sudo and ping need it.`,
    },
    ...(meant ? {} : { fix: denied(entry) }),
  };
}

function denied(entry: YamlEntry): Fix {
  return { title: 'Deny privilege escalation', safety: 'review', edits: [{ range: entry.value.range, text: 'false' }] };
}
