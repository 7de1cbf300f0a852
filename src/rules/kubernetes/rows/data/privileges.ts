import type { PodRow } from '../row.ts';
import { hasOwnUsers, isForNodes, isPrivileged, isWindows, usesHostNetwork } from '../traits.ts';

/** What containerd and CRI-O give where nothing is said, or once did. */
const DEFAULTS =
  `CHOWN DAC_OVERRIDE FSETID FOWNER MKNOD NET_RAW SETGID SETUID SETFCAP SETPCAP NET_BIND_SERVICE SYS_CHROOT KILL
  AUDIT_WRITE`.split(/\s+/);

/** What Kubernetes' baseline policy allows to add, and what `dangerous-capability-added` speaks of. */
const TOLD_OR_FINE =
  `AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID
  SYS_CHROOT ALL SYS_ADMIN SYS_MODULE SYS_PTRACE SYS_RAWIO SYS_BOOT DAC_READ_SEARCH BPF NET_ADMIN`.split(/\s+/);

/** Safe since 1.32 at the latest (https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/). */
const SAFE_SYSCTLS =
  `kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.tcp_syncookies net.ipv4.ping_group_range
  net.ipv4.ip_unprivileged_port_start net.ipv4.ip_local_reserved_ports net.ipv4.tcp_keepalive_time net.ipv4.tcp_fin_timeout
  net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes net.ipv4.tcp_rmem net.ipv4.tcp_wmem`.split(/\s+/);

/** Rights beyond those of an ordinary container. */
export const privileges: readonly PodRow[] = [
  {
    id: 'capabilities-not-dropped',
    title: 'Container keeps capabilities that it may not need',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'security',
    aliases: {
      polaris: ['insecureCapabilities'],
      trivy: ['KSV-0003', 'KSV003', 'AVD-KSV-0003', 'KSV-0106', 'KSV106', 'AVD-KSV-0106'],
      checkov: ['CKV_K8S_37'],
      kics: ['268ca686-7fb7-4ae9-b129-955a2a89064e'],
    },
    of: 'container',
    paths: [['securityContext', 'capabilities', 'drop']],
    wrong: { lacks: [['ALL'], DEFAULTS] },
    required: true,
    unless: [isWindows, isPrivileged],
    why: 'The runtime gives a dozen by default, among them that to forge packets and that to become other users; a server on a high port needs none.',
    remedy: 'Drop `ALL`, and add the one or two that the program uses.',
  },
  {
    id: 'net-raw-capability',
    title: 'Container can forge packets',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'security',
    aliases: {
      'kube-linter': ['drop-net-raw-capability'],
      checkov: ['CKV_K8S_28'],
      kics: ['dbbc6705-d541-43b0-b166-dd4be8208b54'],
    },
    of: 'container',
    paths: [['securityContext', 'capabilities', 'drop']],
    wrong: { lacks: [['NET_RAW'], ['ALL']] },
    required: true,
    unless: [isWindows, isPrivileged],
    why: 'With `NET_RAW`, which most runtimes give by default, a program can pretend to be another pod of its node, and answer in its name.',
    remedy: 'Drop `ALL`, or at least `NET_RAW`.',
  },
  {
    id: 'capability-added',
    title: 'Container gets a capability that ordinary ones do not have',
    severity: 'medium',
    confidence: 'likely',
    domain: 'security',
    aliases: {
      'kube-linter': ['drop-net-raw-capability'],
      trivy: ['KSV-0022', 'KSV022', 'AVD-KSV-0022', 'KSV-0119', 'KSV119', 'AVD-KSV-0119'],
      checkov: ['CKV_K8S_25'],
      kics: ['19ebaa28-fc86-4a58-bcfa-015c9e22fe40'],
    },
    of: 'container',
    paths: [['securityContext', 'capabilities', 'add', '*']],
    wrong: { isNot: new Set(TOLD_OR_FINE) },
    unless: [isPrivileged],
    eased: { where: isForNodes, severity: 'low' },
    why: 'It reaches beyond the container, to the network or the kernel of the node; the baseline policy of Kubernetes refuses it.',
    remedy: 'Drop it if the program runs without; else say beside the line what it is for.',
  },
  {
    id: 'host-port',
    title: 'Container takes a port of its node',
    severity: 'medium',
    domain: 'security',
    aliases: {
      polaris: ['hostPortSet'],
      trivy: ['KSV-0024', 'KSV024', 'AVD-KSV-0024'],
      checkov: ['CKV_K8S_26'],
      kics: ['2b1836f1-dcce-416e-8e16-da8c71920633'],
    },
    of: 'container',
    paths: [['ports', '*', 'hostPort']],
    wrong: { from: 1, to: 65535 },
    unless: [isForNodes, usesHostNetwork],
    why: 'It can be reached at the address of the node, past the Services, and only one such pod fits on a node: a rollout waits for a free one.',
    remedy: 'Drop it, and publish the port with a Service.',
  },
  {
    id: 'windows-host-process',
    title: 'Container runs as a process of its Windows node',
    severity: 'high',
    domain: 'security',
    aliases: { polaris: ['hostProcess'], trivy: ['KSV-0103', 'KSV103', 'AVD-KSV-0103'] },
    of: 'container',
    paths: [['securityContext', 'windowsOptions', 'hostProcess']],
    inherited: true,
    wrong: { is: ['true'] },
    eased: { where: isForNodes, severity: 'medium' },
    why: 'Nothing separates it from the node: it sees all files and processes, and who gets into it has the node.',
    remedy: 'Drop it, unless the program sets up the node itself.',
    fix: { value: 'false' },
  },
  {
    id: 'unsafe-proc-mount',
    title: 'Container sees the whole of /proc',
    severity: 'high',
    domain: 'security',
    aliases: {
      'kube-linter': ['unsafe-proc-mount'],
      polaris: ['procMount'],
      trivy: ['KSV-0027', 'KSV027', 'AVD-KSV-0027'],
      kics: ['f922827f-aab6-447c-832a-e1ff63312bd3'],
    },
    of: 'container',
    paths: [['securityContext', 'procMount']],
    wrong: { is: ['Unmasked'] },
    unless: [hasOwnUsers],
    why: 'The runtime hides and protects parts of `/proc` by which a process can read from, write to and stop the kernel of the node.',
    remedy: 'Drop it; containers inside of containers need `hostUsers: false` beside it.',
    fix: { value: 'Default' },
  },
  {
    id: 'unsafe-sysctl',
    title: 'Pod sets a kernel parameter that nodes refuse',
    severity: 'medium',
    confidence: 'likely',
    domain: 'reliability',
    aliases: {
      'kube-linter': ['unsafe-sysctls'],
      trivy: ['KSV-0026', 'KSV026', 'AVD-KSV-0026'],
      kics: ['9127f0d9-2310-42e7-866f-5fd9d20dcbad'],
    },
    of: 'pod',
    paths: [['securityContext', 'sysctls', '*', 'name']],
    wrong: { isNot: new Set(SAFE_SYSCTLS) },
    why: 'Nodes do not start the pod unless each was told to allow it; where they do, it can harm the other pods.',
    remedy: 'Set it on the nodes, or keep these pods on nodes whose kubelet allows it by `--allowed-unsafe-sysctls`.',
  },
];
