import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, textAt, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isAuditPolicy, policyRules, recordingRule, type Subject, takes } from './audit/recording-rule.ts';

export const auditPolicyRecordsSecrets: Rule<KubernetesDocument> = {
  id: 'audit-policy-records-secrets',
  kinds: ['kubernetes'],
  title: 'Audit log holds secrets',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { kics: ['1828a670-5957-4bc5-9974-47da228f75e2'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const policy of view.objects.filter(isAuditPolicy)) {
      for (const subject of SECRET) {
        const rule = bodyRule(policy.node, subject);
        if (rule) yield problem(policy.key, rule, subject);
      }
    }
  },
};

const SECRET: readonly Subject[] = [
  { group: '', resource: 'secrets' },
  { group: 'authentication.k8s.io', resource: 'tokenreviews' },
];

/** The rule that records more of requests about something than who made them. */
function bodyRule(policy: YamlMap, subject: Subject): YamlMap | undefined {
  const last = recordingRule(policy, subject);
  // Rules for some users or verbs only count as far as they are asked before the one that takes all.
  for (const rule of policyRules(policy)) {
    const names = entryOf(rule, 'resources') !== undefined && takes(rule, subject);
    if ((names || rule === last) && recordsBody(rule)) return rule;
    if (rule === last) return undefined;
  }
  return undefined;
}

function recordsBody(rule: YamlMap): boolean {
  return /^Request(Response)?$/.test(textAt(rule, 'level') ?? '');
}

function problem(key: string, rule: YamlMap, { resource }: Subject): Problem {
  const level = entryOf(rule, 'level');
  return {
    range: level?.range ?? rule.range,
    key: `${key}/${resource}`,
    message: {
      what: `${quote(key)} records what is in ${quote(resource)}, with ${quote(`level: ${textAt(rule, 'level') ?? ''}`)}.`,
      why: 'Their values stand in the audit log in plain text, for everybody who may read logs.',
      remedy: `Put a rule with ${quote('level: Metadata')} for ${quote(resource)} in front of it.`,
    },
  };
}
