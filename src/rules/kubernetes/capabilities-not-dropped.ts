import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, isTrue, itemsAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer, placeOf } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';

export const capabilitiesNotDropped: Rule<KubernetesDocument> = {
  id: 'capabilities-not-dropped',
  kinds: ['kubernetes'],
  title: 'A container keeps capabilities that it does not use',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    polaris: ['insecureCapabilities'],
    trivy: ['KSV-0003', 'KSV-0106', 'KSV003', 'KSV106', 'AVD-KSV-0003', 'AVD-KSV-0106'],
    checkov: ['CKV_K8S_37'],
    kics: ['268ca686-7fb7-4ae9-b129-955a2a89064e'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, context) {
    for (const placed of eachContainer(view.objects)) {
      if (!placed.container.image || isDecided(placed)) continue;
      const isPatched = isPatchedElsewhere(placed.object, path, context, (other) =>
        eachContainer([other]).some(isDecided),
      );
      if (!isPatched) yield problem(placed);
    }
  },
};

/** What containerd and CRI-O give a container that asks for nothing, without the one for ports below 1024. */
const GIVEN =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' ');

/** All are dropped; a privileged container is told by the rule for that, and Windows has no capabilities. */
function isDecided({ pod, container }: PlacedContainer): boolean {
  const context = at(container.node, 'securityContext');
  const dropped = itemsAt(context, 'capabilities', 'drop').flatMap((one) =>
    one.type === 'scalar' ? [one.text.toUpperCase().replace(/^CAP_/, '')] : [],
  );
  return (
    dropped.includes('ALL') ||
    GIVEN.every((name) => dropped.includes(name)) ||
    isTrue(at(context, 'privileged')) ||
    at(pod.spec, 'securityContext', 'windowsOptions') !== undefined
  );
}

function problem({ object, container, key }: PlacedContainer): Observation {
  return {
    range: placeOf(container),
    key: `${key}/capabilities/drop`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} does not drop all capabilities.`,
      why: 'As root it may change owners, send raw packets and more, whether it needs that or not: each one is a step on the way out.',
      remedy: `Set ${quote('capabilities.drop: [ALL]')}, and add back the single ones that the program uses.`,
    },
  };
}
