import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, isTrue } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer, placeOf } from './pods/each-container.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';

export const rootFilesystemWritable: Rule<KubernetesDocument> = {
  id: 'root-filesystem-writable',
  kinds: ['kubernetes'],
  title: 'A container may change its own program',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['no-read-only-root-fs'],
    'kube-score': ['container-security-context-readonlyrootfilesystem'],
    polaris: ['notReadOnlyRootFilesystem'],
    trivy: ['KSV-0014', 'KSV014', 'AVD-KSV-0014'],
    checkov: ['CKV_K8S_22'],
    kics: ['a9c2f49d-0671-4fc9-9ece-f4e261e128d0'],
    semgrep: ['writable-filesystem-container'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, context) {
    for (const placed of eachContainer(view.objects)) {
      if (!placed.container.image || isReadOnly(placed) || isWindows(placed)) continue;
      const isPatched = isPatchedElsewhere(placed.object, path, context, (other) =>
        eachContainer([other]).some(isReadOnly),
      );
      if (!isPatched) yield problem(placed);
    }
  },
};

function isReadOnly({ container }: PlacedContainer): boolean {
  return isTrue(at(container.node, 'securityContext', 'readOnlyRootFilesystem'));
}

/** Windows cannot mount it read-only. */
function isWindows({ pod }: PlacedContainer): boolean {
  return at(pod.spec, 'securityContext', 'windowsOptions') !== undefined;
}

function problem({ object, container, key }: PlacedContainer): Observation {
  return {
    range: placeOf(container),
    key: `${key}/readOnlyRootFilesystem`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} can write to all of its file system.`,
      why: 'Who gets in can replace the program and leave tools behind, until the pod is made anew.',
      remedy: `Set ${quote('readOnlyRootFilesystem: true')}, and mount an ${quote('emptyDir')} where the program writes.`,
    },
  };
}
