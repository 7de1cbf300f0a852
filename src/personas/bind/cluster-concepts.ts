/** Words and phrases of clusters: their parts, and the objects in them; as in concepts.ts. */
export const CLUSTER_CONCEPTS = {
  // The parts of a cluster.
  apiServer: 'api server, kube apiserver, kubernetes api server, apiserver, kubernetes api',
  kubeletWord: 'kubelet',
  controlPlaneWord:
    'control plane, kubernetes control plane, control plane component, cluster component, master node, controller manager',
  etcdWord: 'etcd',
  controlPlanePart:
    'api server, kube apiserver, apiserver, kubelet, etcd, control plane, controller manager, kubernetes control plane, control plane component, cluster component',
  hardened:
    'harden, hardened, hardening, secure flag, insecure flag, secure configuration, securely configured, secure default, cis benchmark, cis',
  cisBenchmark: 'cis benchmark, cis kubernetes benchmark, kube bench, cis hardening, cis kubernetes, kubernetes cis',
  anonymousAuth:
    'anonymous auth, anonymous authentication, anonymous request, anonymous access, anonymous user, anonymous, unauthenticated request',
  authorizationMode: 'authorization mode, authorisation mode, alwaysallow',
  insecurePort:
    'insecure port, read only port, readonly port, unauthenticated port, port 10255, port 8080, secure port',
  staticLogin:
    'basic auth, basic authentication, token auth file, static token, static token file, static password, basic auth file',
  channelTls: 'tls, certificate, encrypted connection, https, mtls, mutual tls, plaintext, client certificate',
  selfSigned: 'self signed, auto tls, trusted certificate, ca signed, self signed certificate',
  secretsInEtcd:
    'encryption provider, encryption provider config, encryption configuration, etcd encryption, secrets encrypted in etcd, secret encrypted rest in etcd, encrypted etcd, etcd encrypted, etcd is encrypted, secrets in etcd, secret encryption rest in kubernetes',
  accountLookup: 'service account lookup',
  admissionPlugin: 'admission plugin, admission controller, admission control plugin',
  pluginWord: 'default, disable, alwaysadmit, node restriction, noderestriction, event rate limit',
  weakCipher:
    'weak cipher, strong cipher, cipher suite, weak cipher suite, strong cipher suite, broken cipher, modern cipher, cipher',
  auditPolicy: 'audit policy, kubernetes audit policy, api server audit policy',
  clusterAuditLog: 'kubernetes audit log, api server audit log, cluster audit log, audit log, audit policy',
  secretBody: 'secret, secret body, request body, secret value, secret payload, configmap, config map',
  withheld: 'record, contain, log request body, leak, hold, body, value, payload, metadata level, recorded',
  clusterComponent:
    'ingress controller, cluster addon, cluster component, cluster add, kubernetes component, kubernetes addon, cluster controller, ingress nginx',
  gkeWord: 'gke, google kubernetes engine',
  clusterVersion:
    'kubernetes version, cluster version, master version, gke version, node version, version of kubernetes, version',
  scc: 'security context constraint, scc, openshift scc, privileged scc',

  // The objects in it.
  manifestWord:
    'kubernetes manifest, k8s manifest, kubernetes object, kubernetes yaml, helm template, kubernetes resource, k8s yaml, helm chart, manifests valid, manifests accepted, kubeconform, kubeval',
  validManifest:
    'valid, schema, well formed, kubeconform, kubeval, accepted by cluster, accepted, dry run, error free, syntactically, api server accept',
  autoscaler: 'hpa, horizontal pod autoscaler, horizontalpodautoscaler, autoscaler, pod autoscaler',
  autoscalerFault:
    'target exist, scale target, existing workload, existing deployment, existing target, scaletargetref, dangling, target reference, real target',
  maxReplicas: 'max replicas, maximum replicas, maximum number of replicas',
  above: 'above, greater, higher, exceed, larger, below',
  replicaField:
    'replicas field, fixed replica, hard coded replica, hardcoded replica, replicas hardcoded, replicas not hardcoded, replicas not set, replicas fixed, static replica, spec replica',
  ingressBackend:
    'ingress backend, ingress route, ingress rule backend, backend of ingress, ingress target, ingresses route, ingresses point, ingress point, ingresses reference, ingress reference, ingresses lead',
  backendExists:
    'exist, existing service, existing, resolve, dangling, missing service, real service, nonexistent, defined service',
  nginxSnippet:
    'configuration snippet, server snippet, nginx snippet, snippet annotation, ingress snippet, ingress nginx snippet',
  sysctl: 'sysctl, unsafe sysctl, kernel parameter',
  unsafeWord: 'unsafe, forbidden, safe, pod, container, kubernetes, namespaced',
  serviceMonitor: 'service monitor, servicemonitor, pod monitor, podmonitor',
  selectsSomething: 'select, selector, match, existing service, exist, dangling, scrape, label, nothing',
  sshServer:
    'ssh server, sshd, ssh daemon, openssh, ssh access, ssh port, ssh exposed, expose ssh, ssh login, run ssh, ssh installed, install ssh',
  inContainer: 'container, image, docker image, container image, dockerfile, pod',
  removedVolume:
    'removed volume type, deprecated volume type, deprecated volume plugin, removed volume plugin, tree volume plugin, gitrepo volume',
} as const;
