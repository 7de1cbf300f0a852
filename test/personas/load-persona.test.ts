import { describe, expect, test } from '@jest/globals';
import { type LoadedPersona, loadPersona } from '../../src/personas/load-persona.ts';
import type { ChecklistItem, Kind } from '../../src/types.ts';

const RULES = new Map<string, readonly Kind[]>([
  ['unpinned-uses', ['workflow', 'action']],
  ['user-missing', ['dockerfile']],
]);

const HEAD = '---\nname: reviewer\ntitle: Reviewer\nkinds: [workflow, script]\n---\n';

function load(text: string): LoadedPersona {
  const loaded = loadPersona({ path: 'agents/reviewer.md', text }, RULES);
  if ('problem' in loaded) throw new Error(loaded.problem);
  return loaded;
}

function itemOf(line: string): ChecklistItem | undefined {
  return load(`${HEAD}## Checklist\n\n### Part\n\n${line}\n`).items[0];
}

describe('an item', () => {
  test('is its text, its section, its line, its rules and the kinds of its rules', () => {
    expect(itemOf('- [ ] Actions are pinned <!-- actions-pinned; rules: unpinned-uses -->')).toEqual({
      id: 'actions-pinned',
      text: 'Actions are pinned',
      section: 'Part',
      line: 10,
      kinds: ['workflow', 'action'],
      rules: ['unpinned-uses'],
      partial: false,
      judge: 'rules',
    });
  });

  test('says in its comment what differs', () => {
    const item = itemOf(
      '- [x] Uptime <!-- uptime; partial; judge: nobody; kinds: kubernetes, terraform; proxy: replicas: 2 -->',
    );
    expect(item).toMatchObject({
      id: 'uptime',
      rules: [],
      partial: true,
      judge: 'nobody',
      kinds: ['kubernetes', 'terraform'],
      proxy: 'replicas: 2',
    });
  });

  test('without a comment has an id made of its text and waits for a model', () => {
    expect(itemOf('- [ ] Secrets are *never* committed!')).toMatchObject({
      id: 'secrets-are-never-committed',
      judge: 'model',
      kinds: ['workflow', 'script'],
    });
  });

  test('may run over several lines', () => {
    const item = itemOf('- [ ] Actions are\n  pinned <!-- actions-pinned;\n  rules: unpinned-uses -->');
    expect(item).toMatchObject({ text: 'Actions are pinned', id: 'actions-pinned', rules: ['unpinned-uses'] });
  });

  test('whose rules cover only part of it waits for a model', () => {
    expect(itemOf('- [ ] A <!-- a; rules: unpinned-uses; partial -->')?.judge).toBe('model');
  });

  test('loses unknown rules, and is then answered only in part', () => {
    const persona = load(`${HEAD}## Checklist\n- [ ] A <!-- a; rules: unpinned-uses, no-such-rule -->`);
    expect(persona.items[0]).toMatchObject({ rules: ['unpinned-uses'], partial: true, judge: 'model' });
    expect(persona.problems).toEqual(['agents/reviewer.md:7: there is no rule `no-such-rule`.']);
  });

  test('whose id is taken gets another, and the file is told', () => {
    const persona = load(`${HEAD}## Checklist\n- [ ] A <!-- a -->\n- [ ] B <!-- a -->`);
    expect(persona.items.map(({ id }) => id)).toEqual(['a', 'a-2']);
    expect(persona.problems).toEqual(['agents/reviewer.md:8: the id `a` is taken; this item became `a-2`.']);
  });

  test.each([
    ['a; rulez: x', '`rulez: x` means nothing here; write one of rules, partial, judge, kinds, proxy.'],
    ['a; judge: me', 'judge is `me`; write model or nobody.'],
    ['a; kinds: pascal', 'there is no file kind `pascal`.'],
    ['rules: unpinned-uses', 'it has no id; begin the comment with one, in kebab-case.'],
  ])('with the comment "%s" is kept, and the file is told', (comment, problem) => {
    const persona = load(`${HEAD}## Checklist\n- [ ] A <!-- ${comment} -->`);
    expect(persona.items).toHaveLength(1);
    expect(persona.problems).toEqual([`agents/reviewer.md:7: ${problem}`]);
  });
});

describe('an agent file', () => {
  test('gives the model everything outside the checklist', () => {
    const persona = load(`${HEAD}Look.\n\n## Checklist\n- [ ] A <!-- a -->\n\n## Tone\nShort.\n- [ ] not an item`);
    expect(persona.prompt).toBe('Look.\n\n## Tone\nShort.\n- [ ] not an item');
    expect(persona.items).toHaveLength(1);
  });

  test('without a checklist heading has all its task list lines as items', () => {
    const persona = load(`${HEAD}## Quality\nBefore done:\n- [ ] Typed\n- [ ] Tested\n`);
    expect(persona.items.map(({ id, section }) => [id, section])).toEqual([
      ['typed', 'Quality'],
      ['tested', 'Quality'],
    ]);
    expect(persona.prompt).toBe('## Quality\nBefore done:');
  });

  test('with Windows line ends and a byte order mark reads the same', () => {
    const persona = load(`\ufeff${HEAD}## Checklist\n- [ ] A <!-- a -->\n`.replaceAll('\n', '\r\n'));
    expect(persona.items[0]).toMatchObject({ id: 'a', text: 'A', line: 7 });
  });

  test('whose description is not YAML still has its name', () => {
    const persona = load('---\nname: devops\ndescription: Use it: "like" this: x\\n: y\nmodel: opus\n---\nBody');
    expect(persona.name).toBe('devops');
  });

  test('whose description is a dialogue that is not YAML has all of it, and keeps its own name', () => {
    const front =
      'name: devops\ndescription: >\nCall it for Docker:\n<example>\nuser: "so"\nname: other\n</example>\nmodel: opus';
    const persona = load(`---\n${front}\n---\nBody`);
    expect(persona.name).toBe('devops');
    expect(persona.description).toMatch(/^Call it for Docker: <example> user: "so" .*<\/example>$/);
  });

  test('without title and kinds has a readable title and is called by every reviewed kind', () => {
    const persona = load('---\nname: data-engineer\n---\nBody');
    expect(persona.title).toBe('Data engineer');
    expect(persona.kinds).toContain('terraform');
    expect(persona.kinds).not.toContain('other');
  });

  test('with an unknown kind keeps the others, and is told', () => {
    const persona = load('---\nname: a\nkinds: [workflow, pascal]\n---\n');
    expect(persona.kinds).toEqual(['workflow']);
    expect(persona.problems).toEqual(['agents/reviewer.md: there is no file kind `pascal`.']);
  });

  test.each([
    ['# Release checks\n- Images are pinned', 'x'],
    ['---\nname: whole\n- Images are pinned', 'whole'],
    ['---\ntitle: No name\n---\n- Images are pinned', 'x'],
    ['---\nname: Not Kebab\n---\n- Images are pinned', 'not-kebab'],
    ['---\n\n- Images are pinned\n\n---\nthe end', 'x'],
  ])('like %j is called by its name, or its file', (text, name) => {
    expect(loadPersona({ path: 'agents/x.md', text }, RULES)).toMatchObject({
      name,
      items: [{ text: 'Images are pinned' }],
    });
  });

  test.each(['# Just a document', '---\ntitle: No name\n---\n', '', '\n\n', '---'])(
    'like %j is refused with file and remedy',
    (text) => {
      const loaded = loadPersona({ path: 'agents/x.md', text }, RULES);
      expect(loaded).toEqual({ problem: expect.stringMatching(/^agents\/x\.md: the agent file has .*\./) });
    },
  );
});
