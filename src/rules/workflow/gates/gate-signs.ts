import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';

/** What a gate checks: the word that stands in messages. */
export type Gate = 'test' | 'scan' | 'validation' | 'evaluation' | 'lint' | 'build';

/** Programs that fail when something is wrong. First match wins. */
const COMMANDS: readonly (readonly [RegExp, Gate])[] = [
  [
    /\b(trivy|grype|snyk|semgrep|bandit|checkov|tfsec|kics|terrascan|gitleaks|trufflehog|zizmor|pip-audit|safety (check|scan)|(npm|yarn|pnpm|cargo|bundle) audit|osv-scanner|govulncheck|dependency-check|codeql|cosign verify|detect-secrets|gosec|brakeman)\b/,
    'scan',
  ],
  [
    /\b(dvc (metrics|repro|exp run)|evaluate(_model)?\.py|\S*(evaluat|benchmark|check_?metrics|model_?gate|quality_?gate)\w*\.(py|sh)|deepeval|ragas|promptfoo|lm_eval)\b/,
    'evaluation',
  ],
  [
    /\b(pytest|py\.test|tox|nox|unittest|coverage run|jest|vitest|mocha|playwright|cypress|karma|rspec|minitest|phpunit|ctest|nosetests|behave|robot|go test|cargo (nextest|test)|dotnet test|mvn (\S+ )*(verify|test)|\.?\/?(gradlew|gradle|mvnw) (\S+ )*(test|check|verify)|swift test|bats|newman|k6|locust|(npm|yarn|pnpm|bun)( run)? (test|e2e)[\w:-]*|npm t|make (\S+ )*(test|check|e2e|verify)[\w-]*|bazel test|helm test|terratest)\b/,
    'test',
  ],
  [
    /\b(great_expectations|gx checkpoint|dbt (test|build)|soda scan|pandera|terraform (validate|plan|fmt)|tflint|kubeconform|kubeval|conftest|kubectl (\S+ )*--dry-run|helm (lint|template)|kube-linter|kube-score|actionlint|opa test|nginx -t|promtool check|docker compose config|cfn-lint|validate\w*\.(py|sh)|make (\S+ )*validate[\w-]*)\b/,
    'validation',
  ],
  [
    /\b(ruff|flake8|pylint|mypy|pyright|black|isort|eslint|prettier|stylelint|golangci-lint|go vet|staticcheck|clippy|cargo fmt|rubocop|shellcheck|hadolint|yamllint|markdownlint|ansible-lint|sqlfluff|tsc|biome|ktlint|detekt|pre-commit|(npm|yarn|pnpm|bun)( run)? (lint|typecheck|check)[\w:-]*|make (\S+ )*(lint|typecheck|fmt-check)[\w-]*)\b/,
    'lint',
  ],
  [
    /\b(docker( buildx)? build|go build|cargo build|(npm|yarn|pnpm|bun) (run )?build|make build|python -m build|mvn (\S+ )*package|dotnet build|bazel build)\b/,
    'build',
  ],
];

const ACTIONS: readonly (readonly [RegExp, Gate])[] = [
  [
    /^(aquasecurity\/(trivy|tfsec)[\w-]*|anchore\/scan-action|snyk\/|bridgecrewio\/checkov-action|checkmarx\/|github\/codeql-action\/analyze|semgrep\/|returntocorp\/semgrep-action|gitleaks\/|trufflesecurity\/|actions\/dependency-review-action|docker\/scout-action|zizmorcore\/|sonarsource\/|zaproxy\/|ossf\/scorecard-action|pypa\/gh-action-pip-audit|google\/osv-scanner-action)/i,
    'scan',
  ],
  [
    /^(cypress-io\/github-action|dorny\/test-reporter|reactivecircus\/android-emulator-runner|helm\/chart-testing-action)/i,
    'test',
  ],
  [
    /^(golangci\/golangci-lint-action|(super-linter|github)\/super-linter|hadolint\/hadolint-action|pre-commit\/action|astral-sh\/ruff-action|psf\/black|reviewdog\/|ludeeus\/action-shellcheck|oxsecurity\/megalinter|chartboost\/ruff-action|wagoid\/commitlint-github-action)/i,
    'lint',
  ],
  [/^(stefanprodan\/kube-tools|instrumenta\/kubeval-action|open-policy-agent\/|terraform-linters\/)/i, 'validation'],
  [/^docker\/(build-push-action|bake-action)/i, 'build'],
];

const NAMES: readonly (readonly [RegExp, Gate])[] = [
  [/(^|[^a-z])(scan|audit|security|vulnerab\w*|sast|dast|secrets?[-_ ]scan\w*)([^a-z]|$)/i, 'scan'],
  [/(^|[^a-z])(evaluat\w*|quality[-_ ]gate|model[-_ ]gate|metrics?[-_ ](check|gate))([^a-z]|$)/i, 'evaluation'],
  [/(^|[^a-z])(tests?|testing|unit|integration|e2e|smoke|regression|coverage)([^a-z]|$)/i, 'test'],
  [/(^|[^a-z])(validat\w*|verif(y|ies|ication)|check(s)?|gate)([^a-z]|$)/i, 'validation'],
  [/(^|[^a-z])(lint\w*|type[-_ ]?check|format[-_ ]check|static[-_ ]analysis)([^a-z]|$)/i, 'lint'],
];

/** What runs beside a gate and may fail: tidying up, telling people, caching, carrying files, installing. */
const BESIDE =
  /(^|[^a-z])(clean[-_ ]?up|teardown|tear[-_ ]down|notif\w*|slack|teams|comment|cache|upload|download|artifacts?|report(s|ing)?|summary|publish results|badge|install|set[-_ ]?up|prepare|login|log in|logs?|debug|dump|diagnos\w*|experimental|nightly|canary|allowed[-_ ]to[-_ ]fail|informational|non[-_ ]blocking|optional)([^a-z]|$)/i;
const BESIDE_ACTIONS =
  /^(actions\/(upload|download|cache|setup|checkout|github-script)|codecov\/|slackapi\/|8398a7\/|marocchino\/|peter-evans\/|thollander\/|coverallsapp\/|github\/codeql-action\/upload-sarif|docker\/(login|setup|metadata))/i;
const BESIDE_COMMANDS =
  /^(sudo )?(rm|mkdir|cp|mv|kill|pkill|killall|docker (rm|rmi|stop|kill|network|volume|logs|system|image prune|pull)|docker compose (\S+ )*(down|stop|rm|logs)|git (fetch|pull|config|branch|tag|stash|add|commit)|apt(-get)?|brew|pip3? install|npm (ci|install)|curl|wget|echo|cat|ls|df|grep|find|which|test|\[+|kubectl (\S+ )*(delete|logs|describe|get)|helm (uninstall|delete|repo)|systemctl|sleep|export|unset|printenv|env)\b/;

/** An action that publishes to a test registry, or deploys to a test environment, checks nothing. */
const DELIVERS = /^(publish|deploy|push|release)\b/i;

/** What a command line checks; undefined where it is no gate. */
export function gateOfCommand(line: string): Gate | undefined {
  // What a variable is called says nothing of what it holds.
  const plain = line.replace(/\$(\w+|\{\w+\})/g, '$');
  const command = plain.replace(/^(\w+=\S* )+/, '').replace(/^(sudo|time|exec|env) /, '');
  if (BESIDE_COMMANDS.test(command)) return undefined;
  return COMMANDS.find(([pattern]) => pattern.test(command))?.[1];
}

/** Whether a program that can be a gate is named anywhere in a script of one line: a look before it is parsed. */
export function namesGate(script: string): boolean {
  return COMMANDS.some(([pattern]) => pattern.test(script));
}

/** Whether a command does no more than tidy up, install, fetch or print. */
export function isBesideCommand(line: string): boolean {
  return BESIDE_COMMANDS.test(line.replace(/^(\w+=\S* )+/, ''));
}

/** What the name of a step or job says it checks; undefined for what may fail without harm. */
export function gateOfName(name: string | undefined): Gate | undefined {
  if (!name || BESIDE.test(name)) return undefined;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** What a step checks, by what it runs, else by what it is called. */
export function gateOfStep(step: Step, lines: readonly string[]): Gate | undefined {
  if (BESIDE.test(step.name ?? '')) return undefined;
  if (step.uses?.kind === 'repository') {
    const name = `${step.uses.repository}/${step.uses.path}`;
    if (BESIDE_ACTIONS.test(name)) return undefined;
    const known = ACTIONS.find(([pattern]) => pattern.test(name))?.[1];
    return known ?? (DELIVERS.test(step.name ?? '') ? undefined : gateOfName(step.name));
  }
  for (const line of lines) {
    const gate = gateOfCommand(line);
    if (gate) return gate;
  }
  if (step.run && lines.every(isBesideCommand)) return undefined;
  return gateOfName(step.name) ?? gateOfName(step.id);
}

/** Whether a job's failure should stop what follows. */
export function gateOfJob(job: Job, linesOf: (step: Step) => readonly string[]): Gate | undefined {
  if (BESIDE.test(job.name ?? '') || BESIDE.test(job.id)) return undefined;
  const gates = job.steps.flatMap((step) => gateOfStep(step, linesOf(step)) ?? []);
  return (
    gates.find((gate) => gate !== 'build' && gate !== 'lint') ?? gateOfName(job.id) ?? gateOfName(job.name) ?? gates[0]
  );
}
