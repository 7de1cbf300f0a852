import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isAuditPolicy, recordingRule, type Subject } from './audit/recording-rule.ts';

export const auditPolicyIncomplete: Rule<KubernetesDocument> = {
  id: 'audit-policy-incomplete',
  kinds: ['kubernetes'],
  title: 'Audit policy leaves out what a break-in would use',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { kics: ['1828a670-5957-4bc5-9974-47da228f75e2'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const policy of view.objects.filter(isAuditPolicy)) {
      const silent = TELLING.filter((subject) => !isRecorded(policy, subject));
      if (silent.length === 0) yield { proof: `${quote(policy.key)} records all of them`, range: policy.range };
      else
        yield {
          range: (entryOf(policy.node, 'rules') ?? entryOf(policy.node, 'kind'))?.key.range ?? policy.range,
          key: policy.key,
          message: {
            what: `${quote(policy.key)} records no requests about ${quoteAll(silent.map(({ resource }) => resource))}.`,
            why: 'Who takes over an account reads secrets, and runs commands in pods: without a record nobody can tell what they got.',
            remedy: `Add a rule with ${quote('level: Metadata')} that takes them, in front of rules that record nothing.`,
          },
        };
    }
  },
};

/** What the CIS benchmark for Kubernetes asks an audit policy for. */
const TELLING: readonly Subject[] = [
  { group: '', resource: 'secrets' },
  { group: '', resource: 'configmaps' },
  { group: 'authentication.k8s.io', resource: 'tokenreviews' },
  { group: '', resource: 'pods' },
  { group: 'apps', resource: 'deployments' },
  { group: '', resource: 'pods/exec' },
  { group: '', resource: 'pods/portforward' },
  { group: '', resource: 'pods/proxy' },
  { group: '', resource: 'services/proxy' },
];

function isRecorded(policy: KubernetesObject, subject: Subject): boolean {
  const rule = recordingRule(policy.node, subject);
  return rule !== undefined && textAt(rule, 'level') !== 'None';
}
