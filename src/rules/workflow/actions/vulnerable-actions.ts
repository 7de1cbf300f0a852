/**
 * Published advisories for actions, from the GitHub Advisory Database (https://github.com/advisories?query=type%3Areviewed+ecosystem%3Aactions),
 * read in November 2026. `from` is the first affected version, `fixed` the first that is not; absent `fixed`: none is.
 */
export interface VulnerableAction {
  readonly action: string;
  readonly from?: string;
  readonly fixed?: string;
  readonly advisory: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  /** Actions of the same repository that do not do it, by their paths. */
  readonly except?: readonly string[];
  /** Tags were moved to malicious code: a commit that was pinned before never held it. */
  readonly tagsOnly?: true;
  /** What it lets somebody do; completes "it". */
  readonly effect: string;
}

export const VULNERABLE_ACTIONS: readonly VulnerableAction[] = [
  {
    action: 'tj-actions/changed-files',
    fixed: '46.0.1',
    advisory: 'GHSA-mrrh-fwg8-r2c3',
    severity: 'critical',
    tagsOnly: true,
    effect: 'was replaced by code that prints the secrets of the runner to the log',
  },
  {
    action: 'tj-actions/changed-files',
    fixed: '41.0.0',
    advisory: 'GHSA-mcph-m25j-8j63',
    severity: 'high',
    effect: 'lets the name of a file run commands',
  },
  {
    action: 'tj-actions/branch-names',
    fixed: '9.0.0',
    advisory: 'GHSA-gq52-6phf-x2r6',
    severity: 'critical',
    effect: 'lets the name of a branch run commands',
  },
  {
    action: 'tj-actions/verify-changed-files',
    fixed: '17.0.0',
    advisory: 'GHSA-ghm2-rq8q-wrhc',
    severity: 'high',
    effect: 'lets the name of a file run commands',
  },
  {
    action: 'aquasecurity/trivy-action',
    fixed: '0.35.0',
    advisory: 'GHSA-69fq-xp46-6x23',
    severity: 'critical',
    tagsOnly: true,
    effect: 'was replaced by code that steals the credentials of the runner',
  },
  {
    action: 'aquasecurity/trivy-action',
    from: '0.31.0',
    fixed: '0.34.0',
    advisory: 'GHSA-9p44-j4g5-cfx5',
    severity: 'medium',
    effect: 'lets its inputs run commands',
  },
  {
    action: 'aquasecurity/setup-trivy',
    from: '0.2.0',
    fixed: '0.2.6',
    advisory: 'GHSA-69fq-xp46-6x23',
    severity: 'critical',
    tagsOnly: true,
    effect: 'was replaced by code that steals the credentials of the runner',
  },
  {
    action: 'actions/download-artifact',
    from: '4.0.0',
    fixed: '4.1.3',
    advisory: 'GHSA-cxww-7g56-2vh6',
    severity: 'high',
    effect: 'lets an artifact write files outside the folder it is unpacked into',
  },
  {
    action: 'dawidd6/action-download-artifact',
    fixed: '6',
    advisory: 'GHSA-5xr6-xhww-33m4',
    severity: 'high',
    effect: 'takes the artifact of a fork for one of this repository',
  },
  {
    action: 'github/codeql-action',
    from: '3.26.11',
    fixed: '3.28.3',
    except: ['upload-sarif'],
    advisory: 'GHSA-vqf5-2xx6-9wfm',
    severity: 'high',
    effect: 'can put the token of the job into a debug artifact',
  },
  {
    action: 'github/codeql-action',
    from: '2.26.11',
    fixed: '3.0.0',
    except: ['upload-sarif'],
    advisory: 'GHSA-vqf5-2xx6-9wfm',
    severity: 'high',
    effect: 'can put the token of the job into a debug artifact',
  },
  {
    action: 'rlespinasse/github-slug-action',
    from: '4.0.0',
    fixed: '4.4.1',
    advisory: 'GHSA-6q4m-7476-932w',
    severity: 'high',
    effect: 'lets the name of a branch run commands',
  },
  {
    action: 'atlassian/gajira-create',
    fixed: '2.0.1',
    advisory: 'GHSA-4xqx-pqpj-9fqw',
    severity: 'critical',
    effect: 'runs code that stands in the title of an issue',
  },
  {
    action: 'atlassian/gajira-comment',
    fixed: '2.0.2',
    advisory: 'CVE-2020-14189',
    severity: 'critical',
    effect: 'runs code that stands in a comment',
  },
  {
    action: 'hashicorp/vault-action',
    fixed: '2.2.0',
    advisory: 'GHSA-4mgv-m5cm-f9h7',
    severity: 'high',
    effect: 'prints secrets of several lines to the log',
  },
  {
    action: 'check-spelling/check-spelling',
    fixed: '0.0.19',
    advisory: 'GHSA-g86g-chm8-7r2p',
    severity: 'critical',
    effect: 'gives the token of the repository to the author of a pull request',
  },
  {
    action: 'embano1/wip',
    fixed: '2',
    advisory: 'GHSA-rg3q-prf8-qxmp',
    severity: 'high',
    effect: 'runs code that stands in the title of a pull request',
  },
  {
    action: 'azure/setup-kubectl',
    fixed: '3',
    advisory: 'GHSA-p756-rfxh-x63h',
    severity: 'low',
    effect: 'leaves a program behind that every user of the machine may replace',
  },
  {
    action: 'some-natalie/ghas-to-csv',
    fixed: '1',
    advisory: 'GHSA-634p-93h9-92vh',
    severity: 'medium',
    effect: 'writes spreadsheet formulas taken from findings',
  },
  {
    action: 'step-security/harden-runner',
    from: '0.12.0',
    fixed: '2.12.0',
    advisory: 'GHSA-mxr3-8whj-j74r',
    severity: 'medium',
    effect: 'can be switched off by a container although sudo is denied',
  },
  {
    action: 'sonarsource/sonarqube-scan-action',
    from: '4.0.0',
    fixed: '6.0.0',
    advisory: 'GHSA-5xq9-5g24-4g6f',
    severity: 'high',
    effect: 'runs commands that stand in its arguments',
  },
  {
    action: 'pypa/gh-action-pypi-publish',
    fixed: '1.13.0',
    advisory: 'GHSA-vxmw-7h4f-hqxh',
    severity: 'low',
    effect: 'expands expressions of its own script',
  },
  {
    action: 'ultralytics/actions',
    fixed: '0.0.3',
    advisory: 'GHSA-7x29-qqmq-v6qc',
    severity: 'high',
    effect: 'lets the name of a branch run commands',
  },
  {
    action: 'bullfrogsec/bullfrog',
    fixed: '0.8.4',
    advisory: 'GHSA-m32f-fjw2-37v3',
    severity: 'medium',
    effect: 'lets DNS over TCP out although the domain is blocked',
  },
];

/** Commits that held the malicious code while the tags pointed at them. */
export const MALICIOUS_COMMITS: ReadonlyMap<string, string> = new Map([
  ['0e58ed8671d6b60d0890c21b07f8835ace038e67', 'GHSA-mrrh-fwg8-r2c3'],
  ['f0d342d24037bb11d26b9bd8496e0808ba32e9ec', 'GHSA-qmg3-hpqr-gqvc'],
]);
