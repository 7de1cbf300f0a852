import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, isTrue } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer, placeOf } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';

export const privilegeEscalationNotDenied: Rule<KubernetesDocument> = {
  id: 'privilege-escalation-not-denied',
  kinds: ['kubernetes'],
  title: 'Privilege escalation is not denied',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    polaris: ['privilegeEscalationAllowed'],
    trivy: ['KSV-0001', 'KSV001', 'AVD-KSV-0001'],
    checkov: ['CKV_K8S_20'],
    kics: ['5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d'],
    semgrep: ['allow-privilege-escalation', 'allow-privilege-escalation-no-securitycontext'],
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

/** An explicit `true` is told by `privilege-escalation-allowed`, a privileged container by the rule for that; Windows has no such thing. */
function isDecided({ pod, container }: PlacedContainer): boolean {
  const context = at(container.node, 'securityContext');
  return (
    at(context, 'allowPrivilegeEscalation') !== undefined ||
    isTrue(at(context, 'privileged')) ||
    at(pod.spec, 'securityContext', 'windowsOptions') !== undefined
  );
}

function problem({ object, container, key }: PlacedContainer): Observation {
  return {
    range: placeOf(container),
    key: `${key}/allowPrivilegeEscalation`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} does not say ${quote('allowPrivilegeEscalation: false')}.`,
      why: 'The default allows it: a setuid program in the image makes root out of any user.',
      remedy: `Add ${quote('allowPrivilegeEscalation: false')} to its ${quote('securityContext')}.`,
    },
  };
}
