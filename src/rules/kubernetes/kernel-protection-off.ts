import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';
import { effectiveEntry } from './pods/effective-entry.ts';
import { isNodeAgent } from './pods/is-node-agent.ts';

export const kernelProtectionOff: Rule<KubernetesDocument> = {
  id: 'kernel-protection-off',
  kinds: ['kubernetes'],
  title: 'A protection of the kernel is switched off',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['unsafe-proc-mount'],
    polaris: ['procMount'],
    trivy: ['KSV-0104', 'KSV-0027', 'AVD-KSV-0104', 'AVD-KSV-0027'],
    kics: ['f922827f-aab6-447c-832a-e1ff63312bd3'],
    semgrep: ['seccomp-confinement-disabled'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const told = new Set<YamlEntry>();
    for (const placed of eachContainer(view.objects)) {
      for (const off of switchedOff(placed)) {
        if (told.has(off.entry)) continue;
        told.add(off.entry);
        yield problem(placed, off);
      }
    }
  },
};

const BY_DESIGN = { severity: 'low', confidence: 'likely' } as const;

interface Off {
  /** As people write it. */
  readonly field: string;
  readonly entry: YamlEntry;
  readonly why: string;
}

/** A profile of the container stands above that of its pod. */
function switchedOff({ pod, container }: PlacedContainer): readonly Off[] {
  const typeOf = (field: string) => {
    const profile = effectiveEntry(pod, container, field)?.value;
    return profile?.type === 'map' ? entryOf(profile, 'type') : undefined;
  };
  const seccomp = typeOf('seccompProfile');
  const appArmor = typeOf('appArmorProfile');
  const proc = entryOf(mapAt(container.node, 'securityContext'), 'procMount');
  return [
    {
      field: 'seccompProfile.type',
      entry: seccomp,
      value: 'Unconfined',
      why: 'Without seccomp the container may call everything the kernel has: most ways out of a container go through calls that the default profile forbids.',
    },
    {
      field: 'appArmorProfile.type',
      entry: appArmor,
      value: 'Unconfined',
      why: 'Without AppArmor nothing but file permissions keeps the container from mounting and from writing to the settings of the kernel.',
    },
    {
      field: 'procMount',
      entry: proc,
      value: 'Unmasked',
      why: 'The container sees and may write the parts of `/proc` that belong to the node.',
    },
  ].flatMap(({ field, entry, value, why }) =>
    entry?.value.type === 'scalar' && entry.value.text === value ? [{ field, entry, why }] : [],
  );
}

function problem({ object, key }: PlacedContainer, { field, entry, why }: Off): Observation {
  const value = entry.value.type === 'scalar' ? entry.value.text : '';
  return {
    range: entry.range,
    key: `${key}/${field}`,
    ...(isNodeAgent(object) ? BY_DESIGN : {}),
    message: {
      what: `${quote(object.key)} has ${quote(`${field}: ${value}`)}.`,
      why,
      remedy:
        value === 'Unmasked'
          ? 'Remove the line.'
          : `Set ${quote('RuntimeDefault')}, or a profile of your own that allows what the program needs as well.`,
    },
  };
}
