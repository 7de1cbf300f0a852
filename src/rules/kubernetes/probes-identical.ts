import { canonicalJson } from '../../canonical-json.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, toValue, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer } from './pods/each-container.ts';

export const probesIdentical: Rule<KubernetesDocument> = {
  id: 'probes-identical',
  kinds: ['kubernetes'],
  title: 'Container is restarted for what only should take its traffic away',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { 'kube-score': ['pod-probes-identical'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { container, object, key } of eachContainer(view.objects)) {
      const liveness = entryOf(container.node, 'livenessProbe');
      const readiness = entryOf(container.node, 'readinessProbe');
      if (!liveness || !readiness || asked(liveness) !== asked(readiness)) continue;
      yield {
        range: liveness.key.range,
        key: `${key}/livenessProbe`,
        message: {
          what: `The ${quote('livenessProbe')} of ${quote(container.name)} in ${quote(object.key)} asks the same as its ${quote('readinessProbe')}, as often and as patiently.`,
          why: 'When a database is away or the load is high, pods should only get less traffic: like this they are all restarted at the same time.',
          remedy: `Let it ask only whether the program itself still answers, or give it a higher ${quote('failureThreshold')}.`,
        },
      };
    }
  },
};

/** What a probe does, and when it acts; how long it waits at the beginning makes no difference later. */
function asked({ value }: YamlEntry): string {
  if (value.type !== 'map') return '';
  const { initialDelaySeconds: _, ...rest } = toValue(value) as Readonly<Record<string, unknown>>;
  return canonicalJson({ failureThreshold: 3, periodSeconds: 10, timeoutSeconds: 1, ...rest });
}
