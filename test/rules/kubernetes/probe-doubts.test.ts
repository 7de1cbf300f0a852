import { expect, test } from '@jest/globals';
import { type Checked, check } from '../../../src/check/check.ts';
import { probeRemoved } from '../../../src/rules/kubernetes/probe-removed.ts';
import { projectOf } from '../../support/project-of.ts';

const PROBE = '          readinessProbe:\n            httpGet: {path: /ready, port: 8080}\n';

function deployment(probe: boolean, container = 'api', image = 'api:1'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    spec:
      containers:
        - name: ${container}
          image: ${image}
          ports: [{containerPort: 8080}]
${probe ? PROBE : ''}`;
}

async function review(head: Readonly<Record<string, string>>): Promise<Checked> {
  return check(await projectOf({ 'k8s/api.yaml': deployment(true) }, head), [probeRemoved]);
}

const doubts = ({ runs }: Checked) => runs.filter(({ state }) => state === 'could-not-verify');

test('an object that stands twice, once without its probe, is a doubt', async () => {
  const checked = await review({ 'k8s/api.yaml': `${deployment(true)}---\n${deployment(false)}` });

  expect(doubts(checked)).toHaveLength(1);
});

test('a whole workload of the same name in another folder is a doubt', async () => {
  const checked = await review({ 'k8s/api.yaml': deployment(false), 'lab/api.yaml': deployment(true) });

  expect(checked.findings).toEqual([]);
  expect(doubts(checked).length).toBeGreaterThan(0);
});

test('another container in the place of one with probes is a doubt', async () => {
  const checked = await review({ 'k8s/api.yaml': deployment(false, 'web', 'shop:2') });

  expect(doubts(checked)).toHaveLength(1);
});
