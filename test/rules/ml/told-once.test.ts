import { expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { rules } from '../../../src/rules/index.ts';
import { projectOf } from '../../support/project-of.ts';

const pipeline = (policy: string) => `components:
  comp-load: {executorLabel: exec-load}
deploymentSpec:
  executors:
    exec-load:
      container: {image: 'registry.example.com/orchard/load:2.4.1'}
root:
  dag:
    tasks:
      load:
        componentRef: {name: comp-load}${policy}
schemaVersion: 2.1.0
`;

test('a task whose retries a change takes away is not also called one without retries', async () => {
  const before = pipeline('\n        retryPolicy: {maxRetryCount: 3}');
  const { findings } = check(await projectOf({ 'p.yaml': before }, { 'p.yaml': pipeline('') }), rules);

  expect(findings.filter(({ status }) => status === 'introduced').map(({ rule }) => rule)).toEqual(['retries-removed']);
});
