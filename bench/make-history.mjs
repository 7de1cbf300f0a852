import { execFileSync } from 'node:child_process';

const WORKFLOW = (step) => `name: ci
on: pull_request
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
${step}`;
const SERVICES = 20;
const DAY = 86_400;

/**
 * Fills an empty folder with a repository of 20 services whose main branch took `merges` pull requests within the last 80
 * days: half of them change a workflow, a Dockerfile, a manifest or Terraform, every twentieth brings something bad.
 */
export function makeHistory(folder, merges) {
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  const now = Math.floor(Date.now() / 1000);
  const commits = [commit('refs/heads/main', now - 89 * DAY, 'Begin', begin())];
  for (let index = 0; index < merges; index++) {
    const when = now - 80 * DAY + Math.floor((index * 80 * DAY) / merges);
    const files = change(index);
    commits.push(
      commit(`refs/heads/change-${index}`, when, `Change ${index}`, files, 'refs/heads/main'),
      commit(
        'refs/heads/main',
        when + 60,
        `Merge pull request #${index + 1}`,
        files,
        undefined,
        `refs/heads/change-${index}`,
      ),
    );
  }
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('') });
}

function begin() {
  const files = { 'README.md': 'A synthetic history.\n', '.github/workflows/ci.yml': WORKFLOW('      - run: make\n') };
  for (let service = 0; service < SERVICES; service++) {
    files[`services/${service}/Dockerfile`] = 'FROM debian:12.8\nUSER 1000\n';
    files[`services/${service}/k8s/deployment.yml`] = deployment(service, 1);
    files[`services/${service}/infra/main.tf`] = bucket(service, 'a');
  }
  return files;
}

function change(index) {
  const service = index % SERVICES;
  if (index % 20 === 7) {
    const step = `      - run: echo "\${{ github.event.pull_request.title }}" ${index}\n`;
    return { '.github/workflows/ci.yml': WORKFLOW(step) };
  }
  switch (index % 8) {
    case 0:
      return { '.github/workflows/ci.yml': WORKFLOW(`      - run: make test-${index}\n`) };
    case 2:
      return { [`services/${service}/Dockerfile`]: `FROM debian:12.8\nRUN echo ${index}\nUSER 1000\n` };
    case 4:
      return { [`services/${service}/k8s/deployment.yml`]: deployment(service, index) };
    case 6:
      return { [`services/${service}/infra/main.tf`]: bucket(service, `b${index}`) };
    default:
      return { [`services/${service}/src/main.go`]: `package main // ${index}\n` };
  }
}

function deployment(service, replicas) {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: s${service} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: s${service} } }
  template:
    metadata: { labels: { app: s${service} } }
    spec:
      containers:
        - name: app
          image: registry.example/s${service}:1.0
`;
}

function bucket(service, name) {
  return `resource "aws_s3_bucket" "main" {\n  bucket = "s${service}-${name}"\n}\n`;
}

/** One commit as \`git fast-import\` reads it. */
function commit(ref, when, message, files, from, merge) {
  const lines = [`commit ${ref}`, `committer Ana <ana@example.com> ${when} +0000`, data(message)];
  if (from) lines.push(`from ${from}`);
  if (merge) lines.push(`merge ${merge}`);
  for (const [path, text] of Object.entries(files)) lines.push(`M 100644 inline ${path}`, data(text));
  return `${lines.join('\n')}\n`;
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
