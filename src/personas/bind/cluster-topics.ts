import type { Topic } from './topic.ts';

const CONTROL_PLANE = [
  'api-server-*',
  'control-plane-*',
  'controller-manager-*',
  'etcd-*',
  'kubelet-*',
  'audit-policy-*',
] as const;

/** What is asked of the parts of a cluster, and of the objects in it. */
export const CLUSTER_TOPICS: readonly Topic[] = [
  // The parts of a cluster
  {
    name: 'benchmarks of clusters',
    about: [['cisBenchmark'], ['kubernetes', 'controlPlaneWord']],
    rules: [...CONTROL_PLANE],
  },
  { name: 'hardened control planes', about: [['controlPlaneWord'], ['hardened']], rules: [...CONTROL_PLANE] },
  {
    name: 'hardened API servers',
    about: [['apiServer'], ['hardened']],
    rules: ['api-server-*', 'control-plane-always-allow', 'control-plane-weak-cipher', 'control-plane-profiling'],
  },
  { name: 'hardened kubelets', about: [['kubeletWord'], ['hardened']], rules: ['kubelet-*'] },
  { name: 'hardened etcd', about: [['etcdWord'], ['hardened']], rules: ['etcd-*'] },
  { name: 'kubelets without a name', about: [['kubeletWord'], ['anonymousAuth']], rules: ['kubelet-anonymous-auth'] },
  {
    name: 'requests without a name',
    about: [['apiServer', 'clusterApi'], ['anonymousAuth']],
    rules: ['api-server-anonymous-auth', 'rbac-anonymous-binding'],
  },
  { name: 'ports of kubelets', about: [['kubeletWord'], ['insecurePort']], rules: ['kubelet-read-only-port'] },
  {
    name: 'ports of API servers',
    about: [['apiServer'], ['insecurePort']],
    rules: ['api-server-insecure-port', 'api-server-secure-port-off'],
  },
  {
    name: 'modes of authorisation',
    about: [['authorizationMode'], ['controlPlanePart', 'kubernetes']],
    rules: ['control-plane-always-allow', 'api-server-without-rbac', 'api-server-without-node-authorizer'],
  },
  {
    name: 'static credentials of clusters',
    about: [['apiServer'], ['staticLogin']],
    rules: ['api-server-static-credentials'],
  },
  { name: 'tokens of deleted accounts', about: [['accountLookup']], rules: ['api-server-account-lookup-off'] },
  {
    name: 'certificates of etcd',
    about: [['etcdWord'], ['channelTls', 'selfSigned']],
    unless: ['secretsInEtcd', 'backup'],
    rules: [
      'etcd-self-signed-certificate',
      'etcd-client-auth-missing',
      'etcd-peer-auth-missing',
      'etcd-certificate-missing',
      'etcd-peer-certificate-missing',
    ],
  },
  { name: 'secrets in etcd', about: [['secretsInEtcd']], unless: ['backup'], rules: ['api-server-encryption-missing'] },
  {
    name: 'connections with kubelets',
    about: [['apiServer'], ['kubeletWord'], ['channelTls']],
    rules: ['api-server-kubelet-*'],
  },
  {
    name: 'plugins of admission',
    about: [['admissionPlugin'], ['apiServer', 'pluginWord']],
    unless: ['policyAsCode'],
    rules: ['api-server-default-plugin-off', 'api-server-always-admit', 'api-server-without-node-restriction'],
  },
  {
    name: 'ciphers',
    about: [['weakCipher'], ['controlPlanePart', 'kubernetes']],
    rules: ['control-plane-weak-cipher'],
  },
  { name: 'ciphers', about: [['weakCipher'], ['balancer']], rules: ['aws-elb-weak-cipher', 'aws-lb-old-tls'] },
  {
    name: 'policies of audit',
    about: [['auditPolicy'], ['kubernetes', 'apiServer']],
    rules: ['audit-policy-incomplete', 'api-server-audit-policy-missing'],
  },
  {
    name: 'secrets in audit logs',
    about: [['clusterAuditLog'], ['secretBody'], ['withheld'], ['kubernetes', 'apiServer', 'auditPolicy']],
    rules: ['audit-policy-records-secrets'],
  },
  {
    name: 'retired components',
    about: [['clusterComponent'], ['retired', 'unmaintained', 'supportedWord']],
    rules: ['retired-component'],
  },
  {
    name: 'retired versions of clusters',
    about: [['gkeWord'], ['clusterVersion'], ['retired', 'supportedWord']],
    rules: ['gcp-gke-retired-version'],
  },
  { name: 'constraints of OpenShift', about: [['scc']], rules: ['scc-privileged'] },

  // The objects in it
  {
    name: 'valid manifests',
    about: [['manifestWord'], ['validManifest']],
    unless: ['inPipeline', 'scan', 'signing'],
    rules: [
      'object-refused',
      'duplicate-env-var',
      'env-source-conflict',
      'invalid-port-name',
      'label-value-invalid',
      'restart-policy-invalid',
      'unquoted-text-value',
      'removed-volume-type',
      'hpa-max-not-above-min',
    ],
  },
  { name: 'targets of autoscalers', about: [['autoscaler'], ['autoscalerFault']], rules: ['hpa-dangling-target'] },
  {
    name: 'limits of autoscalers',
    about: [['autoscaler'], ['maxReplicas'], ['above']],
    rules: ['hpa-max-not-above-min'],
  },
  { name: 'replicas of autoscalers', about: [['autoscaler'], ['replicaField']], rules: ['replicas-set-with-hpa'] },
  { name: 'backends of ingresses', about: [['ingressBackend'], ['backendExists']], rules: ['ingress-dangling'] },
  { name: 'snippets of ingresses', about: [['nginxSnippet']], rules: ['ingress-nginx-snippet'] },
  {
    name: 'kernel parameters',
    about: [['sysctl'], ['unsafeWord']],
    rules: ['unsafe-sysctl', 'terraform-pod-unsafe-sysctl'],
  },
  { name: 'targets of metrics', about: [['serviceMonitor'], ['selectsSomething']], rules: ['servicemonitor-dangling'] },
  {
    name: 'logins to containers',
    about: [['sshServer'], ['inContainer']],
    unless: ['googleMachine', 'ingress', 'secret', 'staticKey'],
    rules: ['ssh-port', 'expose-ssh-port'],
  },
  { name: 'types of volumes', about: [['removedVolume']], rules: ['removed-volume-type'] },
];
