import { describe, expect, test } from '@jest/globals';
import { type Checked, check } from '../../../src/check/check.ts';
import { rules } from '../../../src/rules/index.ts';
import { projectOf } from '../../support/project-of.ts';

type Texts = Readonly<Record<string, string>>;

const CI = '.github/workflows/ci.yml';

async function review(id: string, base: Texts, head: Texts): Promise<Checked> {
  const project = await projectOf(base, head);
  return check(
    project,
    rules.filter((rule) => rule.id === id),
  );
}

const introduced = ({ findings }: Checked) => findings.filter(({ status }) => status === 'introduced');
const doubts = ({ runs }: Checked) => runs.filter(({ state }) => state === 'could-not-verify');

function workflow(jobs: string): string {
  return `on: push\njobs:\n${jobs}`;
}

function job(id: string, step: string, more = ''): string {
  return `  ${id}:\n    runs-on: ubuntu-24.04\n${more}    steps:\n      - ${step}\n`;
}

describe('what is not certain is said as such', () => {
  test('an environment that the run decides is a doubt, not silence', async () => {
    const base = { [CI]: workflow(job('deploy', 'run: helm upgrade app .', '    environment: production\n')) };
    const head = {
      [CI]: workflow(job('deploy', 'run: helm upgrade app .', `    environment: \${{ inputs.target }}\n`)),
    };

    const checked = await review('approval-removed', base, head);

    expect(introduced(checked)).toEqual([]);
    expect(doubts(checked)).toHaveLength(1);
  });

  test('a deployment that went into a script of unknown contents is likely, one that stands there certain', async () => {
    const protectedJob = job('deploy', 'run: helm upgrade app .', '    environment: production\n');
    const hidden = await review(
      'approval-removed',
      { [CI]: workflow(protectedJob) },
      { [CI]: workflow(job('deploy', 'run: ./go.sh')) },
    );
    const open = await review(
      'approval-removed',
      { [CI]: workflow(protectedJob) },
      { [CI]: workflow(job('deploy', 'run: helm upgrade app .')) },
    );

    expect(introduced(hidden).map(({ confidence }) => confidence)).toEqual(['likely']);
    expect(introduced(open).map(({ confidence }) => confidence)).toEqual(['certain']);
  });

  test('a handler that nobody can look into makes a lost failure likely', async () => {
    const base = { [CI]: workflow(job('test', 'run: make test')) };
    const certain = await review('gate-non-blocking', base, { [CI]: workflow(job('test', 'run: make test || true')) });
    const likely = await review('gate-non-blocking', base, {
      [CI]: workflow(job('test', 'run: make test || ./tell.sh')),
    });

    expect(introduced(certain).map(({ confidence }) => confidence)).toEqual(['certain']);
    expect(introduced(likely).map(({ confidence }) => confidence)).toEqual(['likely']);
  });

  test('a check that is called through something else is a doubt', async () => {
    const base = { [CI]: workflow(job('test', 'name: Unit tests\n        run: pytest')) };
    const head = { [CI]: workflow(job('test', 'name: Unit tests\n        run: ./scripts/unit.sh')) };

    const checked = await review('scanner-or-test-removed', base, head);

    expect(introduced(checked)).toEqual([]);
    expect(doubts(checked)).toHaveLength(1);
  });
});

describe('a script full of untrusted text', () => {
  const script = (count: number) =>
    `on: issues\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n${Array.from({ length: count }, () => `          echo "\${{ github.event.issue.title }}"\n`).join('')}`;

  test('gives at most fifty findings and one for the rest', async () => {
    const checked = await review('template-injection', {}, { [CI]: script(1500) });

    expect(introduced(checked)).toHaveLength(51);
    expect(introduced(checked).some(({ message }) => message.what.startsWith('1450 further'))).toBe(true);
  });

  test('gives findings that share one fix', async () => {
    const checked = await review('template-injection', {}, { [CI]: script(20) });

    expect(new Set(introduced(checked).map(({ fix }) => fix)).size).toBe(1);
  });
});
