import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { builtInAgents } from '../../src/local/assets.ts';
import { type Personas, readPersonas } from '../../src/personas/read-personas.ts';
import { rules } from '../../src/rules/index.ts';
import type { FileContent } from '../../src/types.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));
const file = (name: string) => readFileSync(new URL(`files/${name}.txt`, import.meta.url), 'utf8');
const PLATFORM = file('platform-reviewer');
const MODELS = file('model-release');

interface Repository {
  /** Files at the tip of the base branch. */
  readonly tip: Readonly<Record<string, string | FileContent>>;
  /** Paths at the merge base; default: those of the tip. */
  readonly tree?: readonly string[] | 'unknown';
  readonly agents?: readonly string[];
  readonly discoverAgents?: boolean;
}

async function read({ tip, tree, agents = [], discoverAgents = true }: Repository) {
  const asked: (readonly string[])[] = [];
  const source = {
    tree: async (side: string) => {
      expect(side).toBe('base');
      return tree === 'unknown' ? tree : new Set(tree ?? Object.keys(tip));
    },
    readPolicy: async (paths: readonly string[]) => {
      asked.push(paths);
      return new Map(paths.map((path) => [path, contentOf(tip[path])]));
    },
  };
  const personas = await readPersonas(await builtInAgents(), { agents, discoverAgents }, source, RULES);
  return { ...personas, asked };
}

function contentOf(text: string | FileContent | undefined): FileContent {
  if (text === undefined) return { state: 'absent' };
  return typeof text === 'string' ? { state: 'text', text } : text;
}

const namesOf = ({ personas }: Pick<Personas, 'personas'>) => personas.map(({ name }) => name);
const OURS = ['devops-engineer', 'mlops-engineer'];

describe('an agent file in the usual folders', () => {
  test.each(['.claude/agents/platform-reviewer.md', '.github/agents/platform-reviewer.md'])(
    'speaks if it is about delivery: %s',
    async (path) => {
      const found = await read({ tip: { [path]: PLATFORM } });
      expect(namesOf(found)).toEqual([...OURS, 'platform-reviewer']);
      expect(found.problems).toEqual([]);
      expect(found.personas.map(({ found: only }) => only)).toEqual([undefined, undefined, true]);
    },
  );

  test('is called only by the kinds that its items were bound to', async () => {
    const { personas } = await read({ tip: { '.claude/agents/a.md': PLATFORM } });
    const guest = personas.at(-1);
    expect(guest?.kinds).toContain('terraform');
    expect(guest?.kinds).not.toContain('params');
    expect(guest?.items.find(({ rules: bound }) => bound.length === 0)?.kinds).toEqual(guest?.kinds);
  });

  test('does not speak about pipelines because it mentions secrets', async () => {
    const text = `---
name: frontend-developer
description: Builds user interfaces.
---
- [ ] No credentials are hardcoded
- [ ] Unit tests run in CI
- [ ] Dependencies are pinned
- [ ] Components are accessible
`;
    const { unused, ...found } = await read({ tip: { '.claude/agents/frontend-developer.md': text } });
    expect(namesOf(found)).toEqual(OURS);
    expect(unused).toEqual([
      { path: '.claude/agents/frontend-developer.md', reason: expect.stringContaining('neither its name nor') },
    ]);
  });

  test('does not speak if next to nothing of it is about rules', async () => {
    const text = '---\nname: devops-coach\n---\n- [ ] The team learns\n- [ ] Actions are pinned\n';
    const { unused, ...found } = await read({ tip: { '.claude/agents/devops-coach.md': text } });
    expect(namesOf(found)).toEqual(OURS);
    expect(unused[0]?.reason).toBe('1 of its 2 items are about something that rules look at, fewer than 3');
  });

  test('that settings name speaks whatever it is about', async () => {
    const text = '---\nname: coach\n---\n- [ ] The team learns\n';
    const found = await read({ tip: { '.claude/agents/coach.md': text }, agents: ['.claude/agents/coach.md'] });
    expect(namesOf(found)).toEqual([...OURS, 'coach']);
    expect(found.personas.at(-1)?.found).toBeUndefined();
    expect(found.unused).toEqual([]);
  });

  test('is left alone where the settings say so, and nothing is read', async () => {
    const found = await read({ tip: { '.claude/agents/a.md': PLATFORM }, discoverAgents: false });
    expect(namesOf(found)).toEqual(OURS);
    expect(found.asked).toEqual([]);
  });

  test.each([
    'agents/a.md',
    '.claude/agents/deep/a.md',
    '.claude/agents/a.txt',
    '.github/agents/README.md',
    'x/.claude/agents/a.md',
  ])('lies nowhere else: %s', async (path) => {
    expect(namesOf(await read({ tip: { [path]: PLATFORM } }))).toEqual(OURS);
  });

  test('that cannot be read is said to be so', async () => {
    const { unused } = await read({
      tip: { '.claude/agents/a.md': { state: 'omitted', reason: 'a binary file' }, '.claude/agents/b.md': '' },
    });
    expect(unused).toEqual([
      { path: '.claude/agents/a.md', reason: 'it cannot be read: a binary file' },
      { path: '.claude/agents/b.md', reason: 'it has neither a name nor anything to check' },
    ]);
  });

  test('that is gone from the tip of the base branch does not speak', async () => {
    const found = await read({ tip: {}, tree: ['.claude/agents/a.md'] });
    expect(namesOf(found)).toEqual(OURS);
    expect(found.unused).toEqual([]);
  });

  test('is not looked for where the listing is cut', async () => {
    expect((await read({ tip: { '.claude/agents/a.md': PLATFORM }, tree: 'unknown' })).asked).toEqual([]);
  });
});

test('all agent files of a repository are read at once, and at most three of those found speak', async () => {
  const many = Array.from({ length: 60 }, (_, i) => {
    const name = `platform-${String(i).padStart(2, '0')}`;
    return [`.claude/agents/${name}.md`, PLATFORM.replace('platform-reviewer', name)] as const;
  });
  const found = await read({
    tip: { ...Object.fromEntries(many), 'ops/models.md': MODELS },
    agents: ['ops/models.md'],
  });
  expect(found.asked).toHaveLength(1);
  expect(found.asked[0]?.length).toBeLessThanOrEqual(41);
  expect(namesOf(found)).toEqual(
    [...OURS, 'model-release', 'platform-00', 'platform-01', 'platform-02'].map(nameOrModels),
  );
  expect(found.unused[0]?.reason).toBe('3 found files speak already');
});

/** A file without front matter is called like the file. */
function nameOrModels(name: string): string {
  return name === 'model-release' ? 'models' : name;
}

describe('a file of the repository that is called like one of ours', () => {
  const own = PLATFORM.replace('name: platform-reviewer', 'name: devops-engineer');

  test('gets a name, a title and so a check of its own, and ours stays as it is', async () => {
    const before = await read({ tip: {} });
    const found = await read({ tip: { '.claude/agents/devops-engineer.md': own } });
    expect(namesOf(found)).toEqual([...OURS, 'devops-engineer-of-repository']);
    expect(found.personas.map(({ title }) => title)).toEqual([
      'DevOps engineer',
      'MLOps engineer',
      'Devops engineer of the repository',
    ]);
    expect(found.personas.slice(0, 2)).toEqual(before.personas);
  });

  test('by its title alone gets one too', async () => {
    const titled = PLATFORM.replace('model: inherit', 'title: devops ENGINEER');
    const { personas } = await read({ tip: { 'a.md': titled }, agents: ['a.md'] });
    expect(personas.at(-1)).toMatchObject({ title: 'devops ENGINEER of the repository' });
  });

  test('twice speaks once', async () => {
    const tip = { '.claude/agents/devops-engineer.md': own, '.github/agents/devops-engineer.md': own };
    const found = await read({ tip });
    expect(namesOf(found)).toEqual([...OURS, 'devops-engineer-of-repository']);
    expect(found.unused).toEqual([
      {
        path: '.github/agents/devops-engineer.md',
        reason: 'it has the name of .claude/agents/devops-engineer.md, `devops-engineer`',
      },
    ]);
  });

  test('and named twice by the settings has a number', async () => {
    const found = await read({ tip: { 'a.md': own, 'b.md': own }, agents: ['a.md', 'b.md'] });
    expect(namesOf(found)).toEqual([...OURS, 'devops-engineer-of-repository', 'devops-engineer-of-repository-2']);
  });
});

describe('a file that the settings name', () => {
  test('and that is not there is a problem', async () => {
    const { problems } = await read({ tip: {}, agents: ['ops/a.md'] });
    expect(problems).toEqual([
      expect.stringContaining('ops/a.md: the settings name this agent file, but it is not on'),
    ]);
  });

  test('and that is no text is a problem of its own', async () => {
    const { problems } = await read({
      tip: { 'a.md': { state: 'omitted', reason: 'a binary file' } },
      agents: ['a.md'],
    });
    expect(problems).toEqual([expect.stringContaining('it cannot be read: a binary file.')]);
  });
});
