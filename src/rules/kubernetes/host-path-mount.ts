import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type HostPath, hostPaths, isRuntimeSocket } from './pods/host-paths.ts';
import { isControlPlane } from './pods/is-control-plane.ts';
import { isNodeAgent } from './pods/is-node-agent.ts';
import { podSpec } from './pods/pod-spec.ts';

/** Who can write here owns the node; who can read it has its keys and those of other pods. */
const SENSITIVE =
  /^(\/|\/(bin|boot|dev|etc|home|lib|lib64|opt|proc|root|run|sbin|srv|sys|usr|var|var\/(run|lib|spool)|run\/(containerd|crio|docker))|\/etc\/(kubernetes|ssh|cron[\w.]*|systemd|pam\.d|sudoers[\w.]*|shadow|passwd|cni|rancher)(\/.*)?|\/var\/lib\/(kubelet|docker|containerd|etcd|rancher)(\/.*)?|\/root\/.*|\/home\/.*|\/proc\/.*|\/sys\/.*|\/boot\/.*)$/;
/** The same on every node, and nothing to learn from it. */
const HARMLESS =
  /^(\/etc\/(localtime|timezone|machine-id|os-release|ssl(\/.*)?|pki(\/.*)?|ca-certificates|resolv\.conf|hosts)|\/usr\/(local\/)?share\/(zoneinfo.*|ca-certificates.*)|\/lib\/modules|\/usr\/src|\/run\/xtables\.lock)$/;

export const hostPathMount: Rule<KubernetesDocument> = {
  id: 'host-path-mount',
  kinds: ['kubernetes'],
  title: 'Pod mounts a directory of its node',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['sensitive-host-mounts', 'writable-host-mount'],
    polaris: ['hostPathSet'],
    trivy: ['KSV-0023', 'AVD-KSV-0023'],
    kics: ['5308a7a8-06f8-45ac-bf10-791fe21de46e'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const pods = view.objects.flatMap((object) => {
      const spec = podSpec(object);
      return spec && !isControlPlane(object) ? [{ object, spec, paths: hostPaths(object) }] : [];
    });
    for (const { object, paths } of pods) {
      for (const path of paths) if (!isFine(object, path)) yield problem(object, path);
    }
    const [first] = pods;
    if (first && pods.every(({ paths }) => paths.length === 0))
      yield {
        proof: `0 of ${pods.length} pods mount a directory of their node`,
        range: first.spec.range,
      };
  },
};

/** Sockets of the runtime have a rule of their own; what an agent only reads is what it is for. */
function isFine(object: KubernetesObject, path: HostPath): boolean {
  if (isRuntimeSocket(path) || (HARMLESS.test(path.path) && (path.readOnly || !path.isMounted))) return true;
  return path.readOnly
    ? object.kind === 'DaemonSet' || isNodeAgent(object)
    : isNodeAgent(object) && !SENSITIVE.test(path.path);
}

function problem(object: KubernetesObject, { volume, name, path, readOnly, isMounted }: HostPath): Observation {
  const sensitive = SENSITIVE.test(path);
  const byDesign = isNodeAgent(object);
  return {
    range: volume.range,
    key: `${object.key}/${path}`,
    severity: !sensitive || byDesign ? 'low' : readOnly ? 'medium' : 'high',
    ...(byDesign ? { confidence: 'likely' as const } : {}),
    message: {
      what: `The volume ${quote(name)} of ${quote(object.key)} is ${quote(path)} of the node${!isMounted ? '' : readOnly ? ', mounted read-only' : ', and can be written to'}.`,
      why: sensitive
        ? readOnly
          ? 'What stands there are keys, configuration and files of other pods: who gets into this one reads them.'
          : 'Who gets into the pod changes the node from there: programs, keys, other pods.'
        : 'The pod works only on the node that has the files, loses them when it moves, and shares them with whatever else runs there.',
      remedy: sensitive
        ? 'Mount the one file it needs, read-only, or get the data through the API.'
        : 'Use a persistent volume, an emptyDir or a ConfigMap.',
    },
  };
}
