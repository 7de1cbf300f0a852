import type { Finding } from '../../src/types.ts';

/** An introduced, certain, high finding on a workflow, with what a test wants to be different. */
export function aFinding(different: Partial<Finding> = {}): Finding {
  return {
    rule: 'approval-removed',
    title: 'Deployment approval removed',
    kind: 'workflow',
    severity: 'high',
    confidence: 'certain',
    strictness: 'regular',
    domain: 'governance',
    location: {
      path: '.github/workflows/deploy.yml',
      side: 'base',
      startLine: 41,
      startColumn: 5,
      endLine: 41,
      endColumn: 28,
    },
    message: { what: '`environment: production` removed.', why: 'Nobody approves.', remedy: 'Restore it.' },
    key: 'jobs.deploy',
    anchor: 'environment: production',
    related: [],
    origin: 'rule',
    status: 'introduced',
    fingerprint: 'f1',
    ...different,
  };
}
