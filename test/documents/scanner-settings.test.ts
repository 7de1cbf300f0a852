import { beforeAll, expect, test } from '@jest/globals';
import { prepareParsers } from '../../src/documents/parse-document.ts';
import { parseScannerSettings } from '../../src/documents/scanner-settings.ts';
import { BAD_TEXTS } from './bad-texts.ts';

beforeAll(() => prepareParsers(['scanner']));

const SETTINGS: readonly (readonly [path: string, text: string, expected: readonly string[]])[] = [
  ['.trivyignore', '# ours\nCVE-1\n CVE-2 exp:2027-01-31\r\n', ['finding CVE-1', 'finding CVE-2 ends']],
  [
    '.trivyignore.yaml',
    'vulnerabilities:\n  - id: CVE-1\n  - id: CVE-2\n    expired_at: 2027-01-31\n',
    ['finding CVE-1', 'finding CVE-2 ends'],
  ],
  [
    'a/.checkov.yml',
    'skip-check: CKV_1, CKV_2\nsoft-fail: true\nskip-path: [a]\n',
    ['check CKV_1', 'check CKV_2', 'path a', 'failure soft-fail: true'],
  ],
  [
    '.hadolint.yaml',
    'ignored:\n  - DL1\nfailure-threshold: none\nno-fail: false\n',
    ['check DL1', 'failure failure-threshold: none'],
  ],
  ['.semgrepignore', ':include .gitignore\nvendor/\n!vendor/ours/\n', ['path vendor/']],
  [
    '.tflint.hcl',
    'config {\n  force = true\n}\nrule "a" {\n  enabled = false\n}\nrule "b" {\n  enabled = true\n}\n',
    ['check a', 'failure force = true'],
  ],
  [
    '.grype.yaml',
    'ignore:\n  - vulnerability: CVE-1\n  - package: {name: a}\nexclude: [./x]\n',
    ['finding CVE-1', 'path ./x'],
  ],
  [
    '.kube-linter.yaml',
    'checks:\n  exclude: [a]\n  doNotAutoAddDefaults: true\n',
    ['check a', 'check doNotAutoAddDefaults: true'],
  ],
  ['zizmor.yml', 'rules:\n  a: {disable: true}\n  b: {ignore: [ci.yml]}\n', ['check a', 'finding b in ci.yml']],
  ['.gitleaksignore', 'abc:key:1\n', ['finding abc:key:1']],
];

test.each(SETTINGS)('%s tells what it leaves out', (path, text, expected) => {
  const { view } = parseScannerSettings(path, 'head', text);

  expect(view.exemptions.map(({ of, text: what, ends }) => `${of} ${what}${ends ? ' ends' : ''}`)).toEqual(expected);
});

test('every exemption knows where it stands', () => {
  const text = '# ours\r\n  CVE-1  \r\nCVE-2 exp:2027-01-31\r\n';
  const { view, comments } = parseScannerSettings('.trivyignore', 'head', text);

  expect(view.exemptions.map(({ range }) => text.slice(range.start, range.end))).toEqual([
    'CVE-1',
    'CVE-2 exp:2027-01-31',
  ]);
  expect(comments.map(({ text: comment }) => comment)).toEqual(['ours']);
});

test.each(SETTINGS.map(([path]) => [path]))('%s is read whatever stands in it', (path) => {
  for (const text of BAD_TEXTS) expect(parseScannerSettings(path, 'head', text).source).toBe(text);
});
