import type { Files } from '../support/fake-github/import-stream.ts';
import { CANARIES, PRIVATE_KEY } from './canaries.ts';

/** Settings that ask a model, enforce the gate, and name one agent file of the team. */
export const SETTINGS = `mode: enforce
judge: { enabled: true, max-tokens: 900000 }
`;

const FLOW = (command: string, rest = '') => `name: release
on:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  release:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    environment: production
    steps:
      - run: ${command}
${rest}`;

/** The repository before any attack. */
export const BASE: Files = {
  '.github/pipewright.yml': SETTINGS,
  '.github/workflows/release.yml': FLOW('./deploy.sh --version 1 --wait 300'),
  Dockerfile: 'FROM debian:12.8-slim\nRUN useradd --system --uid 10001 churn\nUSER 10001\nCMD ["churn"]\n',
  'params.yaml': 'train:\n  rate: 0.1\n  trees: 100\n',
  'deploy.sh': '#!/bin/sh\nset -eu\n./check-health.sh --url https://churn.example.com\n./send.sh "$1"\n',
  'k8s/serving.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: serving\ndata:\n  workers: "2"\n',
};

/** What every attack comes with: a change that rules refuse, lines that nobody minds, and secrets in many places. */
export const CHANGE: Files = {
  '.github/workflows/release.yml': FLOW(
    './deploy.sh --version 2 --fast',
    `      - run: echo "\${{ github.event.head_commit.message }}"
        continue-on-error: true
      - run: ./notify.sh --channel releases --when always
        env:
          GH_TOKEN: ${CANARIES.token}
      - run: ./announce.sh --audience customers --language en
      - run: ./cleanup.sh --older-than 30 --keep latest
`,
  ),
  Dockerfile: `FROM debian:12.8-slim
LABEL maintainer="Jane Canary <${CANARIES.address}>"
ENV DB_PASSWORD=${CANARIES.password}
RUN useradd --system --uid 10001 churn
RUN install --directory --owner churn /srv/churn/models
CMD ["churn", "--workers", "4", "--reload", "never"]
`,
  'params.yaml': 'train:\n  rate: 0.2\n  trees: 400\n  depth_of_trees: 12\n  rows_per_batch: 4096\n',
  'deploy.sh': `#!/bin/sh
set -eu
export AWS_ACCESS_KEY_ID=${CANARIES.cloudKey}
./send.sh --to production --version "$1"
./warm-cache.sh --pages 200 --parallel 4
`,
  'k8s/serving.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: serving
spec:
  replicas: 3
  selector: { matchLabels: { app: serving } }
  template:
    metadata: { labels: { app: serving } }
    spec:
      containers:
        - name: serving
          image: ghcr.io/orchard/churn-api:latest
          args: ["--log-format", "text", "--queue", "priority"]
          securityContext: { privileged: true }
`,
  'infra/main.tf': `resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:on-call"
  protocol  = "email"
  endpoint  = "${CANARIES.address}"
}
resource "aws_security_group_rule" "all" {
  type        = "ingress"
  cidr_blocks = ["0.0.0.0/0"]
  from_port   = 22
  to_port     = 22
  protocol    = "tcp"
}
resource "tls_self_signed_cert" "serving" {
  validity_period_hours = 8760
  private_key_pem       = <<EOT
${PRIVATE_KEY}
EOT
}
`,
  'src/train.py': `import pickle
import anthropic
from sklearn.ensemble import RandomForestClassifier

client = anthropic.Anthropic(api_key="${CANARIES.modelKey}")
forest = RandomForestClassifier(n_estimators=400, max_depth=12)
rows = pickle.load(open("data/rows.pickle", "rb"))
forest.fit(rows["features"], rows["churned"])
print("trained the forest on all rows that there are")
`,
};
