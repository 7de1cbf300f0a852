import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { mapAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isSealed } from './secrets/is-sealed.ts';
import { secretsInText, type WrittenSecret } from './secrets/secrets-in-text.ts';

export const secretInConfigmap: Rule<KubernetesDocument> = {
  id: 'secret-in-configmap',
  kinds: ['kubernetes'],
  title: 'A secret stands in a ConfigMap',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    polaris: ['sensitiveConfigmapContent'],
    trivy: ['KSV-0109', 'KSV109', 'AVD-KSV-0109', 'KSV-01010', 'AVD-KSV-01010'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      if (object.apiVersion !== 'v1' || object.kind !== 'ConfigMap' || isSealed(object)) continue;
      for (const entry of mapAt(object.node, 'data')?.entries ?? [])
        for (const secret of secretsOf(entry)) yield problem(object, entry, secret);
    }
  },
};

function secretsOf({ key, value }: YamlEntry): WrittenSecret[] {
  return value.type === 'scalar' && typeof value.value === 'string' ? secretsInText(key.text, value.text) : [];
}

/** The range is the key, so that the value gets into no report. */
function problem(object: KubernetesObject, { key }: YamlEntry, { name, judged }: WrittenSecret): Problem {
  return {
    range: key.range,
    key: `${object.key}/data/${key.text}/${name}`,
    ...(judged === 'weak' ? { severity: 'medium' as const } : {}),
    message: {
      what: `${quote(object.key)} has ${name === key.text ? quote(key.text) : `${quote(name)} in ${quote(key.text)}`} written out.`,
      why: 'Everybody who can read the repository, or the ConfigMaps of the namespace, has it: they are neither encrypted nor kept apart as Secrets are, and deleting the line does not take it out of the history.',
      remedy: 'Replace it where it is in use, and let the new one come from a Secret that is made by a secret store.',
    },
  };
}
