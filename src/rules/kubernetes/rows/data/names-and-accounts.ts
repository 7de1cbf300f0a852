import { at, textAt } from '../../../../documents/yaml/yaml-node.ts';
import type { Place, PodRow } from '../row.ts';

/** Parts of the cluster itself, by the names of their projects. */
const PART_OF_CLUSTER =
  /(^|[^a-z])(kube|kubernetes|coredns|core-dns|etcd|metrics-server|autoscaler|csi|cni|calico|cilium|flannel|antrea|tigera|konnectivity|cloud-(provider|controller)|aws|azure|gke|eks|aks|oci|openstack|vsphere|hcloud|node|cluster|storage|snapshot|provisioner|traefik|ingress|cert-manager|external-dns|sealed-secrets|descheduler|karpenter|keda|reloader|velero|nvidia|gpu|device|tiller|helm|rancher|k3s|local-path|metallb|secrets-store)([^a-z]|$)/i;

function isPartOfCluster({ object }: Place): boolean {
  const images = (object.pod?.containers ?? []).map(({ image }) => image?.text ?? '');
  return [object.name, ...images].some((name) => PART_OF_CLUSTER.test(name));
}

function namesAccount({ spec }: Place): boolean {
  return at(spec, 'serviceAccountName') !== undefined;
}

/** What hooks leave behind is cleaned up by the tool that runs them, by its own annotations. */
function isHook({ object }: Place): boolean {
  const annotations = at(object.node, 'metadata', 'annotations');
  return (
    annotations?.type === 'map' &&
    annotations.entries.some(({ key }) => /^(helm\.sh|argocd\.argoproj\.io)\/hook/.test(key.text))
  );
}

function isMovingOrLocal({ container }: Place): boolean {
  const text = container?.image?.text ?? '';
  return (
    /[${}<>%]|^ko:\/\/|placeholder|replace|_image\b|^image|^[A-Z_]+$/i.test(text) ||
    // What has no version at all is told by another rule.
    !/:(?!latest$)[^/:]+$/.test(text) ||
    textAt(container?.node, 'imagePullPolicy') === 'Never'
  );
}

/** Names that objects have or use. */
export const namesAndAccounts: readonly PodRow[] = [
  {
    id: 'image-without-digest',
    title: 'Image is not pinned to its content',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'supply-chain',
    aliases: { checkov: ['CKV_K8S_43'], kics: ['7c81d34c-8e5a-402b-9798-9f442630e678'] },
    of: 'container',
    paths: [['image']],
    wrong: { unlike: /@sha256:[0-9a-f]{64}$/i },
    unless: [isMovingOrLocal],
    why: 'A tag can be moved by whoever may push to the registry: nodes that pull it later run something else.',
    remedy: 'Add the digest behind the tag, and let a bot such as Dependabot or Renovate keep it current.',
  },
  {
    id: 'default-namespace',
    title: 'Workload runs in the default namespace',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: {
      'kube-linter': ['use-namespace'],
      trivy: ['KSV-0110', 'KSV110', 'AVD-KSV-0110'],
      checkov: ['CKV_K8S_21'],
      kics: ['611ab018-c4aa-4ba2-b0f6-a448337509a6'],
    },
    of: 'object',
    paths: [['metadata', 'namespace']],
    wrong: { is: ['default'] },
    why: 'Everybody puts things there: rights, quotas and network policies can only be given to all of them together.',
    remedy: 'Give the application a namespace of its own.',
  },
  {
    id: 'kube-system-namespace',
    title: 'Application runs among the parts of the cluster',
    severity: 'low',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'security',
    aliases: {
      trivy: ['KSV-0037', 'KSV037', 'AVD-KSV-0037'],
      kics: ['611ab018-c4aa-4ba2-b0f6-a448337509a6'],
    },
    of: 'object',
    kinds: new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod']),
    paths: [['metadata', 'namespace']],
    wrong: { is: ['kube-system', 'kube-public', 'kube-node-lease'] },
    unless: [isPartOfCluster],
    why: 'It lies beside accounts and secrets that control the cluster, and policies mostly leave this namespace out.',
    remedy: 'Give it a namespace of its own.',
  },
  {
    id: 'service-account-deprecated-field',
    title: 'Account of the pods stands in a deprecated field',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { 'kube-linter': ['deprecated-service-account-field'] },
    of: 'pod',
    paths: [['serviceAccount']],
    wrong: { isSet: true },
    unless: [namesAccount],
    why: '`serviceAccount` is the old name of the field, which tools and policies that read manifests often do not know.',
    remedy: 'Write `serviceAccountName`.',
    fix: { name: 'serviceAccountName' },
  },
  {
    id: 'secret-via-env',
    title: 'Container gets secrets as environment variables',
    severity: 'info',
    strictness: 'pedantic',
    domain: 'security',
    aliases: {
      'kube-linter': ['read-secret-from-env-var'],
      checkov: ['CKV_K8S_35'],
      kics: ['3d658f8b-d988-41a0-a841-40043121de1e'],
    },
    of: 'container',
    paths: [
      ['env', '*', 'valueFrom', 'secretKeyRef'],
      ['envFrom', '*', 'secretRef'],
    ],
    wrong: { isSet: true },
    once: true,
    why: 'Every process that the program starts inherits them, crash reports hold them, and a new value arrives only with a restart.',
    remedy: 'Mount the Secret as a file, if the program can read its secrets from one.',
  },
  {
    id: 'job-ttl-missing',
    title: 'Finished job is never cleaned up',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'cost',
    aliases: { 'kube-linter': ['job-ttl-seconds-after-finished'] },
    of: 'object',
    kinds: new Set(['Job']),
    paths: [['spec', 'ttlSecondsAfterFinished']],
    required: true,
    unless: [isHook],
    why: 'The job and its pods stay in the cluster until somebody deletes them, and a new one of the same name is refused.',
    remedy: 'Set it to the seconds for which the logs are wanted, such as `86400`.',
  },
  {
    id: 'cronjob-deadline-missing',
    title: 'Missed run of a cron job is made up for whenever it may be',
    severity: 'low',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: { 'kube-score': ['cronjob-has-deadline'], kics: ['192fe40b-b1c3-448a-aba2-6cc19a300fe3'] },
    of: 'object',
    kinds: new Set(['CronJob']),
    paths: [['spec', 'startingDeadlineSeconds']],
    required: true,
    why: 'After an outage of the control plane the last missed run is started at once, also in the middle of the day.',
    remedy: 'Set it to the seconds by which a run may be late.',
  },
];
