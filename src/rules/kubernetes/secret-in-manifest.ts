import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { KustomizationDocument } from '../../documents/kustomization.ts';
import { at, entryOf, itemsAt, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { isSecretName } from '../is-secret-name.ts';
import { judgeSecretValue, type SecretValue } from '../judge-secret-value.ts';
import { quote, quoteAll } from '../quote.ts';

export const secretInManifest: Rule<KubernetesDocument | KustomizationDocument> = {
  id: 'secret-in-manifest',
  kinds: ['kubernetes', 'kustomization'],
  title: 'A Secret is committed with its values',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    polaris: ['sensitiveConfigmapContent'],
    trivy: ['KSV-0109', 'KSV-01010', 'AVD-KSV-0109', 'AVD-KSV-01010'],
    semgrep: ['secrets-in-config-file'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const holders = isKustomization(document) ? generators(document) : document.view.objects.flatMap(holdersOf);
    for (const holder of holders) {
      const told = holder.values.filter(({ name, value }) => judge(name, value) !== 'none');
      const strong = told.filter(({ name, value }) => judge(name, value) === 'strong');
      const isTest = TEST_FOLDER.test(document.path);
      if (strong.length > 0) yield problem(holder, told, strong, isTest ? 'medium' : 'high');
      else if (told.length > 0 && !isTest) yield problem(holder, told, told, 'medium');
    }
  },
};

/** What stands there opens what the tests set up. */
const TEST_FOLDER = /(^|\/)(tests?|testdata|e2e|fixtures?|mocks?|__tests__)\//i;

interface Value {
  readonly name: string;
  /** Of the name: the value gets into no report. */
  readonly range: Range;
  readonly value: string;
}

interface Holder {
  readonly what: string;
  readonly key: string;
  readonly values: readonly Value[];
}

function isKustomization(document: KubernetesDocument | KustomizationDocument): document is KustomizationDocument {
  return document.kind === 'kustomization';
}

/** What SOPS has encrypted has its key `sops` beside the data. */
function holdersOf(object: KubernetesObject): readonly Holder[] {
  const { kind, apiVersion, key, node } = object;
  if (apiVersion !== 'v1' || entryOf(node, 'sops')) return [];
  if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
  const plain = [...valuesOf(at(node, 'stringData')), ...(kind === 'ConfigMap' ? valuesOf(at(node, 'data')) : [])];
  const coded =
    kind === 'Secret' ? valuesOf(at(node, 'data')).map((one) => ({ ...one, value: decode(one.value) })) : [];
  return [{ what: key, key, values: [...plain, ...coded] }];
}

function valuesOf(node: YamlNode | undefined): readonly Value[] {
  return (node?.type === 'map' ? node.entries : []).flatMap(({ key, value }) =>
    value.type === 'scalar' && typeof value.value === 'string'
      ? [{ name: key.text, range: key.range, value: value.text }]
      : [],
  );
}

/** Base64 hides nothing. What is no text is no password either. */
function decode(value: string): string {
  const text = Buffer.from(value, 'base64').toString('utf8');
  return /^[\t\n\r\x20-\x7e]*$/.test(text) ? text : '';
}

/** `secretGenerator` with `literals`, `key=value` each. */
function generators({ view }: KustomizationDocument): readonly Holder[] {
  return itemsAt(view.root, 'secretGenerator').flatMap((generator) => {
    const name = textAt(generator, 'name') ?? '';
    const values = itemsAt(generator, 'literals').flatMap((item): Value[] => {
      const [, key, value] = (item.type === 'scalar' && /^([^=]+)=(.*)$/s.exec(item.text)) || [];
      if (key === undefined || value === undefined) return [];
      return [{ name: key, value, range: { start: item.range.start, end: item.range.start + key.length } }];
    });
    return [{ what: `secretGenerator/${name}`, key: `secretGenerator/${name}`, values }];
  });
}

function judge(name: string, value: string): SecretValue {
  if (/-{3,5}BEGIN [A-Z ]*PRIVATE KEY-{3,5}/.test(value)) return 'strong';
  if (/^\.docker(cfg|configjson)$/.test(name) && /"(auth|password)"\s*:\s*"[^"$<{]{8,}"/.test(value)) return 'strong';
  // Encrypted by SOPS, or filled in before it is applied.
  if (/^ENC\[|^AgA|<path:|\$\(|\$\{|\{\{/.test(value) || value.includes('\n')) return 'none';
  const judged = isSecretName(name) ? judgeSecretValue(value) : 'none';
  // Many settings only speak of passwords: `password.rules`.
  const isNamedSo = /(pass(word|wd|phrase)?|pwd|secret|token|credentials?|key)$/i.test(name) && !/\s/.test(value);
  return judged === 'weak' && !isNamedSo ? 'none' : judged;
}

function problem(
  { what, key }: Holder,
  told: readonly Value[],
  worst: readonly Value[],
  severity: 'medium' | 'high',
): Observation {
  const names = told.map(({ name }) => name);
  return {
    range: worst[0]?.range ?? { start: 0, end: 0 },
    key,
    severity,
    message: {
      what: `${quote(what)} holds ${names.length === 1 ? 'the value' : 'the values'} of ${quoteAll(names)}.`,
      why: 'Everybody who can read the repository has it, for base64 hides nothing, and deleting the line does not take it out of the history.',
      remedy:
        'Replace it where it is in use, and let the cluster get the new one from a secret store, or commit it encrypted with SOPS or as a SealedSecret.',
    },
  };
}
