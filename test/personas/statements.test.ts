import { describe, expect, test } from '@jest/globals';
import { splitChecklist } from '../../src/personas/split-checklist.ts';

const read = (text: string) => splitChecklist(text.split('\n'), 0).items;
const textsOf = (text: string) => read(text).map((item) => item.text);

describe('a statement is read', () => {
  test.each([
    ['a task', '- [ ] Images are pinned'],
    ['a task with a star', '* [x] Images are pinned'],
    ['a bare task', '[ ] Images are pinned'],
    ['a bullet', '- Images are pinned'],
    ['a dot', '• Images are pinned'],
    ['a number', '12. Images are pinned'],
    ['a number with a bracket', '3) Images are pinned'],
    ['a quoted bullet', '> - Images are pinned'],
    ['a nested bullet', '  - Images are pinned'],
    ['a tick', '✅ Images are pinned'],
    ['a tick in a bullet', '- ✔️ Images are pinned'],
    ['an empty box', '☐ Images are pinned'],
    ['an item tag', '<item>Images are pinned</item>'],
    ['an item tag over lines', '<item>\n  Images are pinned\n</item>'],
    ['a rule tag with an attribute', '<rule id="4">Images are pinned</rule>'],
    ['a list of HTML', '<ul><li>Images are pinned</li></ul>'],
    ['bold words', '- **Images** are *pinned*'],
    ['a link', '- [Images](https://example.org) are pinned'],
    ['a bullet over two lines', '- Images\n  are pinned'],
  ])('from %s', (_, line) => {
    expect(textsOf(`## Before you approve\n\n${line}\n`)).toEqual(['Images are pinned']);
  });

  test('from several tags on a line', () => {
    expect(textsOf('<checklist><item>Images are pinned</item><item>Tokens are narrow</item></checklist>')).toEqual([
      'Images are pinned',
      'Tokens are narrow',
    ]);
  });

  test('from the column of a table that holds what is checked', () => {
    expect(textsOf('| No | Check | Who |\n|---|:---:|---|\n| 1 | Images are pinned | ops |\n')).toEqual([
      'Images are pinned',
    ]);
  });

  test('from a sentence that asks for something', () => {
    expect(textsOf('Ensure all images are pinned.\n\nThis is prose about images.')).toEqual([
      'Ensure all images are pinned.',
    ]);
  });

  test('from tags in a fence only where they are rules, or steps that must be', () => {
    const fence = '```\n<task>Fetch documents</task>\n<task>Scans must pass before release</task>\n- not an item\n```';
    expect(textsOf(fence)).toEqual(['Scans must pass before release']);
  });
});

describe('the section of a statement', () => {
  test.each([
    ['## Delivery\n- Images are pinned', 'Delivery'],
    ['Delivery\n========\n- Images are pinned', 'Delivery'],
    ['## Old\n\nDelivery:\n- Images are pinned', 'Delivery'],
    ['## Old\n\n**Delivery**\n\n- Images are pinned', 'Delivery'],
    ['1. **Delivery**:\n   - Images are pinned', 'Delivery'],
    ['## Delivery\n\nBefore you finish:\n- Images are pinned', 'Delivery'],
    ['<delivery_rules>\n- Images are pinned\n</delivery_rules>', 'delivery rules'],
    ['<checklist type="delivery">\n- Images are pinned\n</checklist>', 'delivery checklist'],
  ])('of %j is %j', (text, section) => {
    expect(read(text).map((item) => [item.text, item.section])).toEqual([['Images are pinned', section]]);
  });
});

describe('nothing is read', () => {
  test.each([
    ['of what an agent is', '## You excel at\n- Building pipelines'],
    ['of whom it works with', '## Integration with other agents\n- Help the database expert with schemas'],
    ['of when it is called', 'When invoked:\n1. Read the diff'],
    ['of how it talks', '## Communication style\n- Be brief'],
    ['of its tools', '## CLI tools\n- docker: builds images'],
    ['of the project', '## Project context\n- The backend runs on Railway'],
    ['of code', '```\n- a list\n```'],
    ['of an example', '<example>\n- Images are pinned\n</example>'],
    ['of a hidden comment', '<!--\n- Images are pinned\n-->'],
    ['of paths and addresses', '- `backend/deploy.sh`\n- https://example.org'],
    ['of a dialogue', '- user: "Please pin the images"'],
    ['of prose', 'All our images come from one registry.'],
  ])('%s', (_, text) => {
    expect(textsOf(text)).toEqual([]);
  });
});

test('a list that says what must be is read under any heading', () => {
  expect(textsOf('## Communication\nYou must:\n- Name the failing job')).toEqual(['Name the failing job']);
});

test('tasks under "Checklist" are the checklist, and nothing else is', () => {
  expect(textsOf('## Rules\n- Be careful\n## Checklist\n- [ ] Images are pinned\n- a remark')).toEqual([
    'Images are pinned',
  ]);
});

test('a heading "Checklist" without tasks does not hide the other lists', () => {
  expect(textsOf('## Checklist\n- Images are pinned\n## More\n- Tokens are narrow')).toHaveLength(2);
});

test('an example that nobody closes ends at the next heading', () => {
  expect(textsOf('<example>\n- not this\n## Checks\n- Images are pinned')).toEqual(['Images are pinned']);
});
