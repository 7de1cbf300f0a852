import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type HostPath, hostPaths, isRuntimeSocket } from './pods/host-paths.ts';
import { isNodeAgent } from './pods/is-node-agent.ts';

export const dockerSocketMount: Rule<KubernetesDocument> = {
  id: 'docker-socket-mount',
  kinds: ['kubernetes'],
  title: 'Pod can control the container runtime of its node',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['docker-sock'],
    trivy: ['KSV-0006', 'KSV006', 'AVD-KSV-0006'],
    checkov: ['CKV_K8S_27'],
    kics: ['a6f34658-fdfb-4154-9536-56d516f65828'],
    semgrep: ['exposing-docker-socket-hostpath'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      for (const path of hostPaths(object).filter(isRuntimeSocket)) yield problem(object, path);
    }
  },
};

function problem(object: KubernetesObject, { volume, path, readOnly }: HostPath): Observation {
  const byDesign = isNodeAgent(object);
  return {
    range: volume.range,
    key: `${object.key}/${path}`,
    ...(byDesign ? { severity: 'medium' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `The pods of ${quote(object.key)} mount ${quote(path)}${readOnly ? ', read-only' : ''}.`,
      why: `Over the socket they start containers that the cluster knows nothing of, with the whole node mounted: who gets in owns the node.${readOnly ? ' Read-only protects the file, not the API behind it.' : ''}`,
      remedy: byDesign
        ? 'If the agent cannot ask the kubelet instead, say so beside the line.'
        : 'Build images with a builder that needs no daemon, and ask the Kubernetes API for what runs.',
    },
  };
}
