import { expect, test } from '@jest/globals';
import { check } from '../../src/check/check.ts';
import { rules } from '../../src/rules/index.ts';
import { projectOf } from '../support/project-of.ts';

const pod = (probe: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      containers:
        - name: api
          image: x:1
          ports: [{containerPort: 80}]
${probe}`;
const PROBE = '          readinessProbe:\n            httpGet: {path: /, port: 80}\n';

async function introduced(base: string, head: string): Promise<string[]> {
  const { findings } = check(await projectOf({ 'k8s/api.yaml': base }, { 'k8s/api.yaml': head }), rules);
  return findings.filter(({ status }) => status === 'introduced').map(({ rule }) => rule);
}

test('a removed safeguard is said once, by the rule that knows it was there', async () => {
  const rulesOf = await introduced(pod(PROBE), pod(''));

  expect(rulesOf).toContain('probe-removed');
  expect(rulesOf).not.toContain('readiness-probe-missing');
});

test('where it never was, the state rule speaks', async () => {
  expect(await introduced('', pod(''))).toContain('readiness-probe-missing');
});
