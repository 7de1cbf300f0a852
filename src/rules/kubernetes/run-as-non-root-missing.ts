import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer, placeOf } from './pods/each-container.ts';
import { effectiveEntry } from './pods/effective-entry.ts';
import { isPatchedElsewhere } from './pods/is-patched-elsewhere.ts';
import { runsHere } from './pods/runs-here.ts';

export const runAsNonRootMissing: Rule<KubernetesDocument> = {
  id: 'run-as-non-root-missing',
  kinds: ['kubernetes'],
  title: 'Nothing keeps the container from running as root',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['run-as-non-root'],
    polaris: ['runAsRootAllowed'],
    trivy: ['KSV-0012', 'KSV012', 'AVD-KSV-0012'],
    checkov: ['CKV_K8S_23'],
    kics: ['cf34805e-3872-4c08-bf92-6ff7bb0cfadb'],
    semgrep: ['run-as-non-root'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, context) {
    for (const placed of eachContainer(view.objects)) {
      if (isDecided(placed) || !runsHere(placed.object, [placed.container], path, context)) continue;
      const isPatched = isPatchedElsewhere(placed.object, path, context, (other) =>
        eachContainer([other]).some(isDecided),
      );
      if (!isPatched) yield problem(placed);
    }
  },
};

/** Explicitly root is told by `run-as-root`. */
function isDecided({ pod, container }: PlacedContainer): boolean {
  const nonRoot = textAt(effectiveEntry(pod, container, 'runAsNonRoot')?.value);
  return nonRoot !== undefined || effectiveEntry(pod, container, 'runAsUser') !== undefined;
}

function problem({ object, container, key }: PlacedContainer): Observation {
  return {
    range: placeOf(container),
    key: `${key}/runAsNonRoot`,
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} runs as whatever user its image has.`,
      why: 'A new version of the image that runs as root is started like any other, and nobody is told.',
      remedy: `Set ${quote('runAsNonRoot: true')}: the cluster then refuses an image that would run as root.`,
    },
  };
}
