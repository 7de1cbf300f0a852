import { describe, expect, test } from '@jest/globals';
import { decide, isForModel } from '../../src/personas/decide.ts';
import type { VerdictContext } from '../../src/personas/verdict-context.ts';
import type { ChecklistItem, Evidence, Finding, Persona, Run, Verdict } from '../../src/types.ts';
import { aFinding } from '../policy/a-finding.ts';

const CI = '.github/workflows/ci.yml';
const CD = '.github/workflows/deploy.yml';

const anItem = (different: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id: 'approved',
  text: 'Deployments need an approval',
  section: 'Delivery',
  line: 9,
  kinds: ['workflow'],
  rules: ['approval-removed'],
  partial: false,
  judge: 'rules',
  ...different,
});

const aRun = (different: Partial<Run> = {}): Run => ({
  rule: 'approval-removed',
  subject: CI,
  kinds: ['workflow'],
  state: 'ran',
  proofs: [],
  ...different,
});

const aProof = (message: string, startLine = 18): Evidence => ({
  location: { path: CI, side: 'head', startLine, startColumn: 1, endLine: startLine, endColumn: 9 },
  message,
});

interface Given {
  readonly item?: Partial<ChecklistItem>;
  readonly findings?: readonly Finding[];
  readonly runs?: readonly Run[];
  readonly context?: Partial<VerdictContext>;
}

function verdict({ item, findings = [], runs = [aRun()], context }: Given): Verdict {
  const persona: Persona = {
    name: 'devops-engineer',
    title: 'DevOps engineer',
    path: 'agents/devops-engineer.md',
    prompt: '',
    kinds: ['workflow'],
    items: [anItem(item)],
  };
  const [first] = decide(persona, findings, runs, { changed: [], unparsed: [], excluded: new Map(), ...context });
  if (first === undefined) throw new Error('no verdict');
  return first;
}

const waivedBy = { who: 'mira', why: 'approved in the release job.', until: '2026-12-01', by: 'file' as const };

describe('unmet', () => {
  test('an introduced finding of a bound rule', () => {
    expect(verdict({ findings: [aFinding()] })).toMatchObject({
      persona: 'devops-engineer',
      outcome: 'unmet',
      by: 'rules',
      because: '`environment: production` removed, deploy.yml:41',
      findings: ['f1'],
      evidence: [{ location: { startLine: 41 } }],
    });
  });

  test('counts the others', () => {
    const findings = [aFinding(), aFinding({ fingerprint: 'f2' }), aFinding({ fingerprint: 'f3' })];
    expect(verdict({ findings })).toMatchObject({
      because: '`environment: production` removed, deploy.yml:41, and 2 more',
      findings: ['f1', 'f2', 'f3'],
    });
  });

  test('comes before a failed rule, a waived finding and an older one', () => {
    const findings = [aFinding({ status: 'existing' }), aFinding({ waivedBy }), aFinding({ fingerprint: 'open' })];
    expect(verdict({ findings, runs: [aRun({ state: 'failed' })] })).toMatchObject({
      outcome: 'unmet',
      findings: ['open'],
    });
  });

  test('also when the change silences the finding itself, and when rules cover the item only in part', () => {
    expect(verdict({ findings: [aFinding({ silencedBy: 'line 3' })] }).outcome).toBe('unmet');
    expect(verdict({ item: { partial: true, judge: 'model' }, findings: [aFinding()] }).outcome).toBe('unmet');
  });

  test('not by a finding of another rule, and not by one that is resolved', () => {
    expect(verdict({ findings: [aFinding({ rule: 'job-needs' })] }).outcome).toBe('no-objection');
    expect(verdict({ findings: [aFinding({ status: 'resolved' })] }).outcome).toBe('no-objection');
  });
});

describe('undecided, because a rule could not tell', () => {
  test('a bound rule failed', () => {
    const runs = [aRun(), aRun({ subject: CD, state: 'failed', reason: 'cannot read undefined.' })];
    expect(verdict({ runs })).toMatchObject({
      outcome: 'undecided',
      by: 'rules',
      because: '`approval-removed` failed on deploy.yml: cannot read undefined',
    });
  });

  test('a bound rule could not verify', () => {
    const runs = [aRun({ state: 'could-not-verify', reason: 'the called workflow is elsewhere' })];
    expect(verdict({ runs }).because).toBe(
      '`approval-removed` could not verify ci.yml: the called workflow is elsewhere',
    );
  });

  test('its file did not parse', () => {
    const unparsed = [{ path: CD, kind: 'workflow' as const, reason: 'Not valid YAML: bad indentation.' }];
    expect(verdict({ context: { unparsed } })).toMatchObject({
      outcome: 'undecided',
      because: 'deploy.yml did not parse: Not valid YAML: bad indentation',
    });
  });

  test('a file of another kind that did not parse does not matter', () => {
    const unparsed = [{ path: 'main.tf', kind: 'terraform' as const, reason: 'x' }];
    expect(verdict({ context: { unparsed } }).outcome).toBe('no-objection');
  });

  test('comes before waived and debt', () => {
    const runs = [aRun({ state: 'failed' })];
    expect(verdict({ findings: [aFinding({ waivedBy })], runs }).outcome).toBe('undecided');
    expect(verdict({ findings: [aFinding({ status: 'existing' })], runs }).outcome).toBe('undecided');
  });

  test('another rule failing does not matter', () => {
    expect(verdict({ runs: [aRun(), aRun({ rule: 'job-needs', state: 'failed' })] }).outcome).toBe('no-objection');
  });
});

describe('waived', () => {
  test('introduced findings that are all accepted: by whom, until when and why', () => {
    expect(verdict({ findings: [aFinding({ waivedBy }), aFinding({ status: 'existing' })] })).toMatchObject({
      outcome: 'waived',
      because:
        'accepted by mira until 2026-12-01: approved in the release job (`environment: production` removed, deploy.yml:41)',
      findings: ['f1'],
    });
  });
});

describe('debt', () => {
  test.each(['existing', 'moved'] as const)('findings that are %s are older than the change', (status) => {
    expect(verdict({ findings: [aFinding({ status })] })).toMatchObject({
      outcome: 'debt',
      because: 'older than this change: `environment: production` removed, deploy.yml:41',
    });
  });

  test('comes before a proof', () => {
    const runs = [aRun({ proofs: [aProof('5 of 5 by full SHA')] })];
    expect(verdict({ findings: [aFinding({ status: 'existing' })], runs }).outcome).toBe('debt');
  });
});

describe('not applicable', () => {
  test('no bound rule had anything to look at', () => {
    expect(verdict({ runs: [] })).toMatchObject({
      outcome: 'not-applicable',
      because: '`approval-removed` had nothing to look at',
    });
    expect(verdict({ runs: [aRun({ state: 'not-applicable' })] }).outcome).toBe('not-applicable');
  });

  test('an item for a model, where no file of its kinds was looked at', () => {
    const item: Partial<ChecklistItem> = { rules: [], judge: 'model', kinds: ['dockerfile', 'compose'] };
    expect(verdict({ item })).toMatchObject({
      outcome: 'not-applicable',
      because: 'no Dockerfile or Compose file was looked at',
    });
  });

  test('the team has switched its rules off', () => {
    const excluded = new Map([['approval-removed', 'switched off in the settings']]);
    expect(verdict({ runs: [], context: { excluded } })).toMatchObject({
      outcome: 'not-applicable',
      because: '`approval-removed`: switched off in the settings',
    });
  });
});

describe('met', () => {
  test('a proof was found, and is cited', () => {
    const runs = [aRun({ proofs: [aProof('5 of 5 by full SHA')] }), aRun({ subject: CD })];
    expect(verdict({ runs })).toMatchObject({
      outcome: 'met',
      because: '5 of 5 by full SHA, ci.yml:18',
      evidence: [aProof('5 of 5 by full SHA')],
    });
  });

  test('a proof of a part does not prove the whole: the model gets it as evidence', () => {
    const given: Given = {
      item: { partial: true, judge: 'model' },
      runs: [aRun({ proofs: [aProof('pinned')] })],
    };
    expect(verdict(given)).toMatchObject({
      outcome: 'undecided',
      because: 'pinned, ci.yml:18; rules answer only part of this',
      evidence: [aProof('pinned')],
    });
  });
});

describe('gap', () => {
  const item: Partial<ChecklistItem> = { rules: ['rollback-evidence'] };
  const changed = [{ path: CD, kind: 'workflow', status: 'modified' } as const];
  const runs = [aRun({ rule: 'rollback-evidence', subject: CD })];

  test('rules that look for evidence found none where the change is', () => {
    expect(verdict({ item, runs, context: { changed } })).toMatchObject({
      outcome: 'gap',
      because: 'nothing that shows it was found in 1 workflow',
    });
  });

  test('is not raised where the change touches nothing of it', () => {
    expect(verdict({ item, runs: [aRun({ rule: 'rollback-evidence' })], context: { changed } })).toMatchObject({
      outcome: 'not-applicable',
      because: '1 workflow looked at, none touched by this change',
    });
  });

  test('a folder is touched by any file in it, the whole repository by any file of its kind', () => {
    const files = [{ path: 'infra/net/main.tf', kind: 'terraform', status: 'added' } as const];
    const inFolder = (subject: string) =>
      verdict({
        item,
        runs: [aRun({ rule: 'rollback-evidence', subject, kinds: ['terraform'] })],
        context: { changed: files },
      }).outcome;
    expect(inFolder('infra/net')).toBe('gap');
    expect(inFolder('.')).toBe('gap');
    expect(inFolder('infra/ne')).toBe('not-applicable');
  });

  test('evidence closes it', () => {
    const found = [aRun({ rule: 'rollback-evidence', subject: CD, proofs: [aProof('`--atomic`', 33)] })];
    expect(verdict({ item, runs: found, context: { changed } })).toMatchObject({
      outcome: 'met',
      because: '`--atomic`, ci.yml:33',
    });
  });

  test('a rule that looks for defects beside them makes silence no gap', () => {
    const mixed = { rules: ['rollback-evidence', 'approval-removed'] };
    expect(verdict({ item: mixed, runs: [...runs, aRun()], context: { changed } }).outcome).toBe('no-objection');
  });
});

describe('no objection', () => {
  test('all bound rules ran and were silent; the sentence counts what they saw', () => {
    expect(verdict({ runs: [aRun(), aRun({ subject: CD })] })).toMatchObject({
      outcome: 'no-objection',
      by: 'rules',
      because: '2 workflows looked at by `approval-removed`, nothing found',
    });
  });

  test('rules that saw the same are named together, others apart', () => {
    const item: Partial<ChecklistItem> = { rules: ['a', 'b', 'c'], kinds: ['workflow', 'dockerfile'] };
    const runs = [
      aRun({ rule: 'a' }),
      aRun({ rule: 'b' }),
      aRun({ rule: 'c', subject: 'Dockerfile', kinds: ['dockerfile'] }),
    ];
    expect(verdict({ item, runs }).because).toBe(
      '1 workflow looked at by `a` and `b`; 1 Dockerfile by `c`, nothing found',
    );
  });

  test('a rule that the settings do not want is not counted as silent', () => {
    const excluded = new Map([['b', 'switched off in the settings']]);
    const given: Given = { item: { rules: ['a', 'b'] }, runs: [aRun({ rule: 'a' })], context: { excluded } };
    expect(verdict(given).because).toBe(
      '1 workflow looked at by `a`, nothing found; `b`: switched off in the settings',
    );
  });
});

describe('undecided, for the model', () => {
  test('no rule is bound', () => {
    const answer = verdict({ item: { rules: [], judge: 'model' }, runs: [aRun(), aRun({ subject: CD })] });
    expect(answer).toMatchObject({
      outcome: 'undecided',
      by: 'nobody',
      because: 'no rule answers this; 2 workflows to look at',
    });
    expect(isForModel(answer)).toBe(true);
  });

  test('rules cover only part of it', () => {
    const answer = verdict({ item: { partial: true, judge: 'model' } });
    expect(answer).toMatchObject({
      outcome: 'undecided',
      because: '1 workflow looked at by `approval-removed`, nothing found; rules answer only part of this',
    });
    expect(isForModel(answer)).toBe(true);
  });

  test('what a rule failed to answer is not handed to a model', () => {
    expect(isForModel(verdict({ runs: [aRun({ state: 'failed' })] }))).toBe(false);
  });

  test('nor is anything that has an answer', () => {
    expect(isForModel(verdict({ item: { partial: true, judge: 'model' }, findings: [aFinding()] }))).toBe(false);
  });
});

describe('not judgeable', () => {
  test('about people or running systems: the nearest sign is named', () => {
    const item: Partial<ChecklistItem> = { rules: [], judge: 'nobody', proxy: '2 replicas' };
    expect(verdict({ item })).toMatchObject({
      outcome: 'not-judgeable',
      by: 'nobody',
      because: 'not visible in a pull request; nearest sign: 2 replicas',
    });
  });
});

test('every item gets one verdict, in the order of the checklist', () => {
  const items = [anItem({ id: 'a' }), anItem({ id: 'b', rules: [], judge: 'nobody' }), anItem({ id: 'c', rules: [] })];
  const persona: Persona = { name: 'p', title: 'P', path: 'p.md', prompt: '', kinds: ['workflow'], items };
  const verdicts = decide(persona, [], [aRun()], { changed: [], unparsed: [], excluded: new Map() });
  expect(verdicts.map(({ item, outcome }) => [item.id, outcome])).toEqual([
    ['a', 'no-objection'],
    ['b', 'not-judgeable'],
    ['c', 'undecided'],
  ]);
});
