import type { Container } from '../../../documents/kubernetes/container.ts';
import type { PodTemplate } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, mapAt, textAt, type YamlEntry } from '../../../documents/yaml/yaml-node.ts';
import { effectiveEntry } from '../pods/effective-entry.ts';

/** Something in a security context that keeps a container small. */
export interface Safeguard {
  /** As the state rules name it in their keys. */
  readonly key: string;
  readonly severity: 'high' | 'medium';
  readonly why: string;
  /** What gives it, where it is there. */
  readonly entry: (pod: PodTemplate, container: Container) => YamlEntry | undefined;
  /** What says the opposite. */
  readonly field: string;
}

export const SAFEGUARDS: readonly Safeguard[] = [
  {
    key: 'runAsNonRoot',
    field: 'runAsNonRoot',
    severity: 'high',
    why: 'An image that runs as root is started now, and root in the container is root on the node as soon as something lets it out.',
    entry: (pod, container) => keptFromRoot(pod, container),
  },
  {
    key: 'allowPrivilegeEscalation',
    field: 'allowPrivilegeEscalation',
    severity: 'high',
    why: 'A setuid program in the image makes root out of any user again.',
    entry: (_, container) => own(container, 'allowPrivilegeEscalation', 'false'),
  },
  {
    key: 'readOnlyRootFilesystem',
    field: 'readOnlyRootFilesystem',
    severity: 'medium',
    why: 'Who gets in can put programs into the container and change those that run.',
    entry: (_, container) => own(container, 'readOnlyRootFilesystem', 'true'),
  },
  {
    key: 'capabilities',
    field: 'capabilities',
    severity: 'medium',
    why: 'The container gets back the default capabilities, of which most programs need none.',
    entry: (_, container) => dropsAll(container),
  },
  {
    key: 'seccompProfile',
    field: 'seccompProfile',
    severity: 'medium',
    why: 'Every system call is open to it again, those included through which containers are usually left.',
    entry: (pod, container) => {
      const profile = effectiveEntry(pod, container, 'seccompProfile');
      return /^(RuntimeDefault|Localhost)$/.test(textAt(profile?.value, 'type') ?? '') ? profile : undefined;
    },
  },
];

function keptFromRoot(pod: PodTemplate, container: Container): YamlEntry | undefined {
  const nonRoot = effectiveEntry(pod, container, 'runAsNonRoot');
  const user = effectiveEntry(pod, container, 'runAsUser');
  if (textAt(user?.value) === '0') return undefined;
  if (textAt(nonRoot?.value) === 'true') return nonRoot;
  return user && /^[1-9]\d*$/.test(textAt(user.value) ?? '') ? user : undefined;
}

function own({ node }: Container, field: string, value: string): YamlEntry | undefined {
  const entry = entryOf(mapAt(node, 'securityContext'), field);
  return textAt(entry?.value) === value ? entry : undefined;
}

function dropsAll({ node }: Container): YamlEntry | undefined {
  const capabilities = entryOf(mapAt(node, 'securityContext'), 'capabilities');
  const dropped = itemsAt(capabilities?.value, 'drop').map((item) => textAt(item)?.toUpperCase());
  return dropped.includes('ALL') ? capabilities : undefined;
}
