import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.ts';
import { type TemporaryRepository, temporaryRepository } from '../support/temporary-repository.ts';

/** What whoever rolls it out asks the command line. */

const PIPEWRIGHT = fileURLToPath(new URL('../../bin/pipewright.js', import.meta.url));
const SETTINGS = '.github/pipewright.yml';
const WAIVERS = '.github/pipewright-waivers.yml';
const EXTENDS = 'extends: acme/.github:pipewright.yml@main\n';
const waiver = (more: string) =>
  `- rule: user-missing\n  reason: known\n  approved-by: lead\n  expires: ${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)}\n${more}`;

let repository: TemporaryRepository;

beforeEach(() => {
  repository = temporaryRepository({ Dockerfile: 'FROM debian:12\n', 'app/Dockerfile': 'FROM debian:12\n' });
});

afterEach(() => repository.remove());

const pipewright = (...args: readonly string[]) => from('', ...args);
const from = (folder: string, ...args: readonly string[]) =>
  runProgram(process.execPath, [PIPEWRIGHT, ...args], { cwd: join(repository.folder, folder) });

describe('--organisation', () => {
  test('stands for the file that settings extend in a review, which is not passed without it', async () => {
    repository.write({ [SETTINGS]: EXTENDS, 'org.yml': 'locked: { mode: enforce, gate: strict }\n' });
    repository.commit('Extend');
    repository.write({ Dockerfile: 'FROM debian:13\n' });

    const without = await pipewright('review', '--base', 'HEAD');
    const given = JSON.parse(
      (await pipewright('review', '--base', 'HEAD', '--organisation', 'org.yml', '--format', 'json')).out,
    );

    expect(without).toMatchObject({ code: 3, out: expect.stringContaining('--organisation FILE') });
    expect(given).toMatchObject({ mode: 'enforce', incomplete: [] });
  });
});

describe('policy', () => {
  const values = async (folder: string, ...args: readonly string[]) =>
    JSON.parse((await from(folder, 'policy', ...args, '--format', 'json')).out).values as readonly {
      readonly key: string;
      readonly value: string;
      readonly from: string;
    }[];

  test.each([
    ['', 'app/Dockerfile'],
    ['', './app/Dockerfile'],
    ['app', 'Dockerfile'],
    ['app', '../app/Dockerfile'],
  ])('says from the folder %j what holds at %s', async (folder, path) => {
    repository.write({ [SETTINGS]: 'mode: observe\nscopes: [{ paths: [app/], mode: enforce }]\n' });
    expect(await values(folder, path)).toContainEqual({
      key: 'app/Dockerfile: mode',
      value: 'enforce',
      from: 'the scope app/',
    });
  });

  test('refuses a path outside, and a second one', async () => {
    expect(await pipewright('policy', '../x')).toMatchObject({ code: 2, err: expect.stringContaining('is not in') });
    expect(await pipewright('policy', 'a', 'b')).toMatchObject({ code: 2, err: expect.stringContaining('`b`') });
  });

  test('says of everything that is locked who locked it, and which file lies over which', async () => {
    repository.write({
      [SETTINGS]: `${EXTENDS}rules: { unpinned-uses: off }\nwaivers: { approvers: ["@acme/all"] }\n`,
      'org.yml': 'locked: { rules: { unpinned-uses: high }, waivers: { approvers: ["@acme/security"] } }\n',
    });
    const locked = 'locked by acme/.github:pipewright.yml@main';
    const told = await values('', '--organisation', 'org.yml');
    expect(told).toContainEqual({ key: 'rules.unpinned-uses', value: 'high', from: locked });
    expect(told).toContainEqual({ key: 'waivers', value: '@acme/security', from: locked });
    expect((await pipewright('policy', '--organisation', 'org.yml')).out).toMatch(
      /^From \.github\/pipewright\.yml, over acme\/\.github:pipewright\.yml@main, /,
    );
  });
});

describe('doctor', () => {
  test('says what is wrong in the waivers', async () => {
    repository.write({ [SETTINGS]: 'mode: observe\n', [WAIVERS]: waiver('  pathh: x\n') });
    expect(await pipewright('doctor')).toMatchObject({ code: 2, out: expect.stringContaining('Did you mean `path`?') });
  });

  test('says of settings under another name that nobody reads them', async () => {
    repository.write({ '.github/pipewright.yaml': 'mode: enforce\n' });
    const { code, out } = await from('app', 'doctor');
    expect(code).toBe(2);
    expect(out).toContain('.github/pipewright.yaml is not read');
  });
});

describe('what is accepted', () => {
  test('is counted apart from the debt', async () => {
    repository.write({ [WAIVERS]: waiver('  path: app/**\n') });
    const { out } = await pipewright('debt', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ accepted: 1, unread: 0 });
    expect(JSON.parse((await pipewright('debt', 'app', '--format', 'json')).out)).toMatchObject({ accepted: 1 });
    expect((await pipewright('debt')).out).toMatch(/^1 finding \(.*\) in 3 files; waived: 1\n/);
  });

  test('by an entry that is wrong, or for what is gone, is told where the entry stands', async () => {
    const text = `${waiver('  path: gone/**\n')}${waiver('  pathh: x\n')}${waiver('').replace('user-missing', 'user-mising')}`;
    repository.write({ [WAIVERS]: text });
    const { out } = await pipewright('scan');
    expect(out).toContain(`${WAIVERS}:1  The waiver of \`user-missing\` at \`gone/**\` covers nothing`);
    expect(out).toContain(`${WAIVERS}:10  there is no key \`pathh\``);
    expect(out).toContain(`${WAIVERS}:11  there is no rule \`user-mising\``);
    expect(out).not.toContain('not read:');
  });
});
