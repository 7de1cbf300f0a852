import type {
  ChecklistItem,
  Evidence,
  Finding,
  Kind,
  Location,
  Outcome,
  PersonaReview,
  Review,
  Side,
  Verdict,
} from '../../src/types.ts';

/** What somebody may write into a file name, a title or a value to make a reviewer's output do something. */
export const hostile =
  '</td><script>alert(1)</script> @octocat/admins ![x](https://evil.example/p.png) [click](javascript:alert(1)) ``` ::error::x ##[set-env name=A]b \u202Egnp.exe\u200B acme/churn#12';

/** A place in the head, or in the base for something that is gone. */
export function at(path: string, startLine: number, side: Side = 'head', endLine = startLine): Location {
  return { path, side, startLine, startColumn: 1, endLine, endColumn: 2 };
}

/** A finding with everything filled in; give what matters to the test. */
export function finding(parts: Partial<Finding> & Pick<Finding, 'rule' | 'location'>): Finding {
  return {
    title: parts.rule.replaceAll('-', ' '),
    kind: 'workflow',
    severity: 'medium',
    confidence: 'likely',
    strictness: 'regular',
    domain: 'reliability',
    message: { what: 'Something is wrong.', why: 'It matters.', remedy: 'Change it.' },
    key: 'jobs.train',
    anchor: 'x',
    related: [],
    origin: 'rule',
    status: 'introduced',
    fingerprint: `${parts.rule}-${parts.location.startLine}`.padEnd(16, '0'),
    ...parts,
  };
}

const approval = finding({
  rule: 'approval-removed',
  title: 'Deployment approval removed',
  severity: 'high',
  confidence: 'certain',
  domain: 'governance',
  location: at('.github/workflows/train.yml', 41, 'base'),
  key: 'jobs.deploy',
  message: {
    what: 'The job `deploy` no longer waits for the environment `production`.',
    why: 'A model goes live without anyone approving it.',
    remedy: 'Put `environment: production` back, or move the approval to the workflow that calls this one.',
  },
  related: [{ location: at('.github/workflows/train.yml', 38), message: 'The job as it is now.' }],
});

const destroyed = finding({
  rule: 'stateful-resource-replaced',
  title: 'Renaming destroys a stateful resource',
  kind: 'terraform',
  severity: 'critical',
  confidence: 'certain',
  location: at('terraform/storage.tf', 12),
  key: 'aws_s3_bucket.feature_store',
  message: {
    what: 'Renaming `aws_s3_bucket.features` to `aws_s3_bucket.feature_store` destroys the bucket and creates an empty one.',
    why: 'The feature store is lost at the next apply.',
    remedy: 'Add a `moved` block from the old address to the new one.',
  },
  fix: {
    title: 'Add a moved block',
    safety: 'safe',
    edits: [
      {
        range: { start: 310, end: 310 },
        text: '\nmoved {\n  from = aws_s3_bucket.features\n  to   = aws_s3_bucket.feature_store\n}\n',
      },
    ],
  },
});

const gate = finding({
  rule: 'evaluation-threshold-lowered',
  title: 'Evaluation gate made easier to pass',
  kind: 'params',
  severity: 'high',
  confidence: 'certain',
  domain: 'governance',
  location: at('params.yaml', 7),
  message: {
    what: 'The evaluation gate is easier to pass: `min_auc` went from `0.82` to `0.75`.',
    why: 'A model that was refused before is released now.',
    remedy: 'Restore `0.82`, or give the new threshold with its reason in a change of its own.',
  },
});

const seed = finding({
  rule: 'seed-removed',
  title: 'Split without a seed',
  kind: 'python',
  confidence: 'certain',
  domain: 'reproducibility',
  location: at('src/train.py', 31),
  message: {
    what: '`train_test_split(X, y, test_size=0.2)` lost `random_state=42`.',
    why: 'Every run evaluates on other rows, and the gate in `params.yaml` compares numbers that cannot be compared.',
    remedy: 'Give `random_state=42` back.',
  },
  fix: {
    title: 'Restore the seed',
    safety: 'safe',
    edits: [{ range: { start: 812, end: 812 }, text: ', random_state=42' }],
  },
});

const root = finding({
  rule: 'runs-as-root',
  title: 'Container runs as root',
  kind: 'dockerfile',
  location: at('Dockerfile', 18, 'base'),
  domain: 'security',
  message: {
    what: '`USER app` is gone, so the container runs as root.',
    why: 'Whoever breaks out of the model server owns the node.',
    remedy: 'Put `USER app` back after the last `RUN` that needs root.',
  },
});

const modelRemark = finding({
  rule: 'judge/mlops-drift-watched',
  title: 'Drift is watched in production',
  kind: 'python',
  confidence: 'heuristic',
  origin: 'model',
  domain: 'correctness',
  location: at('src/train.py', 52, 'head', 54),
  message: {
    what: `The reference profile is written before the outliers are dropped ${hostile}`,
    why: 'Serving data without outliers is reported as drift on the first day.',
    remedy: 'Bring it in line with "Drift is watched in production", or say in the pull request why it does not apply.',
  },
});

const waived = finding({
  rule: 'action-not-pinned',
  title: 'Action not pinned to a commit',
  severity: 'high',
  confidence: 'certain',
  domain: 'supply-chain',
  location: at('.github/workflows/train.yml', 22),
  message: {
    what: '`acme/upload-model@v2` is a tag.',
    why: 'Whoever owns the tag decides what runs here, with `AWS_ROLE` in reach.',
    remedy: 'Use the commit that `v2` stands for.',
  },
  waivedBy: { who: 'dana', why: 'own action, tags are protected', until: '2027-03-01', by: 'file' },
});

const old = finding({
  rule: 'timeout-missing',
  location: at('.github/workflows/train.yml', 9),
  status: 'existing',
  severity: 'low',
});

const moved = finding({
  rule: 'secret-in-build-argument',
  location: at('docker/serve.Dockerfile', 4),
  status: 'moved',
  kind: 'dockerfile',
});

function item(
  id: string,
  section: string,
  text: string,
  kinds: readonly Kind[],
  parts: Partial<ChecklistItem> = {},
): ChecklistItem {
  return { id, section, text, kinds, line: 10, rules: ['some-rule'], partial: false, judge: 'rules', ...parts };
}

function verdict(
  persona: string,
  checklistItem: ChecklistItem,
  outcome: Outcome,
  because: string,
  parts: Partial<Verdict> = {},
): Verdict {
  return { persona, item: checklistItem, outcome, by: 'rules', because, evidence: [], findings: [], ...parts };
}

function seen(...places: readonly Location[]): readonly Evidence[] {
  return places.map((location) => ({ location, message: 'seen here' }));
}

const workflow = '.github/workflows/train.yml';
const devops: PersonaReview = {
  name: 'devops-engineer',
  title: 'DevOps engineer',
  conclusion: 'failure',
  findings: [approval, destroyed, root, waived, old, moved].map((f) => f.fingerprint),
  verdicts: [
    verdict(
      'devops-engineer',
      item('devops-secrets', 'Security', 'Secrets are never committed to version control', ['workflow']),
      'no-objection',
      '6 files searched, nothing found',
    ),
    verdict(
      'devops-engineer',
      item('devops-approval', 'Delivery', 'Deployments need an approval', ['workflow']),
      'unmet',
      '`environment: production` removed',
      { evidence: seen(at(workflow, 41, 'base')), findings: [approval.fingerprint] },
    ),
    verdict(
      'devops-engineer',
      item('devops-state', 'Infrastructure', 'Stateful resources survive refactorings', ['terraform']),
      'unmet',
      'a bucket is destroyed',
      { evidence: seen(at('terraform/storage.tf', 12)), findings: [destroyed.fingerprint] },
    ),
    verdict(
      'devops-engineer',
      item('devops-root', 'Security', 'Containers do not run as root', ['dockerfile']),
      'unmet',
      '`USER app` removed',
      { evidence: seen(at('Dockerfile', 18, 'base')), findings: [root.fingerprint] },
    ),
    verdict(
      'devops-engineer',
      item('devops-pins', 'Security', 'Third-party actions are pinned', ['workflow']),
      'waived',
      'accepted by dana until 2027-03-01: own action, tags are protected',
      { evidence: seen(at(workflow, 22)), findings: [waived.fingerprint] },
    ),
    verdict(
      'devops-engineer',
      item('devops-permissions', 'Security', 'Every workflow states its token permissions', ['workflow']),
      'met',
      '2 of 2 workflows',
      { evidence: seen(at(workflow, 7), at(workflow, 30), at('.github/workflows/lint.yml', 5)) },
    ),
    verdict(
      'devops-engineer',
      item('devops-rollback', 'Delivery', 'Rollback is automated', ['workflow']),
      'gap',
      'no rollback step or `--atomic` found in 3 deploy jobs',
    ),
    verdict(
      'devops-engineer',
      item('devops-timeouts', 'Delivery', 'Jobs have a time limit', ['workflow']),
      'debt',
      '1 job without one, older than this change',
      { evidence: seen(at(workflow, 9)) },
    ),
    verdict(
      'devops-engineer',
      item('devops-uptime', 'Operations', 'Platform uptime of 99.9 % is kept', ['kubernetes'], { judge: 'nobody' }),
      'not-judgeable',
      'proxy: 2 replicas, no disruption budget',
      { by: 'nobody' },
    ),
    verdict(
      'devops-engineer',
      item('devops-helm', 'Infrastructure', 'Charts are versioned', ['kubernetes']),
      'not-applicable',
      'no chart',
    ),
    verdict(
      'devops-engineer',
      item('devops-alerts', 'Operations', 'Alerts name an owner', ['kubernetes']),
      'not-applicable',
      'no alert rules',
    ),
  ],
};

const mlops: PersonaReview = {
  name: 'mlops-engineer',
  title: 'MLOps engineer',
  conclusion: 'failure',
  findings: [gate, seed, modelRemark].map((f) => f.fingerprint),
  verdicts: [
    verdict(
      'mlops-engineer',
      item('mlops-seed', 'Reproducibility', 'Every training run can be reproduced', ['python']),
      'unmet',
      '`random_state=42` removed',
      { evidence: seen(at('src/train.py', 31)), findings: [seed.fingerprint] },
    ),
    verdict(
      'mlops-engineer',
      item('mlops-gate', 'Evaluation', 'A model passes a fixed gate before it is released', ['params']),
      'unmet',
      '`min_auc` lowered',
      { evidence: seen(at('params.yaml', 7)), findings: [gate.fingerprint] },
    ),
    verdict(
      'mlops-engineer',
      item('mlops-drift-watched', 'Monitoring', 'Drift is watched in production', ['python'], { judge: 'model' }),
      'unmet',
      'the reference profile includes outliers',
      { by: 'model', evidence: seen(at('src/train.py', 52)), findings: [modelRemark.fingerprint] },
    ),
    verdict(
      'mlops-engineer',
      item('mlops-data-version', 'Data', 'Data | features are versioned', ['dvc']),
      'met',
      '`dvc.lock` | pinned by `md5|sha`',
      { evidence: seen(at('dvc.lock', 4)) },
    ),
    verdict(
      'mlops-engineer',
      item('mlops-leak', 'Evaluation', 'No information of the test set reaches training', ['python'], {
        judge: 'model',
      }),
      'undecided',
      `no rule decides it, and the model was not sure ${hostile}`,
      { by: 'nobody' },
    ),
    verdict(
      'mlops-engineer',
      item('mlops-notebook', 'Reproducibility', 'Notebooks run from top to bottom', ['notebook']),
      'not-applicable',
      'no notebook',
    ),
  ],
};

/** A review as it looks when much is wrong: both personas, a removed safeguard, a suggestion, and hostile strings. */
export const sampleReview: Review = {
  change: {
    repository: 'acme/churn',
    number: 128,
    mergeBaseSha: '2f1c4be2f1c4be2f1c4be2f1c4be2f1c4be2f1c4',
    policySha: '9d0e77a9d0e77a9d0e77a9d0e77a9d0e77a9d0e7',
    headSha: '9ab3d10c9ab3d10c9ab3d10c9ab3d10c9ab3d10c',
    title: 'Speed up training',
    body: 'Larger machines, fewer checks.',
    author: 'lee',
    fromFork: false,
    draft: false,
    truncated: false,
    files: [
      {
        path: workflow,
        kind: 'workflow',
        status: 'modified',
        hunks: [
          {
            oldStart: 38,
            oldLines: 5,
            newStart: 38,
            newLines: 4,
            lines: [
              '   deploy:',
              '     needs: evaluate',
              '     runs-on: ubuntu-24.04',
              '-    environment: production',
              '     steps:',
            ],
          },
        ],
      },
      {
        path: 'terraform/storage.tf',
        kind: 'terraform',
        status: 'modified',
        hunks: [
          {
            oldStart: 11,
            oldLines: 3,
            newStart: 11,
            newLines: 3,
            lines: [
              ' ',
              '-resource "aws_s3_bucket" "features" {',
              '+resource "aws_s3_bucket" "feature_store" {',
              '   bucket = "acme-features"',
            ],
          },
        ],
      },
      {
        path: 'params.yaml',
        kind: 'params',
        status: 'modified',
        hunks: [
          {
            oldStart: 6,
            oldLines: 2,
            newStart: 6,
            newLines: 2,
            lines: [' evaluate:', '-  min_auc: 0.82', '+  min_auc: 0.75'],
          },
        ],
      },
      {
        path: 'src/train.py',
        kind: 'python',
        status: 'modified',
        hunks: [
          {
            oldStart: 29,
            oldLines: 4,
            newStart: 29,
            newLines: 4,
            lines: [
              ' def split(frame):',
              '     X, y = frame.drop(columns="churned"), frame["churned"]',
              '-    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)',
              '+    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)',
              '     return X_train, X_test, y_train, y_test',
            ],
          },
        ],
      },
      {
        path: 'Dockerfile',
        kind: 'dockerfile',
        status: 'modified',
        hunks: [
          {
            oldStart: 17,
            oldLines: 3,
            newStart: 17,
            newLines: 2,
            lines: [' COPY src/ src/', '-USER app', ' CMD ["python", "-m", "serve"]'],
          },
        ],
      },
      { path: 'data/report.bin', kind: 'other', status: 'modified' },
    ],
  },
  mode: 'enforce',
  conclusion: 'failure',
  wouldBe: 'failure',
  incomplete: [],
  findings: [
    old,
    seed,
    approval,
    gate,
    destroyed,
    root,
    modelRemark,
    waived,
    moved,
    finding({ rule: 'latest-tag', location: at('Dockerfile', 1, 'base'), status: 'resolved' }),
  ],
  blocking: [approval.fingerprint, destroyed.fingerprint, gate.fingerprint],
  enforced: [approval.fingerprint, destroyed.fingerprint, gate.fingerprint],
  personas: [devops, mlops],
  impact: {
    rows: [
      {
        topic: 'token permissions',
        subject: '`train`',
        before: 'contents: read',
        after: 'contents: write',
        location: at(workflow, 7),
      },
      {
        topic: 'steps that see',
        subject: '`AWS_ROLE`',
        before: '1',
        after: '2 (+ `upload`)',
        location: at(workflow, 24),
      },
      {
        topic: 'approval',
        subject: '`deploy`',
        before: 'environment `production`',
        after: '',
        location: at(workflow, 38),
      },
      {
        topic: 'resource',
        subject: '`aws_s3_bucket.features`',
        before: 'exists',
        after: 'destroyed',
        location: at('terraform/storage.tf', 12),
      },
      { topic: 'resource', subject: '`aws_s3_bucket.feature_store`', before: '', after: 'created, empty' },
      { topic: 'model gate', subject: '`min_auc`', before: '0.82', after: '0.75' },
    ],
    graph: {
      mermaid:
        'flowchart LR\n  ingest --> validate --> train --> evaluate\n  evaluate -. "no longer required" .-> deploy',
      text: 'ingest → validate → train → evaluate ⇢ deploy (no longer required)',
    },
  },
  comments: [
    {
      fingerprint: seed.fingerprint,
      path: 'src/train.py',
      side: 'RIGHT',
      line: 31,
      body: '**The split is no longer reproducible.** `train_test_split(X, y, test_size=0.2)` lost `random_state=42`.\n```suggestion\n    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)\n```\n`seed-removed`',
    },
    {
      fingerprint: approval.fingerprint,
      path: workflow,
      side: 'LEFT',
      line: 41,
      body: 'The job `deploy` no longer waits.',
    },
  ],
  omitted: [{ path: 'data/report.bin', reason: 'binary' }],
  owners: [],
  provenance: { version: '0.1.0', rules: 'r'.repeat(64), policy: 'p'.repeat(64) },
  notices: [`Settings come from \`.github/pipewright.yml\` at the base. ${hostile}`],
  judge: {
    state: 'ran',
    model: 'claude-sonnet-5-5',
    inputTokens: 6210,
    outputTokens: 412,
    unplaced: [`The retry in the upload step may publish twice ${hostile}`],
  },
  files: 6,
  ms: 312.4,
};

/** Nothing to say: complete, and without findings. */
export const cleanReview: Review = {
  ...sampleReview,
  conclusion: 'success',
  wouldBe: 'success',
  findings: [],
  blocking: [],
  personas: [],
  impact: { rows: [] },
  comments: [],
  omitted: [],
  notices: [],
  judge: { state: 'off', reason: 'no key', inputTokens: 0, outputTokens: 0, unplaced: [] },
};
