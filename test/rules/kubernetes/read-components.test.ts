import { expect, test } from '@jest/globals';
import { parseKubernetes } from '../../../src/documents/kubernetes.ts';
import { readComponents } from '../../../src/rules/kubernetes/components/read-components.ts';

test('flags are read in every form that the programs take, and the last of a name holds', () => {
  const [apiServer] = componentsOf(
    pod('/usr/local/bin/kube-apiserver', '--profiling', '--v', '2', '--audit_log_path=a=b', '--v=4'),
  );

  expect(apiServer?.program).toBe('kube-apiserver');
  expect(textsOf(apiServer)).toEqual({ profiling: 'true', v: '4', 'audit-log-path': 'a=b' });
});

test('each feature gate is a setting of its own', () => {
  const [manager] = componentsOf(pod('kube-controller-manager', '--feature-gates=A=true, B=false'));

  expect(textsOf(manager)).toMatchObject({ 'feature-gates.A': 'true', 'feature-gates.B': 'false' });
});

test.each([
  ['a variable that may hold more flags', ['kube-apiserver', '$(MORE)'], false],
  ['a file with the rest', ['kube-scheduler', '--config=/etc/scheduler.yaml'], false],
  ['a kubelet, which has a file anyway', ['kubelet', '--v=2'], false],
  ['a variable within a value', ['kube-apiserver', '--advertise-address=$(IP)'], true],
])('%s decides whether what is missing is missing', (_, words, isWhole) => {
  expect(componentsOf(pod(...words)).map((component) => component.isWhole)).toEqual([isWhole]);
});

test('a shell, and a program of another name, are no part of a cluster', () => {
  expect(componentsOf(pod('sh', '-c', 'exec kube-apiserver'))).toEqual([]);
  expect(componentsOf(pod('etcd-backup', '--auto-tls=true'))).toEqual([]);
});

test('Cluster API takes the settings of kubeadm at several depths', () => {
  const kubelet = { nodeRegistration: { kubeletExtraArgs: { 'read-only-port': '10255' } } };
  const specs = [
    { joinConfiguration: kubelet },
    { kubeadmConfigSpec: { initConfiguration: kubelet } },
    { template: { spec: { joinConfiguration: kubelet } } },
    { template: { spec: { kubeadmConfigSpec: { joinConfiguration: kubelet } } } },
  ];
  for (const spec of specs) {
    const [component] = componentsOf({ apiVersion: 'bootstrap.cluster.x-k8s.io/v1beta1', kind: 'Any', spec });

    expect(textsOf(component)).toEqual({ 'read-only-port': '10255' });
    expect(component?.isWhole).toBe(false);
  }
});

function pod(...command: readonly string[]): unknown {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', command }] } };
}

function componentsOf(object: unknown): ReturnType<typeof readComponents> {
  return parseKubernetes('a.yaml', 'head', JSON.stringify(object)).view.objects.flatMap(readComponents);
}

function textsOf(component: ReturnType<typeof readComponents>[number] | undefined): Record<string, string> {
  return Object.fromEntries([...(component?.flags ?? [])].map(([flag, { text }]) => [flag, text]));
}
