import { describe, expect, test } from '@jest/globals';
import { bindItem } from '../../../src/personas/bind/bind-item.ts';
import { rules } from '../../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));
const rulesOf = (text: string) => bindItem(text, '', RULES).bindings.map(({ rule }) => rule);

describe('an item about clusters and what is in them is bound to the rules that see it, and to no others', () => {
  test.each([
    ['Kubelet anonymous authentication is disabled', ['kubelet-anonymous-auth']],
    ['Anonymous requests to the API server are rejected', ['api-server-anonymous-auth', 'rbac-anonymous-binding']],
    ['The API server does not allow anonymous access', ['api-server-anonymous-auth', 'rbac-anonymous-binding']],
    ['The kubelet read-only port is closed', ['kubelet-read-only-port']],
    ['The insecure port of kube-apiserver is disabled', ['api-server-insecure-port', 'api-server-secure-port-off']],
    [
      'Authorization mode is not AlwaysAllow on the API server',
      ['control-plane-always-allow', 'api-server-without-rbac', 'api-server-without-node-authorizer'],
    ],
    [
      'Kubelet authorization mode is Webhook, never AlwaysAllow',
      ['control-plane-always-allow', 'api-server-without-rbac', 'api-server-without-node-authorizer'],
    ],
    ['No basic auth or static token file on the API server', ['api-server-static-credentials']],
    [
      'etcd uses TLS with client certificates',
      [
        'etcd-self-signed-certificate',
        'etcd-client-auth-missing',
        'etcd-peer-auth-missing',
        'etcd-certificate-missing',
        'etcd-peer-certificate-missing',
      ],
    ],
    [
      'etcd does not use self-signed certificates',
      [
        'etcd-self-signed-certificate',
        'etcd-client-auth-missing',
        'etcd-peer-auth-missing',
        'etcd-certificate-missing',
        'etcd-peer-certificate-missing',
      ],
    ],
    ['Secrets are encrypted at rest in etcd', ['api-server-encryption-missing']],
    ['An encryption provider config is set for Kubernetes secrets', ['api-server-encryption-missing']],
    [
      'API server talks to kubelets over TLS',
      ['api-server-kubelet-certificate-missing', 'api-server-kubelet-ca-missing', 'api-server-kubelet-https-off'],
    ],
    [
      'Admission plugins are not disabled on the API server',
      ['api-server-default-plugin-off', 'api-server-always-admit', 'api-server-without-node-restriction'],
    ],
    [
      'NodeRestriction admission plugin is enabled',
      ['api-server-default-plugin-off', 'api-server-always-admit', 'api-server-without-node-restriction'],
    ],
    ['API server uses strong cipher suites', ['control-plane-weak-cipher']],
    ['Load balancers use strong ciphers', ['aws-elb-weak-cipher', 'aws-lb-old-tls']],
    ['A Kubernetes audit policy is configured', ['audit-policy-incomplete', 'api-server-audit-policy-missing']],
    ['Kubernetes audit logs do not record secret bodies', ['audit-policy-records-secrets']],
    [
      'The audit policy of the API server never logs request bodies of secrets',
      [
        'audit-policy-incomplete',
        'api-server-audit-policy-missing',
        'audit-policy-records-secrets',
        'api-server-audit-log-missing',
      ],
    ],
    ['Ingress controllers that are end of life are not used', ['retired-component']],
    ['No deprecated cluster components', ['retired-component']],
    ['GKE clusters run a supported Kubernetes version', ['gcp-gke-retired-version']],
    ['No privileged SCC on OpenShift', ['scc-privileged']],
    ['HPA targets exist', ['hpa-dangling-target']],
    ['maxReplicas of the HPA is above minReplicas', ['replicas-to-one', 'single-replica', 'hpa-max-not-above-min']],
    ['replicas is not hardcoded when an HPA manages the Deployment', ['replicas-set-with-hpa']],
    ['Ingress routes point to existing services', ['ingress-dangling']],
    ['Ingress configuration snippets are not used', ['ingress-nginx-snippet']],
    ['No unsafe sysctls in pods', ['unsafe-sysctl', 'terraform-pod-unsafe-sysctl']],
    ['ServiceMonitors select existing services', ['servicemonitor-dangling']],
    ['Containers do not run an SSH server', ['ssh-port', 'expose-ssh-port']],
    ['No SSH daemon in images', ['ssh-port', 'expose-ssh-port']],
    ['GKE does not issue client certificates', ['gcp-gke-client-certificate']],
    ['Cloud monitoring is enabled on GKE clusters', ['gcp-gke-monitoring-off']],
    [
      'Kubernetes pods are not privileged',
      ['privileged-container', 'security-context-weakened', 'terraform-pod-privileged', 'scc-privileged'],
    ],
    [
      'The control plane is not public',
      [
        'aws-eks-public-endpoint',
        'azure-aks-public-api',
        'gcp-gke-public-api',
        'gcp-gke-no-authorized-networks',
        'tencentcloud-cluster-public',
      ],
    ],
    [
      'Kubernetes API server is not exposed to the internet',
      [
        'aws-eks-public-endpoint',
        'azure-aks-public-api',
        'gcp-gke-public-api',
        'gcp-gke-no-authorized-networks',
        'tencentcloud-cluster-public',
      ],
    ],
    ['Legacy metadata endpoints are disabled on GKE', ['gcp-gke-node-metadata-exposed', 'gcp-gke-legacy-metadata']],
    ['No SSH server in the container image', ['ssh-port', 'expose-ssh-port']],
    ['SSHD is not installed in Docker images', ['ssh-port', 'expose-ssh-port']],
    ['Secrets in etcd are encrypted', ['api-server-encryption-missing']],
  ])('"%s"', (text, wanted) => {
    expect([...rulesOf(text)].sort()).toEqual([...wanted].sort());
  });
});

describe('an item that asks for much is bound to all of it', () => {
  test.each([
    ['The cluster passes the CIS Kubernetes benchmark', 'api-server-anonymous-auth'],
    ['kube-bench findings are fixed for the control plane', 'api-server-anonymous-auth'],
    ['API server flags follow a hardened configuration', 'api-server-anonymous-auth'],
    ['The kubelet is hardened', 'kubelet-anonymous-auth'],
    ['Kubernetes manifests are valid', 'object-refused'],
    ['Manifests pass schema validation with kubeconform', 'object-refused'],
    ['Kubernetes memory limits are set', 'memory-limit-missing'],
    ['The kubelet follows the CIS benchmark', 'kubelet-anonymous-auth'],
  ])('"%s" by %s, among others', (text, rule) => {
    expect(rulesOf(text)).toContain(rule);
  });
});

describe('the same words for other things bind to nothing', () => {
  test.each([
    'The kubelet version is documented',
    'Cluster nodes are patched monthly',
    'The API server latency is monitored',
    'API servers scale with load',
    'The control plane team is on call',
    'Anonymous surveys are run',
    'Anonymous usage data is collected',
    'Cipher suites of the web server are modern',
    'Audit policies of the company are followed',
    'The audit policy is reviewed yearly',
    'Audit logs are kept for a year',
    'Secrets are not stored in audit trails of the finance team',
    'Admission controllers enforce image signatures',
    'The ingress controller has metrics',
    'GKE clusters have labels',
    'Manifests are kept in Git',
    'Manifests of the game are valid JSON',
    'Packages have a valid manifest',
    'Autoscaling is configured',
    'HPA is based on custom metrics',
    'Ingress hosts are documented',
    'Code snippets in the docs are tested',
    'Snippets are reusable',
    'Kernel versions are patched',
    'ServiceMonitors are documented',
    'SSH keys are not baked into images',
    'SSH access to servers goes through a bastion',
    'Volumes are resized automatically',
    'GKE costs are monitored',
    'Databricks clusters terminate when idle',
    'SCC meetings are held',
  ])('"%s"', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});
