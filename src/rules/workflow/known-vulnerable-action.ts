import type { Uses } from '../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type ActionVersion, actionVersion, isAtLeast, isBefore } from './actions/action-version.ts';
import { usedActions } from './actions/used-actions.ts';
import { MALICIOUS_COMMITS, VULNERABLE_ACTIONS, type VulnerableAction } from './actions/vulnerable-actions.ts';

type Subject = WorkflowDocument | ActionDocument;

export const knownVulnerableAction: Rule<Subject> = {
  id: 'known-vulnerable-action',
  kinds: ['workflow', 'action'],
  title: 'Version of an action has a published vulnerability',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {
    zizmor: ['known-vulnerable-actions'],
    codeql: ['actions/vulnerable-action', 'actions/artifact-poisoning/path-traversal'],
    octoscan: ['known-vulnerability'],
    poutine: ['known_vulnerability_in_build_component'],
    sisakulint: ['known-vulnerable-actions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { uses, key } of usedActions(document)) {
      const commit = MALICIOUS_COMMITS.get(uses.ref.toLowerCase());
      const version = actionVersion(document.source, uses);
      const row = version && VULNERABLE_ACTIONS.find((one) => isAffected(one, uses, version));
      if (commit) yield malicious(uses, key, commit);
      else if (row) yield problem(uses, key, row, version);
    }
  },
};

function isAffected(row: VulnerableAction, uses: Uses, version: ActionVersion): boolean {
  if (row.action !== uses.repository.toLowerCase() || (row.tagsOnly && version.claimed)) return false;
  if (row.except?.includes(uses.path)) return false;
  if (row.from && !isAtLeast(version, row.from)) return false;
  return row.fixed === undefined || isBefore(version, row.fixed);
}

function malicious(uses: Uses, key: string, advisory: string): Observation {
  return {
    range: uses.node.range,
    key,
    severity: 'critical',
    message: {
      what: `${quote(uses.ref)} is the commit with the malicious code of ${advisory}.`,
      why: 'It reads the secrets of the runner and gives them away.',
      remedy: 'Move to a later release, and replace every secret that ran beside it.',
    },
  };
}

function problem(uses: Uses, key: string, row: VulnerableAction, version: ActionVersion): Observation {
  const fix = upgrade(uses, row, version);
  return {
    range: uses.node.range,
    key,
    severity: row.severity,
    ...(version.claimed ? { confidence: 'likely' } : {}),
    message: {
      what: `${quote(uses.repository)} ${version.text} has a published vulnerability, ${row.advisory}: it ${row.effect}.`,
      why: 'How to use it is public, and the job runs it with its token and secrets.',
      remedy: row.fixed ? `Move to ${quote(row.fixed)} or later.` : 'Replace the action: no release is free of it.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** Only from a full tag, and only to a release of the same major line: a new one may behave differently. */
function upgrade(uses: Uses, { fixed }: VulnerableAction, { parts, claimed }: ActionVersion): Fix | undefined {
  if (!fixed || claimed || parts.length < 3 || fixed.split('.').length < 3 || Number(fixed.split('.')[0]) !== parts[0])
    return undefined;
  const text = uses.ref.startsWith('v') ? `v${fixed}` : fixed;
  return { title: `Move to ${text}`, safety: 'review', edits: [{ range: uses.refRange, text }] };
}
