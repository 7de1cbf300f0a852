import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withShellcheck } from '../../src/local/with-shellcheck.ts';
import type { FactRequest, Facts } from '../../src/types.ts';

const nobody: Facts = { answer: async (requests) => requests.map(() => ({ state: 'unknown' })) };
const script = (text: string): FactRequest => ({ fact: 'shell-lint', shell: 'bash', script: text });

describe('ShellCheck on the PATH', () => {
  const path = process.env.PATH;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'programs-'));
    process.env.PATH = `${folder}:${path}`;
  });
  afterEach(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true });
  });

  /** A program of that name; it notes how it was called. */
  async function install(body: string): Promise<void> {
    const file = join(folder, 'shellcheck');
    const note = `{ echo "called: $*"; env; cat *.sh; } >> '${join(folder, 'calls')}'`;
    await writeFile(file, `#!/bin/sh\n${note}\n${body}\n`);
    await chmod(file, 0o755);
  }
  const calls = () => readFile(join(folder, 'calls'), 'utf8');

  test('is started once for all scripts, without settings, and its remarks go to the script they are about', async () => {
    await install(
      `echo '{"comments":[{"file":"1.sh","code":2115,"level":"warning","line":3,"column":1,"endLine":3,"endColumn":9,"message":"Mind the root.","fix":null}]}'; exit 1`,
    );

    const answers = await withShellcheck(nobody).answer([script('make'), script('make\nrm -rf "$A/"*')]);

    expect(answers).toEqual([
      { state: 'known', value: '[]' },
      {
        state: 'known',
        value: JSON.stringify([
          {
            code: 2115,
            level: 'warning',
            line: 2,
            column: 1,
            endLine: 2,
            endColumn: 9,
            message: 'Mind the root.',
          },
        ]),
      },
    ]);
    expect((await calls()).match(/^called: .*$/gm)).toEqual([
      'called: --norc --format=json1 --severity=warning 0.sh 1.sh',
    ]);
  });

  test('sees the scripts and no secret of the environment', async () => {
    await install(`echo '{"comments":[]}'`);
    process.env.PEAR_TOKEN = 'not-for-programs';
    try {
      await withShellcheck(nobody).answer([script('echo pears')]);
    } finally {
      delete process.env.PEAR_TOKEN;
    }

    expect(await calls()).toContain('#!/bin/bash\necho pears');
    expect(await calls()).not.toContain('not-for-programs');
  });

  test.each([
    ['prints something else', 'echo pears'],
    ['fails', 'exit 3'],
    ['prints without end', 'exec yes'],
  ])('is as if it were not there when it %s', async (_, body) => {
    await install(body);

    expect(await withShellcheck(nobody).answer([script('make')])).toEqual([{ state: 'unknown' }]);
  });
});

test('without ShellCheck scripts are unknown, and other facts are asked all the same', async () => {
  const path = process.env.PATH;
  process.env.PATH = '/nowhere';
  try {
    const facts = withShellcheck({
      answer: async (requests) => requests.map(({ fact }) => ({ state: 'known', value: fact })),
    });

    const answers = await facts.answer([script('make'), { fact: 'commit-of-ref', repository: 'a/b', ref: 'v1' }]);

    expect(answers).toEqual([{ state: 'unknown' }, { state: 'known', value: 'commit-of-ref' }]);
  } finally {
    process.env.PATH = path;
  }
});
