import type { Topic } from './topic.ts';

const DEPENDABOT_COVERS = ['dependabot-missing-github-actions', 'dependabot-missing-ecosystem'] as const;
const AGENT_STARTS = ['ai-agent-unrestricted-trigger', 'prompt-injection'] as const;
const VALID = [
  'workflow-syntax',
  'event-config',
  'expression-syntax',
  'permission-scope',
  'undefined-step-output',
  'undefined-needs-output',
  'workflow-call-mismatch',
  'action-inputs',
  'job-needs',
  'matrix-values',
  'runner-label',
  'shell-name',
  'uses-format',
  'env-var-name',
  'size-limits',
  'local-action-missing',
  'local-action-broken',
  'composite-run-shell-missing',
  'reusable-workflow-depth',
  'concurrency-deadlock',
  'concurrency-queue-conflict',
  'caller-permissions-insufficient',
  'expression-without-braces',
  'unknown-event-property',
] as const;

/** What is asked of workflows, their scripts and what they release. */
export const WORKFLOW_TOPICS: readonly Topic[] = [
  // Which actions, and what stands behind their refs
  {
    name: 'allowed actions',
    about: [['action'], ['allowList']],
    unless: ['networkList'],
    rules: ['forbidden-action'],
  },
  { name: 'allowed actions', about: [['allowedAction'], ['ciWord', 'ciAction']], rules: ['forbidden-action'] },
  { name: 'needless actions', about: [['ciAction'], ['superfluous', 'runnerCommand']], rules: ['superfluous-action'] },
  {
    name: 'commits of actions',
    about: [['impostorCommit'], ['action', 'pin']],
    rules: ['impostor-commit'],
  },
  { name: 'ambiguous refs', about: [['refConfusion']], rules: ['ref-confusion'] },
  { name: 'owners of actions', about: [['repoJacking']], rules: ['repo-jacking'] },
  { name: 'comments of pins', about: [['versionComment'], ['pin', 'action']], rules: ['ref-version-mismatch'] },
  {
    name: 'releases of actions',
    about: [['ofRelease'], ['pin', 'action']],
    unless: ['image'],
    rules: ['stale-action-ref'],
  },
  { name: 'names of actions', about: [['action'], ['typosquat']], rules: ['typosquatted-action'] },
  {
    name: 'pinned tools',
    about: [['toolVersion'], ['pin', 'floating'], ['ciWord', 'ciAction']],
    rules: ['unpinned-tool-version'],
  },
  {
    name: 'installed packages',
    about: [['adhocInstall'], ['pin', 'floating', 'ciPlace']],
    unless: ['dockerfile', 'virtualenv', 'kubeflow'],
    rules: ['adhoc-package-install'],
  },
  {
    name: 'virtual environments',
    about: [['adhocInstall'], ['virtualenv'], ['ciWord']],
    rules: ['setup-python-pip-install'],
  },
  {
    name: 'safe connections',
    about: [['fetched'], ['plainHttp']],
    unless: ['model', 'dataThing', 'database'],
    rules: ['insecure-url-scheme'],
  },
  { name: 'dependency review', about: [['dependencyReview'], ['stops']], rules: ['dependency-review-weak'] },

  // Updates
  {
    name: 'cooldown',
    about: [['updates', 'dependency'], ['cooldown']],
    unless: ['renovate'],
    rules: ['dependabot-cooldown'],
  },
  {
    name: 'ecosystems of Dependabot',
    about: [['dependabot'], ['covers']],
    unless: ['ofAlerts', 'cooldown', 'externalCode', 'renovate'],
    rules: [...DEPENDABOT_COVERS],
  },
  {
    name: 'updates of actions',
    about: [['action'], ['autoUpdated']],
    unless: ['renovate', 'ofAlerts'],
    rules: ['dependabot-missing-github-actions'],
  },
  { name: 'code in updates', about: [['dependabot'], ['externalCode']], rules: ['dependabot-insecure-execution'] },
  { name: 'valid settings of Dependabot', about: [['dependabot'], ['valid']], rules: ['dependabot-syntax'] },

  // Publishing
  { name: 'trusted publishing', about: [['trustedPublishing']], rules: ['trusted-publishing'] },
  { name: 'trusted publishing', about: [['packageRegistry'], ['lastingKey']], rules: ['trusted-publishing'] },
  {
    name: 'provenance',
    about: [['provenance'], ['released', 'packageRegistry']],
    unless: ['model', 'dataThing'],
    rules: ['missing-provenance', 'missing-artifact-signing'],
  },
  {
    name: 'signatures',
    about: [['signing'], ['released']],
    unless: ['otherSigned'],
    rules: ['missing-artifact-signing'],
  },
  { name: 'bills of materials', about: [['sbom'], ['released', 'ciWord']], rules: ['missing-sbom-attestation'] },
  { name: 'bills of materials', about: [['sbom'], ['sbom', 'made']], alone: true, rules: ['missing-sbom-attestation'] },

  // Permissions
  {
    name: 'reasons of permissions',
    about: [['permission'], ['documented'], ['workflow', 'token', 'job']],
    rules: ['undocumented-permission'],
  },
  {
    name: 'unused permissions',
    about: [['workflow', 'job', 'token'], ['permission'], ['superfluous', 'unusedWord']],
    unless: ['serviceAccountToken', 'iam', 'cloud'],
    rules: ['unneeded-permission', 'excessive-permissions'],
  },
  { name: 'tokens of apps', about: [['githubApp'], ['narrowed']], rules: ['github-app-token-scope'] },
  {
    name: 'least privilege',
    about: [['permissionsMinimal'], ['permissionsMinimal', 'enforced']],
    alone: true,
    rules: [
      'excessive-permissions',
      'permissions-missing',
      'permissions-widened',
      'workflow-level-write',
      'aws-iam-admin-policy',
      'aws-iam-privilege-escalation',
      '*-administrator-access*',
      'azure-role-any-action',
      'gcp-basic-role',
      'rbac-wildcard',
    ],
  },

  // Agents
  {
    name: 'who starts agents',
    about: [['agentAtWork'], ['startedBy'], ['stranger', 'insider']],
    namesPeople: true,
    rules: [...AGENT_STARTS],
  },
  {
    name: 'agents and strangers',
    about: [['agentAtWork'], ['untrusted', 'stranger'], ['ciWord', 'startedBy', 'expression']],
    rules: [...AGENT_STARTS],
  },
  { name: 'after agents', about: [['agentAtWork'], ['lastStep']], rules: ['ai-agent-not-last-step'] },
  { name: 'after agents', about: [['agentAtWork'], ['follows'], ['secret']], rules: ['ai-agent-not-last-step'] },
  { name: 'output of agents', about: [['agentOutput'], ['executed']], rules: ['ai-output-as-code'] },

  // Strangers
  { name: 'artifacts of strangers', about: [['artifactPoisoning']], rules: ['artifact-poisoning'] },
  {
    name: 'artifacts of strangers',
    about: [['artifact'], ['untrustedRun']],
    unless: ['secret', 'model'],
    rules: ['artifact-poisoning'],
  },
  {
    name: 'environment files',
    about: [['environmentFile'], ['written']],
    unless: ['secret'],
    rules: ['env-file-injection', 'path-file-injection', 'output-clobbering'],
  },
  {
    name: 'options of strangers',
    about: [['argumentInjection'], ['ciWord', 'expression']],
    rules: ['argument-injection'],
  },
  { name: 'requests of strangers', about: [['requestForgery'], ['ciWord']], rules: ['request-forgery'] },
  {
    name: 'who is a bot',
    about: [['botCheck'], ['ciWord', 'dependabot', 'condition']],
    rules: ['spoofable-bot-condition'],
  },
  {
    name: 'the commit that was read',
    about: [['checkoutRace'], ['checkedOut'], ['ciWord']],
    rules: ['untrusted-checkout-race', 'dispatch-checkout-race'],
  },
  {
    name: 'plans with secrets',
    about: [['tfPlan'], ['leaks']],
    unless: ['kept'],
    rules: ['terraform-plan-secret-leak'],
  },
  {
    name: 'rights of plans',
    about: [['planned'], ['readOnly'], ['terraform', 'tfPlan', 'plan']],
    unless: ['people'],
    rules: ['plan-runs-pr-code-with-write-role'],
  },
  {
    name: 'Terraform past its safety',
    about: [['terraform', 'apply', 'tfState'], ['unsafeTerraformFlag']],
    rules: ['terraform-unsafe-flags'],
  },

  // Secrets at work
  {
    name: 'secrets in artifacts',
    about: [['secret'], ['artifact']],
    unless: ['artifactStore', 'otherThanSecretStorage', 'model'],
    rules: ['secrets-in-artifact', 'credentials-in-artifact'],
  },
  {
    name: 'secrets in logs',
    about: [['secret'], ['printed']],
    unless: ['otherThanSecretStorage'],
    rules: ['secret-in-log', 'unredacted-secret'],
  },
  {
    name: 'secrets in logs',
    about: [['secret'], ['inLogs'], ['negated']],
    unless: ['secretUse', 'otherThanSecretStorage'],
    rules: ['secret-in-log', 'unredacted-secret'],
  },
  {
    name: 'masked secrets',
    about: [['secret'], ['masked'], ['ciLog', 'ciWord']],
    unless: ['database'],
    rules: ['secret-in-log', 'unredacted-secret'],
  },
  {
    name: 'secrets of steps',
    about: [['secret'], ['perStep'], ['needed']],
    unless: ['otherThanSecretStorage'],
    rules: ['overprovisioned-secrets', 'workflow-level-secret-env', 'job-level-secret-env'],
  },
  {
    name: 'secrets of environments',
    about: [['secret'], ['githubEnvironment']],
    rules: ['secrets-outside-environment'],
  },
  { name: 'debug logs', about: [['debugLogging'], ['ciWord']], rules: ['debug-logging-enabled'] },
  { name: 'smuggled secrets', about: [['secret'], ['exfiltration']], rules: ['secret-exfiltration'] },
  { name: 'reverse shells', about: [['reverseShell']], rules: ['reverse-shell'] },
  {
    name: 'secrets of called workflows',
    about: [['reusable'], ['secret'], ['explicitSecrets']],
    rules: ['secrets-inherit'],
  },

  // What GitHub accepts and starts
  { name: 'valid workflows', about: [['workflowSyntax']], rules: [...VALID] },
  {
    name: 'calls of workflows',
    about: [['reusable'], ['callParts']],
    unless: ['secret'],
    rules: ['workflow-call-mismatch'],
  },
  {
    name: 'rights of called workflows',
    about: [['reusable'], ['permission']],
    rules: ['caller-permissions-insufficient'],
  },
  { name: 'depth of calls', about: [['reusable'], ['nesting']], rules: ['reusable-workflow-depth'] },
  {
    name: 'outputs of steps',
    about: [['stepOutput'], ['exists']],
    unless: ['notebook', 'secret'],
    rules: ['undefined-step-output', 'undefined-needs-output'],
  },
  { name: 'properties of events', about: [['eventProperty'], ['exists']], rules: ['unknown-event-property'] },
  { name: 'inputs of actions', about: [['actionInput'], ['exists']], rules: ['action-inputs'] },
  { name: 'deprecated commands', about: [['deprecatedCommand']], rules: ['deprecated-commands'] },
  { name: 'insecure commands', about: [['insecureCommand'], ['ciWord', 'action']], rules: ['insecure-commands'] },
  {
    name: 'runtimes of actions',
    about: [['action'], ['nodeRuntime'], ['retired', 'supportedWord']],
    rules: ['deprecated-action-runtime'],
  },
  {
    name: 'current runners',
    about: [['runnerWord'], ['retired']],
    unless: ['selfHosted', 'otherRunner'],
    rules: ['retired-runner-label'],
  },
  {
    name: 'labels of runners',
    about: [['runnerLabel'], ['exists', 'retired']],
    rules: ['runner-label', 'retired-runner-label'],
  },
  {
    name: 'hosted runners',
    about: [['githubHosted']],
    unless: ['retired'],
    rules: ['self-hosted-runner-use', 'self-hosted-runner-on-pr'],
  },
  { name: 'watched runners', about: [['hardenRunner']], rules: ['harden-runner-missing'] },
  { name: 'merge queue', about: [['mergeQueue'], ['check']], rules: ['missing-merge-group-trigger'] },
  {
    name: 'path filters',
    about: [['pathFilter'], ['matches']],
    unless: ['requiredCheck'],
    rules: ['glob-matches-nothing'],
  },
  {
    name: 'path filters of required checks',
    about: [['pathFilter'], ['requiredCheck']],
    rules: ['required-workflow-path-filter'],
  },
  {
    name: 'superseded runs',
    about: [['cancels'], ['superseded']],
    unless: ['database', 'people'],
    rules: ['concurrency-limits'],
  },
  {
    name: 'limits of runs',
    about: [['concurrencyGroup'], ['workflow']],
    unless: ['deadlock'],
    rules: ['concurrency-limits', 'deploy-without-concurrency'],
  },
  { name: 'one deployment at a time', about: [['overlap']], rules: ['deploy-without-concurrency'] },
  {
    name: 'deadlocks',
    about: [['concurrencyGroup'], ['deadlock'], ['workflow', 'job']],
    rules: ['concurrency-deadlock', 'concurrency-queue-conflict'],
  },
  {
    name: 'keys of caches',
    about: [['cacheKey'], ['keyOf']],
    unless: ['database', 'model', 'otherCache'],
    rules: ['static-cache-key'],
  },
  { name: 'size of caches', about: [['cacheSize'], ['ciWord']], rules: ['cache-bloat'] },
  {
    name: 'names of workflows',
    about: [['workflowParts'], ['nameWord']],
    alone: true,
    rules: ['anonymous-definition'],
  },
  {
    name: 'sound conditions',
    about: [['condition'], ['soundness'], ['ciWord', 'workflowParts']],
    rules: ['condition-always-true', 'constant-if-condition', 'unsound-contains', 'unsound-ternary'],
  },
  {
    name: 'conditions that can be true',
    about: [['condition'], ['reachable'], ['ciWord', 'workflowParts']],
    rules: ['condition-never-true'],
  },
  {
    name: 'nothing hidden',
    about: [['obfuscated'], ['ciWord', 'ciAction']],
    rules: ['obfuscated-expression', 'obfuscated-uses'],
  },
  { name: 'anchors', about: [['yamlAnchor'], ['unusedWord'], ['workflow']], rules: ['yaml-anchor-misuse'] },
  { name: 'matrices', about: [['buildMatrix'], ['matrixFault']], rules: ['matrix-values'] },
  { name: 'line breaks', about: [['trailingBreak'], ['workflow']], rules: ['block-scalar-chomping'] },
  {
    name: 'shells of composite actions',
    about: [['compositeAction'], ['shellNamed']],
    rules: ['composite-run-shell-missing'],
  },
  {
    name: 'own actions',
    about: [['localAction'], ['exists']],
    unless: ['plan'],
    rules: ['local-action-missing', 'local-action-broken'],
  },
  { name: 'metadata of actions', about: [['actionMetadata'], ['valid']], rules: ['action-metadata'] },
  {
    name: 'shells of Windows',
    about: [['windowsCmd'], ['windowsShell']],
    unless: ['dockerfile'],
    rules: ['shell-cmd-misfeature'],
  },
  { name: 'names of variables', about: [['envVarName'], ['valid']], rules: ['env-var-name'] },
  { name: 'order of jobs', about: [['jobGraph'], ['exists', 'nesting']], rules: ['job-needs'] },
  { name: 'events of tokens', about: [['eventRaised'], ['workflow']], rules: ['github-token-event-never-fires'] },
  { name: 'the review itself', about: [['reviewSettings'], ['weakened']], rules: ['review-config-weakened'] },

  // Scripts
  { name: 'ShellCheck', about: [['shellcheck']], rules: ['shell-lint', 'shell-mistake'] },
  {
    name: 'sound scripts',
    about: [['shellScript'], ['shellFault']],
    unless: ['dockerfile', 'database'],
    rules: ['shell-lint', 'shell-mistake'],
  },
  {
    name: 'scripts that fail',
    about: [['shellScript'], ['strictMode']],
    rules: ['pipe-masks-exit-code', 'run-pipe-without-pipefail'],
  },

  // Delivery
  {
    name: 'what was tested is deployed',
    about: [['buildOnce'], ['thenDeployed']],
    unless: ['model'],
    rules: ['deployed-image-not-built-image'],
  },
];
