import { expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { rules } from '../../../src/rules/index.ts';
import { projectOf } from '../../support/project-of.ts';

const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      automountServiceAccountToken: false
      containers:
        - name: api
          image: registry.example.com/api:1.4
          livenessProbe:
            tcpSocket:
              port: 8080
`;
const RESOURCES = `          resources:
            limits:
              memory: 512Mi
`;
const CONTEXT = `          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
`;

test('resources that a change takes away are not also called missing', async () => {
  expect(await told(WORKLOAD + CONTEXT + RESOURCES, WORKLOAD + CONTEXT)).toEqual(['resources-removed']);
});

test('what a change takes out of a security context is not also called missing', async () => {
  expect(await told(WORKLOAD + CONTEXT + RESOURCES, WORKLOAD + RESOURCES)).toEqual([
    'security-context-weakened',
    'security-context-weakened',
  ]);
});

test('nor is what it takes out for all containers of a pod', async () => {
  const hardened = (profile: string, drop: string) =>
    WORKLOAD.replace(
      '      containers:',
      `      securityContext:\n        seccompProfile:\n          type: ${profile}\n      containers:`,
    ) +
    CONTEXT +
    `            readOnlyRootFilesystem: true\n            capabilities:\n              drop: [${drop}]\n` +
    RESOURCES;

  expect(await told(hardened('RuntimeDefault', 'ALL'), hardened('Unconfined', 'MKNOD'))).toEqual([
    'security-context-weakened',
    'security-context-weakened',
  ]);
});

test('a probe that a change takes away is not also called missing', async () => {
  const [head, probe] = WORKLOAD.split(/(?= {10}livenessProbe)/);

  expect(probe).toBeDefined();
  expect(await told(`${WORKLOAD}${CONTEXT}${RESOURCES}`, `${head}${CONTEXT}${RESOURCES}`)).toEqual(['probe-removed']);
});

test('a digest that a change drops is not also called an image without a version', async () => {
  const digest = `sha256:${'5f'.repeat(32)}`;

  expect(await told(`FROM node@${digest}\nUSER node\n`, 'FROM node\nUSER node\n', 'Dockerfile')).toEqual([
    'digest-dropped',
  ]);
  expect(await told(`FROM node:latest@${digest}\nUSER node\n`, 'FROM node:latest\nUSER node\n', 'Dockerfile')).toEqual([
    'digest-dropped',
  ]);
});

async function told(base: string, head: string, path = 'k8s/api.yaml'): Promise<string[]> {
  const { findings } = check(await projectOf({ [path]: base }, { [path]: head }), rules);
  return findings.filter(({ status }) => status === 'introduced').map(({ rule }) => rule);
}
