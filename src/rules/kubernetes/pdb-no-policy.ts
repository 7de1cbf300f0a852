import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { mayBePatch } from './objects/may-be-patch.ts';

export const pdbNoPolicy: Rule<KubernetesDocument> = {
  id: 'pdb-no-policy',
  kinds: ['kubernetes'],
  title: 'Disruption budget without a number',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-score': ['poddisruptionbudget-has-policy'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, path, source }, context) {
    for (const { kind, key, node } of view.objects) {
      const spec = mapAt(node, 'spec');
      if (kind !== 'PodDisruptionBudget' || !spec || mayBePatch(path, context)) continue;
      if (entryOf(spec, 'minAvailable') || entryOf(spec, 'maxUnavailable')) continue;
      const first = spec.entries[0];
      if (!first) continue;
      const { start } = first.range;
      const indent = ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
      yield {
        range: first.key.range,
        key: `${key}/policy`,
        message: {
          what: `${quote(key)} says neither ${quote('minAvailable')} nor ${quote('maxUnavailable')}.`,
          why: 'A budget without a number protects nothing that anybody has decided on, and may hold up the drain of a node.',
          remedy: `Add ${quote('maxUnavailable: 1')}.`,
        },
        ...(spec.flow
          ? {}
          : {
              fix: {
                title: 'Allow one pod to be missing',
                safety: 'review' as const,
                edits: [{ range: { start, end: start }, text: `maxUnavailable: 1\n${indent}` }],
              },
            }),
      };
    }
  },
};
