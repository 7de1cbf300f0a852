import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'code-cache-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command line', () => {
  test('starts from the code that V8 made of it when it was built', async () => {
    expect(await start(join(ROOT, 'build/cli.cjs'))).toBe('taken');
  });

  test('starts without that code too', async () => {
    const alone = join(folder, 'cli.cjs');
    await copyFile(join(ROOT, 'build/cli.cjs'), alone);
    expect(await start(alone)).toBe('none');
  });
});

async function start(bundle: string) {
  const code = `
    import { runScript } from ${JSON.stringify(pathToFileURL(join(ROOT, 'bin/run-script.js')).href)};
    const { cachedDataRejected } = runScript(${JSON.stringify(bundle)});
    console.log('code cache: ' + { undefined: 'none', true: 'refused', false: 'taken' }[cachedDataRejected]);
  `;
  const { out } = await runProgram(process.execPath, ['--input-type=module', '-e', code, '--', 'pipewright', '--help']);
  return /^code cache: (.*)$/m.exec(out)?.[1];
}
