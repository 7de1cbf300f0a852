import { expect, test } from '@jest/globals';
import { check } from '../../src/check/check.ts';
import { rules } from '../../src/rules/index.ts';
import { projectOf } from '../support/project-of.ts';

/** A file in which one version stands: what bots change and nothing else. */
type Bump = readonly [name: string, path: string, text: (version: string) => string, before: string, after: string];

const sha = (letter: string) => letter.repeat(40);
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const workflow = (uses: string) => `name: CI
on:
  pull_request:
  push:
    branches: [main]
jobs:
  test:
    runs-on: ubuntu-latest
    container: node:20
    steps:
      - uses: actions/checkout@v4
      - uses: ${uses}
      - run: npm ci && npm test
  deploy:
    needs: test
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v4
      - run: ./deploy.sh
        env:
          TOKEN: \${{ secrets.DEPLOY_TOKEN }}
`;

const dockerfile = (from: string) => `FROM ${from} AS build
WORKDIR /app
ADD . .
RUN apt-get update && apt-get install -y curl
RUN pip install -r requirements.txt

FROM python:3.12-slim
COPY --from=build /app /app
CMD python /app/serve.py
`;

const compose = (image: string) => `services:
  db:
    image: ${image}
    environment:
      POSTGRES_PASSWORD: example
  proxy:
    image: traefik
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
`;

const deployment = (image: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  replicas: 1
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers:
        - name: api
          image: ${image}
          ports: [{containerPort: 8080}]
`;

const providers = (version: string) => `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "${version}"
    }
  }
}
provider "aws" {
  region = "eu-west-1"
}
resource "aws_s3_bucket" "data" {
  bucket = "data"
}
resource "aws_security_group" "web" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;

const module = (version: string) => `module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "${version}"
}
`;

const lock = (version: string) => `provider "registry.terraform.io/hashicorp/aws" {
  version     = "${version}"
  constraints = "~> 5.0"
  hashes      = ["h1:${version}"]
}
`;

const requirements = (pin: string) => `flask>=2\n${pin}\npandas\nscikit-learn==1.5.2\n`;
const pyproject = (pin: string) => `[project]\nname = "x"\ndependencies = ["${pin}", "xgboost"]\n`;
const conda = (pin: string) => `name: ml\ndependencies:\n  - python=3.12\n  - ${pin}\n  - pip:\n      - mlflow\n`;
const dependabot = (interval: string) =>
  `version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: {interval: ${interval}}\n`;
const composite = (uses: string) =>
  `name: Setup\nruns:\n  using: composite\n  steps:\n    - uses: ${uses}\n    - run: echo done\n      shell: bash\n`;

const CI = '.github/workflows/ci.yml';

const BUMPS: readonly Bump[] = [
  ['action major, by tag', CI, workflow, 'actions/setup-node@v4', 'actions/setup-node@v5'],
  ['action minor, by tag', CI, workflow, 'some-org/lint@v2.3.1', 'some-org/lint@v2.4.0'],
  ['third-party action major', CI, workflow, 'some-org/deploy@v1', 'some-org/deploy@v2'],
  ['action by commit', CI, workflow, `some-org/lint@${sha('a')} # v2.3.1`, `some-org/lint@${sha('b')} # v2.4.0`],
  [
    'action by commit, comment of a major',
    CI,
    workflow,
    `actions/cache@${sha('a')} # v4`,
    `actions/cache@${sha('c')} # v5.0.1`,
  ],
  ['action from tag to commit', CI, workflow, 'some-org/lint@v2', `some-org/lint@${sha('a')} # v2`],
  ['action below a path', CI, workflow, 'github/codeql-action/init@v3', 'github/codeql-action/init@v4'],
  ['reusable action of a branch', CI, workflow, 'some-org/tool@main', 'some-org/tool@release'],
  ['docker action', CI, workflow, 'docker://alpine:3.20', 'docker://alpine:3.22'],
  ['docker build action', CI, workflow, 'docker/build-push-action@v5', 'docker/build-push-action@v6'],
  [
    'cloud credentials action',
    CI,
    workflow,
    'aws-actions/configure-aws-credentials@v4',
    'aws-actions/configure-aws-credentials@v5',
  ],
  ['artifact action', CI, workflow, 'actions/upload-artifact@v4', 'actions/upload-artifact@v5'],
  ['setup-python', CI, workflow, 'actions/setup-python@v5', 'actions/setup-python@v6'],
  ['terraform action', CI, workflow, 'hashicorp/setup-terraform@v3', 'hashicorp/setup-terraform@v4'],
  ['action in a composite action', 'action.yml', composite, 'actions/setup-go@v5', 'actions/setup-go@v6'],
  [
    'action in a composite action, by commit',
    'tools/action.yml',
    composite,
    `a/b@${sha('a')} # v1`,
    `a/b@${sha('b')} # v2`,
  ],
  ['base image patch', 'Dockerfile', dockerfile, 'python:3.12.6', 'python:3.12.7'],
  ['base image major', 'Dockerfile', dockerfile, 'node:20', 'node:24'],
  ['base image variant', 'Dockerfile', dockerfile, 'golang:1.22-alpine', 'golang:1.25-alpine'],
  ['base image digest', 'Dockerfile', dockerfile, `node:20@${digest('a')}`, `node:20@${digest('b')}`],
  ['base image tag and digest', 'Dockerfile', dockerfile, `node:20@${digest('a')}`, `node:22@${digest('b')}`],
  [
    'base image of a private registry',
    'docker/Dockerfile',
    dockerfile,
    'registry.example.com/base:1',
    'registry.example.com/base:2',
  ],
  ['base image pinned for the first time', 'Dockerfile', dockerfile, 'node:20', `node:20@${digest('b')}`],
  ['compose image', 'docker-compose.yml', compose, 'postgres:15', 'postgres:17'],
  ['compose image patch', 'compose.yaml', compose, 'redis:7.2.4', 'redis:7.4.1'],
  ['compose image digest', 'compose.yaml', compose, `redis@${digest('a')}`, `redis@${digest('b')}`],
  ['deployed image', 'k8s/api.yaml', deployment, 'ghcr.io/orchard/api:1.4.2', 'ghcr.io/orchard/api:1.5.0'],
  [
    'deployed image by digest',
    'k8s/api.yaml',
    deployment,
    `ghcr.io/orchard/api@${digest('a')}`,
    `ghcr.io/orchard/api@${digest('b')}`,
  ],
  [
    'deployed image by tag and digest',
    'k8s/api.yaml',
    deployment,
    `nginx:1.27@${digest('a')}`,
    `nginx:1.29@${digest('b')}`,
  ],
  ['deployed image by date', 'k8s/api.yaml', deployment, 'api:2026-10-01', 'api:2026-11-01'],
  ['provider minor', 'infra/main.tf', providers, '~> 5.70', '~> 5.80'],
  ['provider major', 'infra/main.tf', providers, '~> 5.0', '~> 6.0'],
  ['provider exact', 'infra/main.tf', providers, '5.70.0', '5.71.0'],
  ['provider range', 'infra/main.tf', providers, '>= 5.0, < 6.0', '>= 5.0, < 7.0'],
  ['module version', 'infra/vpc.tf', module, '5.8.1', '5.13.0'],
  ['module major', 'infra/vpc.tf', module, '~> 5.0', '~> 6.0'],
  ['provider lock', 'infra/.terraform.lock.hcl', lock, '5.70.0', '5.71.0'],
  ['pip pin', 'requirements.txt', requirements, 'torch==2.5.1', 'torch==2.6.0'],
  ['pip pin of a tool', 'requirements-dev.txt', requirements, 'ruff==0.7.0', 'ruff==0.8.0'],
  [
    'pip pin with hash',
    'requirements.txt',
    requirements,
    `numpy==2.0.0 --hash=${digest('a')}`,
    `numpy==2.1.0 --hash=${digest('b')}`,
  ],
  ['pip range', 'requirements.txt', requirements, 'transformers>=4.40,<5', 'transformers>=4.46,<5'],
  ['pip lower bound', 'requirements.txt', requirements, 'mlflow>=2.10', 'mlflow>=2.20'],
  ['project pin', 'pyproject.toml', pyproject, 'torch==2.5.1', 'torch==2.6.0'],
  ['project range', 'pyproject.toml', pyproject, 'lightgbm>=4.3', 'lightgbm>=4.5'],
  ['conda pin', 'environment.yml', conda, 'pytorch=2.4.0', 'pytorch=2.5.1'],
  ['conda exact pin', 'environment.yml', conda, 'xgboost==2.1.0', 'xgboost==2.1.2'],
  ['dependabot schedule', '.github/dependabot.yml', dependabot, 'weekly', 'monthly'],
  [
    'two of a kind, one bumped',
    CI,
    (uses) => workflow(`${uses}\n      - uses: some-org/lint@v1`),
    'some-org/other@v1',
    'some-org/other@v2',
  ],
  [
    'action bumped in a matrix build',
    CI,
    (uses) =>
      workflow(uses).replace(
        'runs-on: ubuntu-latest',
        'strategy: {matrix: {os: [ubuntu-latest]}}\n    runs-on: ${{ matrix.os }}',
      ),
    'actions/cache@v3',
    'actions/cache@v4',
  ],
  [
    'image of a service container',
    CI,
    (image) => workflow('actions/cache@v4').replace('container: node:20', `container: ${image}`),
    'node:20',
    'node:22',
  ],
];

test('there are fifty of them', () => {
  expect(BUMPS).toHaveLength(50);
});

test.each(BUMPS)('%s in %s introduces nothing', async (_, path, text, before, after) => {
  const { findings, runs } = check(await projectOf({ [path]: text(before) }, { [path]: text(after) }), rules);

  expect(runs.filter(({ state }) => state === 'failed')).toEqual([]);
  expect(
    findings.filter(({ status }) => status === 'introduced').map(({ rule, message }) => `${rule}: ${message.what}`),
  ).toEqual([]);
});

test('the files are no model of health, so the silence is not for lack of findings', async () => {
  const files = Object.fromEntries(BUMPS.map(([, path, text, , after]) => [path, text(after)]));
  const { findings } = check(await projectOf(undefined, files), rules);

  expect(findings.length).toBeGreaterThan(10);
});
