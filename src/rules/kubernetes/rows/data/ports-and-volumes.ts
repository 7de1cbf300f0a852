import { textAt } from '../../../../documents/yaml/yaml-node.ts';
import type { Path, Place, PodRow } from '../row.ts';
import { isForNodes, usesHostNetwork } from '../traits.ts';

const volumes = (types: string): readonly [Path, ...Path[]] =>
  types.split(/\s+/).map((type): Path => ['volumes', '*', type]) as [Path, ...Path[]];

/** Servers that are there to be reached by SSH. */
const SSH_SERVER =
  /(^|[^a-z])(s?ftp|ssh|sshd|openssh|scp|git|gitea|gogs|gitlab|forgejo|gerrit|bitbucket|code-server|workspace|devbox|devcontainer|jupyter\w*|bastion|jump(host|box)?|soft-serve|mpi\w*)([^a-z]|$)/i;

function isSshServer({ object, container }: Place): boolean {
  return [object.name, container?.name ?? '', container?.image?.text ?? ''].some((name) => SSH_SERVER.test(name));
}

function isSsh({ node }: Place): boolean {
  const ports = node.entries.find(({ key }) => key.text === 'ports')?.value;
  return ports?.type === 'list' && ports.items.every((port) => textAt(port, 'containerPort') === '22');
}

/** How pods are reached, and where their files lie. */
export const portsAndVolumes: readonly PodRow[] = [
  {
    id: 'ssh-port',
    title: 'Container can be logged in to by SSH',
    severity: 'medium',
    confidence: 'likely',
    domain: 'security',
    aliases: { 'kube-linter': ['ssh-port'] },
    of: 'container',
    paths: [['ports', '*', 'containerPort']],
    wrong: { is: ['22'] },
    unless: [isSshServer, isForNodes],
    why: 'It is a way in with keys of its own, which no policy of the cluster knows and no audit log sees.',
    remedy: 'Drop the server and the port; `kubectl exec` and `kubectl debug` ask the cluster for permission.',
  },
  {
    id: 'privileged-port',
    title: 'Container listens on a port that only root may take',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'security',
    aliases: { 'kube-linter': ['privileged-ports'], trivy: ['KSV-0117', 'KSV117', 'AVD-KSV-0117'] },
    of: 'container',
    paths: [['ports', '*', 'containerPort']],
    wrong: { from: 1, to: 1023 },
    unless: [isForNodes, usesHostNetwork, isSsh],
    why: 'Where the runtime does not lift the limit the program needs root or a capability for it, which is more than it uses.',
    remedy: 'Let it listen on a port of 1024 or more; the Service can keep the low one.',
  },
  {
    id: 'removed-volume-type',
    title: 'Cluster can no longer mount this volume',
    severity: 'high',
    confidence: 'likely',
    domain: 'correctness',
    aliases: { trivy: ['KSV-0028', 'KSV028', 'AVD-KSV-0028'] },
    of: 'pod',
    paths: volumes('glusterfs cephfs rbd flocker quobyte storageos scaleIO gitRepo'),
    wrong: { isSet: true },
    why: 'Its driver was taken out of Kubernetes by 1.31, `gitRepo` is switched off since 1.33: the object is accepted, and its pods never start.',
    remedy: 'Use a claim whose class has a CSI driver; for `gitRepo` an init container that clones into an `emptyDir`.',
  },
  {
    id: 'non-core-volume-type',
    title: 'Pod mounts storage without a claim',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'security',
    aliases: { trivy: ['KSV-0028', 'KSV028', 'AVD-KSV-0028'] },
    of: 'pod',
    paths: volumes(
      'nfs iscsi fc flexVolume cinder awsElasticBlockStore gcePersistentDisk azureDisk azureFile vsphereVolume photonPersistentDisk portworxVolume',
    ),
    wrong: { isSet: true },
    why: 'Whoever may create pods reaches the storage with it, past the quotas and classes of the cluster; the restricted policy refuses it.',
    remedy: 'Describe it in a PersistentVolume, and let the pod name a claim.',
  },
];
