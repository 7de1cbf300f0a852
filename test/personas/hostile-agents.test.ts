import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decodeAgent } from '../../src/personas/decode-agent.ts';
import { type LoadedPersona, loadPersona } from '../../src/personas/load-persona.ts';
import { rules } from '../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));

function load(text: string, path = '.claude/agents/guest.md'): LoadedPersona {
  const persona = loadPersona({ path, text }, RULES);
  if ('problem' in persona) throw new Error(persona.problem);
  return persona;
}

function timed(text: string): { readonly persona: LoadedPersona; readonly ms: number } {
  const started = performance.now();
  return { persona: load(text), ms: performance.now() - started };
}

describe('bytes', () => {
  const checklist = (text: string) => load(decodeAgent(Buffer.from(text, 'latin1'))).items.map((item) => item.text);

  test('of Latin-1 lose a character and no item', () => {
    const [first, second] = checklist('- [ ] Images f\xfcr prod are pinned\n- [ ] Tokens are narrow\n');
    expect(first).toMatch(/^Images f.r prod are pinned$/);
    expect(second).toBe('Tokens are narrow');
  });

  test('that end in the middle of a character lose nothing else', () => {
    expect(checklist('- [ ] Images are pinned\n- [ ] Tokens \xe2\x80')).toHaveLength(2);
  });

  test.each([
    ['utf16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['utf8', (text: string) => Buffer.from(`\ufeff${text}`)],
  ])('of %s with a byte order mark are read', (_, encode) => {
    const text = decodeAgent(encode('---\nname: guest\n---\n- [ ] Images are pinned\n'));
    expect(load(text)).toMatchObject({ name: 'guest', items: [{ text: 'Images are pinned', line: 4 }] });
  });
});

describe('size', () => {
  test('a file of more than a megabyte is read to there, and says so', () => {
    const { persona, ms } = timed(`- [ ] Images are pinned\n${'x'.repeat(1_200_000)}\n- [ ] Never seen\n`);
    expect(persona.items.map(({ text }) => text)).toEqual(['Images are pinned']);
    expect(persona.problems.join()).toContain('more than 1000000 characters');
    expect(persona.prompt.length).toBeLessThanOrEqual(20_000);
    expect(ms).toBeLessThan(5000);
  });

  test.each(['- [ ] Item number', '- Item number', '<item>Item number'])(
    'of fifty thousand lines like "%s" at most 500 are items',
    (line) => {
      const text = Array.from({ length: 50_000 }, (_, i) => `${line} ${i}`).join('\n');
      const { persona, ms } = timed(`---\nname: many\n---\n## Checklist\n${text}`);
      expect(persona.items).toHaveLength(500);
      expect(persona.problems.join()).toContain('more than 500 items');
      expect(ms).toBeLessThan(5000);
    },
  );

  test('an item as long as a book is cut', () => {
    const [item] = load(`- [ ] Images are pinned ${'and so on '.repeat(50_000)}`).items;
    expect(item?.text.length).toBeLessThanOrEqual(400);
    expect(item?.text).toMatch(/^Images are pinned and so on .*…$/);
  });

  test.each([
    ['tags that nobody closes', '<item '.repeat(100_000)],
    ['open tags', '<item>\n'.repeat(50_000)],
    ['comments that nobody closes', '- a <!-- \n'.repeat(50_000)],
    ['emphasis', `- ${'*'.repeat(300_000)}`],
    ['underscores', `- ${'_a '.repeat(100_000)}`],
    ['brackets', `- ${'['.repeat(300_000)}`],
    ['quotes', `${'> '.repeat(200_000)}- a`],
    ['spaces', `${' '.repeat(400_000)}| ${' '.repeat(400_000)}`],
    ['dividers', `a\n|${'--|'.repeat(200_000)}x`],
    ['nested lists', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i % 200)}- part ${i}:`).join('\n')],
    ['fences', '```\n~~~\n'.repeat(50_000)],
    ['colons', ':'.repeat(500_000)],
    ['headings', '# a # # # #\n'.repeat(50_000)],
  ])('a megabyte of %s is read in no time', (_, text) => {
    expect(timed(`---\nname: guest\n---\n${text}`).ms).toBeLessThan(4000);
  });
});

describe('front matter', () => {
  test('with aliases that grow is read without growing', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? '"x"' : `*a${i - 1}, *a${i - 1}`}]`);
    const { persona, ms } = timed(`---\nname: bomb\n${bomb.join('\n')}\nkinds: *a29\n---\n- [ ] Images are pinned\n`);
    expect(persona.name).toBe('bomb');
    expect(persona.items).toHaveLength(1);
    expect(ms).toBeLessThan(2000);
  });

  test.each([
    ['deep', `name: deep\nx: ${'['.repeat(15_000)}`],
    ['long', `name: deep\n${'x: y\n'.repeat(50_000)}`],
    ['broken', 'name: deep\ndescription: Use it: "so": \\n: x'],
    ['tagged', 'name: deep\nx: !!js/function "x"'],
    ['open', 'name: deep\n\n# Title'],
  ])('that is %s still gives the name', (_, front) => {
    const persona = load(`---\n${front}\n${front.includes('# Title') ? '' : '---\n'}- [ ] Images are pinned\n`);
    expect(persona.name).toBe('deep');
    expect(persona.items).toHaveLength(1);
  });

  test.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['a\\nb: c', 'a-nb-c'],
    ['"Line\\nbreak"', 'line-break'],
    ['Aggregate Check', 'aggregate-check'],
    ['"\\u202Eevil"', 'evil'],
    ['"///"', 'guest'],
    ['[a, list]', 'guest'],
    ['toString', 'tostring'],
  ])('with the name %s is called %s', (name, expected) => {
    expect(load(`---\nname: ${name}\n---\n- [ ] Images are pinned\n`).name).toBe(expected);
  });

  test('with a title of many lines, paths and what nobody sees has a plain short one', () => {
    const { title } = load(`---\nname: a\ntitle: "Dev\\nOps \\u202E/ \\u200B${'x'.repeat(300)}"\n---\n- [ ] A thing\n`);
    expect(title).toMatch(/^Dev Ops x+$/);
    expect(title.length).toBeLessThanOrEqual(60);
  });
});

describe('text', () => {
  test('of an item is what people see', () => {
    const [item] = load(
      '- [ ] **Images** <b onclick="x">are</b> \u202epin\u200bned [now](javascript:x) ![i](https://x)',
    ).items;
    expect(item?.text).toBe('Images are pinned now i');
  });

  test('that claims rules and ids of ours binds its own item only', () => {
    const guest = load('- [ ] All is well <!-- actions-pinned; rules: template-injection -->\n');
    expect(guest.items).toMatchObject([{ id: 'actions-pinned', rules: ['template-injection'] }]);
    const path = 'agents/devops-engineer.md';
    const ours = load(readFileSync(path, 'utf8'), path);
    expect(ours.items.find(({ id }) => id === 'actions-pinned')?.rules).toContain('unpinned-uses');
  });

  test('of a comment that is none of ours is no reason to bind, and not shown', () => {
    const [item] = load('- [ ] Images are pinned <!-- TODO: ask Ada -->\n').items;
    expect(item).toMatchObject({ text: 'Images are pinned', id: 'images-are-pinned' });
    expect(item?.rules).toContain('base-image-untagged');
  });
});

describe('ids', () => {
  const ids = (...lines: string[]) =>
    load(`---\nname: a\n---\n${lines.map((line) => `- [ ] ${line}`).join('\n')}`).items.map(({ id }) => id);
  const LONG = 'Every service that talks to the outside world has to be looked at by two people before';

  test('stay when items move, and when others come and go', () => {
    const [first, second] = ids('Images are pinned', 'Tokens are narrow');
    expect(ids('Tokens are narrow', 'Something new', 'Images are pinned')).toEqual([second, 'something-new', first]);
  });

  test('differ where only the end of long texts differs, whatever their order', () => {
    const [monday, tuesday] = ids(`${LONG} Monday`, `${LONG} Tuesday`);
    expect(monday).not.toBe(tuesday);
    expect(ids(`${LONG} Tuesday`, `${LONG} Monday`)).toEqual([tuesday, monday]);
  });

  test('differ where signs or letters of other scripts do', () => {
    expect(
      new Set(ids('Latency < 30', 'Latency > 30', 'Bilder prüfen', 'Bilder pröfen', '画像を固定する', '秘密を守る'))
        .size,
    ).toBe(6);
  });

  test('of a text that stands twice are one item', () => {
    expect(ids('Images are pinned', '**Images** are pinned.')).toEqual(['images-are-pinned']);
  });
});
