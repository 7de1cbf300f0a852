import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Fills a folder with workflows as teams write them: tests over a matrix, images, releases, Terraform, housekeeping. The
 * same every time. Comments, names and scripts differ from file to file, as they do where people write them.
 */
export async function makeWorkflows(folder, count, bytes) {
  const into = join(folder, '.github', 'workflows');
  await mkdir(into, { recursive: true });
  for (let index = 0; index < count; index++) {
    await writeFile(join(into, `${WORDS[index % WORDS.length]}-${index}.yml`), workflow(index, bytes / count));
  }
}

const WORDS = ['api', 'web', 'search', 'billing', 'ingest', 'reports', 'mobile', 'auth', 'gateway', 'jobs', 'docs'];
const SHA = (index) => ((index + 1) * 2_654_435_761).toString(16).padStart(40, 'a1b2c3d4e5').slice(0, 40);

function workflow(index, length) {
  const word = WORDS[index % WORDS.length];
  let text = head(word, index);
  for (let job = 0; text.length < length; job++) text += JOBS[(index + job) % JOBS.length](word, `${job}`, index + job);
  return text;
}

const head = (word, index) => `# Builds and ships ${word}. Owners: the ${word} team, see docs/${word}.md.
name: ${word} ${index}

on:
  push:
    branches: [main, 'release/**']
    paths:
      - 'services/${word}/**'
      - '.github/workflows/${word}-${index}.yml'
  pull_request:
    branches: [main]
${index % 3 === 0 ? "  schedule:\n    - cron: '17 4 * * 1'\n" : ''}${index % 4 === 0 ? '  workflow_dispatch:\n    inputs:\n      version:\n        description: What to build\n        required: false\n        type: string\n' : ''}
permissions:
  contents: read

concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

env:
  REGION: eu-central-${1 + (index % 2)}
  SERVICE: ${word}

jobs:
`;

const JOBS = [
  (word, job, n) => `  test-${job}:
    name: Test ${word} on \${{ matrix.os }} with Node \${{ matrix.node }}
    runs-on: \${{ matrix.os }}
    timeout-minutes: ${10 + (n % 20)}
    strategy:
      fail-fast: false
      matrix:
        os: [ubuntu-24.04, windows-2025]
        node: ['20', '22', '24']
        include:
          - os: macos-15
            node: '24'
    steps:
      - uses: actions/checkout@${SHA(n)} # v5.0.${n % 9}
        with:
          persist-credentials: false
      - uses: actions/setup-node@${SHA(n + 7)} # v5.1.${n % 7}
        with:
          node-version: \${{ matrix.node }}
          cache: npm
          cache-dependency-path: services/${word}/package-lock.json
      - name: Install
        working-directory: services/${word}
        run: npm ci --no-audit --no-fund
      - name: Test
        working-directory: services/${word}
        run: npm test -- --shard \${{ strategy.job-index }}/\${{ strategy.job-total }}
        env:
          CI: 'true'
          SEED: ${n}
      - name: Keep the coverage
        if: always() && matrix.os == 'ubuntu-24.04'
        uses: actions/upload-artifact@${SHA(n + 3)} # v5.0.0
        with:
          name: coverage-${word}-\${{ matrix.node }}
          path: services/${word}/coverage/lcov.info
          retention-days: ${3 + (n % 5)}

`,
  (word, job, n) => `  lint-${job}:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      # The whole history, for the check of commit messages.
      - uses: actions/checkout@${SHA(n)} # v5.0.0
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: astral-sh/setup-uv@${SHA(n + 1)} # v7.1.${n % 4}
        with:
          enable-cache: true
      - name: Lint and types
        run: |
          set -euo pipefail
          uv sync --locked --directory services/${word}
          uv run --directory services/${word} ruff check . --output-format github
          uv run --directory services/${word} mypy --strict src
          files=$(git diff --name-only "origin/main...HEAD" -- '*.md' | wc -l)
          echo "changed documents: $files (${n})"
      - name: Messages
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
          HEAD: \${{ github.event.pull_request.head.sha }}
        run: ./scripts/check-messages.sh "$BASE" "$HEAD"

`,
  (word, job, n) => `  image-${job}:
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      packages: write
      id-token: write
    outputs:
      digest: \${{ steps.build.outputs.digest }}
    services:
      cache:
        image: redis:7.4.${n % 3}@sha256:${SHA(n)}${SHA(n + 1).slice(0, 24)}
        ports: ['6379:6379']
    steps:
      - uses: actions/checkout@${SHA(n)} # v5.0.0
        with:
          persist-credentials: false
      - uses: docker/setup-buildx-action@${SHA(n + 2)} # v3.11.${n % 3}
      - uses: docker/login-action@${SHA(n + 4)} # v3.6.0
        with:
          registry: ghcr.io
          username: \${{ github.actor }}
          password: \${{ secrets.GITHUB_TOKEN }}
      - id: meta
        uses: docker/metadata-action@${SHA(n + 5)} # v5.8.0
        with:
          images: ghcr.io/\${{ github.repository }}/${word}
          tags: |
            type=sha,prefix=
            type=ref,event=branch
            type=semver,pattern={{version}}
      - id: build
        uses: docker/build-push-action@${SHA(n + 6)} # v6.18.0
        with:
          context: services/${word}
          push: \${{ github.event_name != 'pull_request' }}
          tags: \${{ steps.meta.outputs.tags }}
          labels: \${{ steps.meta.outputs.labels }}
          provenance: mode=max
          sbom: true
      - name: Sign
        env:
          DIGEST: \${{ steps.build.outputs.digest }}
        run: cosign sign --yes "ghcr.io/\${GITHUB_REPOSITORY}/${word}@\${DIGEST}"

`,
  (word, job, n) => `  plan-${job}:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    environment: \${{ github.event_name == 'push' && 'production' || 'review' }}
    permissions:
      contents: read
      id-token: write
    defaults:
      run:
        working-directory: infra/${word}
    steps:
      - uses: actions/checkout@${SHA(n)} # v5.0.0
        with: {persist-credentials: false}
      - uses: aws-actions/configure-aws-credentials@${SHA(n + 8)} # v5.0.0
        with:
          role-to-assume: arn:aws:iam::123456789012:role/${word}-plan
          aws-region: \${{ env.REGION }}
      - uses: hashicorp/setup-terraform@${SHA(n + 9)} # v3.1.2
        with:
          terraform_version: 1.13.${n % 5}
      - run: terraform fmt -check -recursive
      - run: terraform init -input=false -lockfile=readonly
      - name: Plan
        run: |
          terraform plan -input=false -out=plan.bin
          terraform show -no-color plan.bin > plan.txt
          if grep -q 'must be replaced' plan.txt; then
            echo "::warning::${word}: something is replaced (${n})"
          fi

`,
  (word, job, n) => `  release-${job}:
    if: startsWith(github.ref, 'refs/heads/release/') && !cancelled()
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@${SHA(n)} # v5.0.0
      - name: Version
        id: version
        run: |
          version=$(jq -r .version services/${word}/package.json)
          echo "value=$version" >> "$GITHUB_OUTPUT"
          echo "### ${word} $version" >> "$GITHUB_STEP_SUMMARY"
      - name: Publish
        env:
          GH_TOKEN: \${{ github.token }}
          VERSION: \${{ steps.version.outputs.value }}
        run: gh release create "${word}-v$VERSION" --generate-notes --target "$GITHUB_SHA"
      - name: Tell the team
        if: failure()
        uses: slackapi/slack-github-action@${SHA(n + 11)} # v2.1.1
        with:
          webhook: \${{ secrets.SLACK_WEBHOOK }}
          webhook-type: incoming-webhook
          payload: |
            text: "Release of ${word} failed: \${{ github.server_url }}/\${{ github.repository }}/actions/runs/\${{ github.run_id }}"

`,
];
