import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, isTrue } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const sccPrivileged: Rule<KubernetesDocument> = {
  id: 'scc-privileged',
  kinds: ['kubernetes'],
  title: 'OpenShift lets these pods be privileged',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { 'kube-linter': ['scc-deny-privileged-container'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const { kind, key, node } of view.objects) {
      const entry = entryOf(node, 'allowPrivilegedContainer');
      if (kind !== 'SecurityContextConstraints' || !entry || !isTrue(entry.value)) continue;
      yield {
        range: entry.range,
        key: `${key}/allowPrivilegedContainer`,
        message: {
          what: `${quote(key)} allows privileged containers.`,
          why: 'Every account that may use it can start a container that is root on its node, and has the secrets of all pods there.',
          remedy: `Set ${quote('allowPrivilegedContainer: false')}, and allow the single capabilities and volumes that are needed.`,
        },
        fix: {
          title: 'Deny privileged containers',
          safety: 'review',
          edits: [{ range: entry.value.range, text: 'false' }],
        },
      };
    }
  },
};
