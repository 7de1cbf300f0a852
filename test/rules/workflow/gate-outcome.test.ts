import { beforeAll, expect, test } from '@jest/globals';
import { readShell } from '../../../src/documents/shell/script-commands.ts';
import { loadGrammars } from '../../../src/documents/syntax-tree.ts';
import { gateOutcome, type Outcome } from '../../../src/rules/workflow/shell-runs/gate-outcome.ts';

beforeAll(() => loadGrammars(['bash']));

/** What becomes of a script under GitHub's default shell when its `pytest` fails. */
function outcomeOf(text: string, errexit = true, pipefail = false): Outcome | undefined {
  const script = readShell(text);
  const gate = script.commands.find((command) => /^(\S+ )*pytest\b/.test(command.text));
  return gate && gateOutcome(script, gate, { kind: 'posix', errexit, pipefail });
}

test.each([
  'pytest',
  'cd app && pytest',
  'pytest || exit 1',
  'pytest || { echo failed; exit 1; }',
  'pytest || die "no"',
  'if ! pytest; then exit 1; fi',
  'set +e\npytest\nrc=$?\n./collect.sh\nexit $rc',
  'pytest || rc=$?\nif [[ ${rc:-0} -ne 0 ]]; then exit $rc; fi',
  'failed=0\npytest || failed=1\n[ "$failed" -eq 0 ] || exit 1',
  'errors=0\npytest || errors=$((errors + 1))\nif (( errors > 0 )); then exit 1; fi',
  'set -o pipefail\npytest | tee log',
  'pytest | tee log; exit ${PIPESTATUS[0]}',
  'pytest > >(tee log) 2>&1',
  'out=$(pytest)\necho "$out"',
  'pytest &\nwait $!',
  'until pytest; do sleep 5; done',
  'run() { pytest; }\nrun',
  'if [ -d tests ]; then pytest; fi',
  'case $x in a) pytest;; esac',
  'trap cleanup EXIT\npytest',
  'pytest || pytest --lf',
])('fails with its check: %j', (script) => {
  expect(outcomeOf(script)).toBe('fails');
});

test.each([
  'pytest || true',
  'pytest || /usr/bin/env true',
  'pytest || (exit 0)',
  '{ pytest; } || true',
  'run() { pytest; }\nrun || true',
  '! pytest',
  'pytest | tee log',
  'pytest &\nwait',
  'if pytest; then :; fi',
  'pytest && echo ok\n./next.sh',
  'set +e\npytest\necho done',
  'export OUT=$(pytest)',
  "trap 'exit 0' EXIT\npytest",
  "trap 'exit 0' ERR\npytest",
  'leave() { exit 0; }\ntrap leave EXIT\npytest',
  'for i in 1 2; do pytest && break; sleep 5; done',
  'while ! pytest; do break; done',
])('passes although its check failed: %j', (script) => {
  expect(outcomeOf(script)).toBe('passes');
});

test.each([
  'exit 0\npytest',
  'exec true\npytest',
  'pytest() { true; }\npytest',
  'if false; then pytest; fi',
  'true || pytest',
])('never runs its check: %j', (script) => {
  expect(outcomeOf(script)).toBe('never runs');
});

test('what a program after `||` does is not known', () => {
  expect(outcomeOf('pytest || ./notify.sh')).toBe('may pass');
});

test('the options of the shell count', () => {
  expect(outcomeOf('pytest\necho done', false)).toBe('passes');
  expect(outcomeOf('pytest | tee log', true, true)).toBe('fails');
});

test('a script that is too long to be followed is not judged', () => {
  const branches = Array.from({ length: 3000 }, (_, i) => `if [ "$X${i}" = 1 ]; then Y${i}=1; fi`).join('\n');

  expect(outcomeOf(`${branches}\npytest || true`)).toBe('unknown');
});
