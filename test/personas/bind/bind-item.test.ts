import { describe, expect, test } from '@jest/globals';
import { bindItem, THRESHOLD } from '../../../src/personas/bind/bind-item.ts';
import { CONCEPTS } from '../../../src/personas/bind/concepts.ts';
import { TOPICS } from '../../../src/personas/bind/topics.ts';
import { wordsOf } from '../../../src/personas/bind/words-of.ts';
import { expandRules } from '../../../src/personas/expand-rules.ts';
import { rules } from '../../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));
const rulesOf = (text: string, section = '') => bindItem(text, section, RULES).bindings.map(({ rule }) => rule);

describe('an item is bound by what it says', () => {
  test.each([
    ['Third-party actions reference an immutable commit hash', 'unpinned-uses'],
    ['Base images name a digest', 'base-image-untagged'],
    ['No image follows the latest tag', 'image-tag-latest'],
    ['Requirements are pinned with hashes', 'requirements-unpinned'],
    ['Terraform providers have version constraints', 'provider-version-missing'],
    ['GITHUB_TOKEN permissions are as small as they can be', 'excessive-permissions'],
    ['IAM policies follow the principle of least privilege', 'aws-iam-admin-policy'],
    ['RBAC roles avoid wildcards', 'rbac-wildcard'],
    ['Cluster access follows RBAC', 'rbac-node-proxy'],
    ['A PodDisruptionBudget covers every workload', 'pdb-missing'],
    ['Network policies limit who reaches a pod', 'networkpolicy-open-selector'],
    ['Containers do not run as root', 'user-missing'],
    ['Pods drop all capabilities', 'dangerous-capability-added'],
    ['Pods drop all capabilities', 'capabilities-not-dropped'],
    ['Pods use the RuntimeDefault seccomp profile', 'seccomp-profile-missing'],
    ['Containers have a read-only root filesystem', 'writable-root-filesystem'],
    ['Replicas are spread across nodes with anti-affinity', 'anti-affinity-missing'],
    ['allowPrivilegeEscalation is false', 'privilege-escalation-allowed'],
    ['No container mounts the Docker socket', 'docker-socket-mount'],
    ['pull_request_target never checks out the head', 'untrusted-checkout'],
    ['Untrusted input is not interpolated into run steps', 'template-injection'],
    ['No credential is hardcoded', 'secret-literal'],
    ['Secrets do not end up in image layers', 'secret-in-arg-or-env'],
    ['Cloud access uses OIDC, not long-lived keys', 'static-cloud-credentials'],
    ['Unit tests run in CI', 'scanner-or-test-removed'],
    ['Dependencies are scanned for known vulnerabilities', 'gate-non-blocking'],
    ['Quality gates cannot be bypassed', 'needs-removed'],
    ['Production deployments require a manual approval', 'approval-removed'],
    ['Every job has a time limit', 'missing-timeout'],
    ['S3 buckets are not public', 'aws-s3-public-acl'],
    ['No firewall rule is open to the internet', 'gcp-firewall-public-ingress'],
    ['Volumes are encrypted', 'aws-ebs-volume-unencrypted'],
    ['prevent_destroy stays on databases', 'prevent-destroy-removed'],
    ['Databases are backed up: automated backups are on', 'aws-rds-no-backup'],
    ['State is remote, with locking, for each Terraform root', 'remote-state-missing'],
    ['Every service has a readiness probe', 'readiness-probe-missing'],
    ['Memory limits and requests are set', 'memory-limit-missing'],
    ['Random seeds are fixed', 'split-without-seed'],
    ['No data leakage from the test set', 'fit-before-split'],
    ['A model is promoted only when its evaluation passes the threshold', 'register-without-evaluation'],
    ['Input data is validated before training', 'validation-step-removed'],
    ['Weights are not loaded from pickles', 'unsafe-deserialization'],
    ['Tasks are retried with a backoff', 'retries-removed'],
    ['Model drift is monitored', 'monitoring-removed'],
    ['Deprecated Kubernetes APIs are not used', 'deprecated-api-version'],
  ])('"%s" by %s', (text, rule) => {
    expect(rulesOf(text)).toContain(rule);
  });
});

describe('an item is bound to nothing', () => {
  test.each([
    // people and processes
    'The team can operate what is new',
    'Blameless postmortems are held after incidents',
    'Security training is completed by all staff',
    'Stakeholders are informed before a release',
    'Approval of the budget is obtained',
    // running systems
    'Uptime of 99.9 %',
    'Mean time to recovery below one hour',
    'GPU utilisation stays above 70 %',
    // aggregates
    'Security is robust',
    'Best practices are followed',
    'Monitoring is comprehensive',
    'Everything is automated',
    'Compliance is met',
    // the same words for other things
    'The root cause of each incident is recorded',
    'Corrective actions are tracked to completion',
    'The image gallery loads lazily',
    'Profile images are resized before upload',
    'Containers are centred with flexbox',
    'The host of the meeting opens the port wine',
    'Profiles of users are read-only for guests',
    'Design tokens are used for colours',
    'The context window holds at most 8000 tokens',
    'React state is managed in one store',
    'Dependency injection is used',
    'API requests time out after 30 seconds',
    'API rate limits are respected',
    'Database connection timeout is configured',
    'API versioning is backward compatible',
    'Versions follow semantic versioning',
    'Vector database backups exist',
    'HTTP client retries failed user requests',
    'Project health is reported weekly',
    'Pipeline health is watched on a dashboard',
    'A/B testing shows an improvement',
    'User testing is done before launch',
    'The test plan is approved by QA',
    'Test data is anonymised',
    'Open questions are listed',
    'Public speaking skills are trained',
    'Data models are normalised',
    'Log levels are appropriate',
    'Infrastructure drift is detected',
    'Pin the message in the channel',
    'Role-based navigation hides menu entries',
    'Measure everything: use data to validate assumptions',
    'Secrets are masked in logs',
    'Read replicas follow the primary',
    'The state file is encrypted',
    'Passwords are encrypted at rest',
    '',
    '—',
  ])('"%s"', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});

describe('general words', () => {
  test.each(['Permissions are minimal', 'Least privilege is enforced', 'SBOM generated'])(
    'bind alone: "%s"',
    (text) => {
      expect(rulesOf(text)).not.toEqual([]);
    },
  );

  test.each([
    'Permissions are minimal for users of the app',
    'Least privilege is a value we teach',
    'Every job in the company has a name',
  ])('and not beside others: "%s"', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});

test('people who may start something are no reason to leave an item to people', () => {
  expect(rulesOf('Only team members can trigger AI agents')).toContain('ai-agent-unrestricted-trigger');
  expect(rulesOf('The team discusses what AI agents trigger')).toEqual([]);
});

test('an address says nothing about traffic', () => {
  expect(rulesOf('Follow https://example.com/encryption/traffic and http://example.com')).toEqual([]);
});

describe('an item speaks only of what it names', () => {
  test('a cloud', () => {
    const bound = rulesOf('Azure databases are not public');
    expect(bound).toContain('azure-database-public');
    expect(bound.filter((rule) => /^(aws|gcp)-/.test(rule))).toEqual([]);
  });

  test('a service', () => {
    expect(rulesOf('EBS volumes are encrypted')).not.toContain('aws-rds-unencrypted');
  });

  test('a kind of file', () => {
    expect(rulesOf('The Dockerfile has a health check')).toEqual(['healthcheck-removed', 'healthcheck-missing']);
    expect(rulesOf('Pods have health checks')).not.toContain('healthcheck-removed');
  });

  test('and what Terraform describes of it', () => {
    expect(rulesOf('Pods are not privileged')).toContain('terraform-pod-privileged');
    expect(rulesOf('Kubernetes roles avoid wildcards')).toContain('terraform-role-wildcard');
    expect(rulesOf('Helm charts set no privileged containers')).not.toContain('terraform-pod-privileged');
  });

  test('and a rule that is called by the name, whatever it looks at', () => {
    const bound = rulesOf('Terraform state locking is never bypassed with force-unlock');
    expect(bound).toEqual(expect.arrayContaining(['terraform-unsafe-flags', 'remote-state-missing']));
  });

  test('unless no rule looks at that kind for it', () => {
    expect(rulesOf('Kubernetes manifests are scanned in the pipeline')).toContain('gate-non-blocking');
  });
});

describe('a heading', () => {
  test('says what a short item is about', () => {
    expect(rulesOf('Version control')).toEqual([]);
    expect(rulesOf('Version control', 'Model versioning')).toContain('mutable-model-uri');
  });

  test('does not say what a whole sentence asks for', () => {
    expect(rulesOf('Version the contracts of all public interfaces', 'Model serving')).toEqual([]);
  });

  test('says what a short item is not about', () => {
    expect(rulesOf('Backup procedures', 'Storage')).toContain('aws-rds-no-backup');
    expect(rulesOf('Backup procedures', 'State strategies')).toEqual([]);
  });

  test('never binds by itself', () => {
    expect(rulesOf('Documentation', 'Health checks and secrets management')).toEqual([]);
  });
});

describe('a binding', () => {
  test('has a score and the words that led to it', () => {
    const [first] = bindItem('Every service has a readiness probe', '', RULES).bindings;
    expect(first).toEqual({ rule: 'probe-removed', score: 1, why: 'probes: readiness' });
    for (const { score } of bindItem('Encrypt data at rest', '', RULES).bindings)
      expect(score).toBeGreaterThanOrEqual(THRESHOLD);
  });

  test('is weaker where the words come from the heading', () => {
    const scores = bindItem('Integration testing', 'CI/CD', RULES).bindings.map(({ score }) => score);
    expect(Math.max(...scores)).toBeLessThan(1);
  });

  test.each([
    'Actions are pinned to a full commit SHA',
    'Every job has a timeout',
    'Containers run as a non-root user',
  ])('covers the whole of "%s"', (text) => {
    expect(bindItem(text, '', RULES).whole).toBe(true);
  });

  test.each([
    'Actions are pinned, and somebody watches their releases',
    'Manage secrets with a vault',
    'Health checks, dashboards and alerts exist',
  ])('covers a part of "%s"', (text) => {
    const { whole, bindings } = bindItem(text, '', RULES);
    expect(bindings.length).toBeGreaterThan(0);
    expect(whole).toBe(false);
  });
});

test('people and running systems are beyond what a change shows', () => {
  expect(bindItem('The team shares its knowledge', '', RULES).beyond).toBe(true);
  expect(bindItem('Uptime of 99.9 %', '', RULES).beyond).toBe(true);
  expect(bindItem('Charts are linted', '', RULES).beyond).toBe(false);
});

test('every rule that a topic names exists', () => {
  const unknown = TOPICS.flatMap(({ name, rules: words }) =>
    expandRules(words, RULES.keys()).unknown.map((word) => `${name}: ${word}`),
  );
  expect(unknown).toEqual([]);
});

test('every concept is used, and no phrase of several words is matched by one of them', () => {
  const used = new Set(TOPICS.flatMap(({ about, unless = [] }) => [...about.flat(), ...unless]));
  const idle = Object.keys(CONCEPTS).filter((name) => !used.has(name as keyof typeof CONCEPTS));
  expect(idle).toEqual(['people', 'runningSystem'].filter((name) => !used.has(name as keyof typeof CONCEPTS)));
  const phrases = Object.values(CONCEPTS).flatMap((one) => one.split(',').map((phrase) => phrase.trim()));
  expect(phrases.filter((phrase) => phrase.includes(' ') && wordsOf(phrase).length < 2)).toEqual([]);
  const torn = phrases.filter((phrase) =>
    wordsOf(phrase)
      .slice(1)
      .some(({ begins }) => begins),
  );
  expect(torn).toEqual([]);
});

test('a hostile item is bound in no time', () => {
  const started = performance.now();
  for (const text of ['secrets '.repeat(50_000), 'a'.repeat(400_000), 'aB'.repeat(100_000), '.'.repeat(400_000)]) {
    bindItem(text, text, RULES);
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
