import type { Gate } from './gate-signs.ts';

/** What a variable does to a check: it succeeds whatever it finds, or it looks at less. */
export type Loosening = 'passes' | 'sees less';

/** A variable of the environment that a checking tool reads. */
export interface LooseningVariable {
  readonly name: RegExp;
  /** What the step must run for the variable to mean anything, or the check it must be. */
  readonly tool: RegExp | Gate;
  /** The option or input that says the same and is stronger. */
  readonly option: RegExp;
  /** Compares the values of both sides; absent where it was, or is, not set. */
  readonly loosens: (before: string | undefined, after: string | undefined) => Loosening | undefined;
}

/** As the tools document their variables in November 2026. */
export const LOOSENING_VARIABLES: readonly LooseningVariable[] = [
  // https://trivy.dev/latest/docs/configuration/
  { name: /^TRIVY_EXIT_CODE$/, tool: /trivy/i, option: /exit-code/, loosens: switchedOff },
  {
    name: /^TRIVY_SEVERITY$/,
    tool: /trivy/i,
    option: /severity/,
    loosens: (before, after) => fewer(before ?? SEVERITIES, after),
  },
  { name: /^TRIVY_SKIP_(DIRS|FILES)$/, tool: /trivy/i, option: /skip-(dirs|files)/, loosens: more },
  // https://github.com/anchore/grype#configuration
  { name: /^GRYPE_FAIL_ON_SEVERITY$/, tool: /grype|anchore/i, option: /fail-on|severity-cutoff/, loosens: higher },
  // https://www.checkov.io/2.Basics/CLI%20Command%20Reference.html
  { name: /^(CKV|CHECKOV)_SOFT_FAIL$/, tool: /checkov/i, option: /soft[-_]fail/, loosens: switchedOn },
  {
    name: /^CKV_(SKIP_CHECK|SKIP_FRAMEWORK|SOFT_FAIL_ON)$/,
    tool: /checkov/i,
    option: /skip[-_]|soft[-_]fail/,
    loosens: more,
  },
  // https://github.com/hadolint/hadolint#cli
  { name: /^HADOLINT_NOFAIL$/, tool: /hadolint/i, option: /no-fail/, loosens: switchedOn },
  { name: /^HADOLINT_IGNORE$/, tool: /hadolint/i, option: /ignore/, loosens: more },
  // https://semgrep.dev/docs/semgrep-ci/ci-environment-variables
  {
    name: /^SEMGREP_RULES$/,
    tool: /semgrep/i,
    option: /--config/,
    loosens: (before, after) => (before === undefined ? undefined : fewer(before, after)),
  },
  // https://pre-commit.com/#temporarily-disabling-hooks
  { name: /^SKIP$/, tool: /pre-commit/i, option: /SKIP=/, loosens: more },
  // https://docs.pytest.org/en/stable/reference/customize.html
  { name: /^PYTEST_ADDOPTS$/, tool: 'test', option: /PYTEST_ADDOPTS=/, loosens: pytestOptions },
  // https://maven.apache.org/surefire/maven-surefire-plugin/examples/skipping-tests.html
  { name: /^MAVEN_(ARGS|OPTS)$/, tool: /\bmvnw?\b/, option: /skipTests|test\.skip/, loosens: mavenOptions },
];

const SEVERITIES = 'UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL';
const ORDER = ['negligible', 'low', 'medium', 'high', 'critical'];

function isOn(value = ''): boolean {
  return /^(true|yes|on|[1-9]\d*)$/i.test(value.trim());
}

function switchedOn(before: string | undefined, after: string | undefined): Loosening | undefined {
  return isOn(after) && !isOn(before) ? 'passes' : undefined;
}

function switchedOff(before: string | undefined, after: string | undefined): Loosening | undefined {
  return isOn(before) && !isOn(after) ? 'passes' : undefined;
}

function itemsOf(value = ''): string[] {
  return value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
}

/** Something is left out that was there, and nothing came in its place. */
function fewer(before: string, after: string | undefined): Loosening | undefined {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  return now.length > 0 && now.length < old.length && now.every((item) => old.includes(item)) ? 'sees less' : undefined;
}

function more(before: string | undefined, after: string | undefined): Loosening | undefined {
  const old = itemsOf(before);
  return itemsOf(after).some((item) => !old.includes(item)) ? 'sees less' : undefined;
}

function higher(before: string | undefined, after: string | undefined): Loosening | undefined {
  const [old, now] = [before, after].map((value) => ORDER.indexOf((value ?? '').toLowerCase()));
  if (old === undefined || now === undefined || old < 0) return undefined;
  if (after === undefined || after === '') return 'passes';
  return now > old ? 'sees less' : undefined;
}

function pytestOptions(before = '', after = ''): Loosening | undefined {
  const added = (option: RegExp) => option.test(after) && !option.test(before);
  if (added(/(^|\s)--co(llect-only)?(\s|$)/)) return 'passes';
  return added(/(^|\s)(-k|-m|--deselect|--ignore(-glob)?)([\s=]|$)/) ? 'sees less' : undefined;
}

function mavenOptions(before = '', after = ''): Loosening | undefined {
  const skips = /-D(skipTests|maven\.test\.skip)(=true)?(\s|$)/;
  return skips.test(after) && !skips.test(before) ? 'passes' : undefined;
}
