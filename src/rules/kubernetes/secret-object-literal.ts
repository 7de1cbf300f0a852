import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, mapAt, textAt, type YamlEntry, type YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isSealed } from './secrets/is-sealed.ts';
import { secretsInText, type WrittenSecret } from './secrets/secrets-in-text.ts';

/** Fields of a user in a kubeconfig by which somebody gets in. */
const LOGINS = /^(token|password|client-key-data)$/;

export const secretObjectLiteral: Rule<KubernetesDocument> = {
  id: 'secret-object-literal',
  kinds: ['kubernetes'],
  title: 'A Secret stands in the repository as it is',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { semgrep: ['secrets-in-config-file'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      if (object.apiVersion !== 'v1' || isSealed(object)) continue;
      if (object.kind === 'Secret') yield* secretProblems(object);
      if (object.kind === 'Config') yield* loginProblems(object);
    }
  },
};

function* secretProblems(object: KubernetesObject): Generator<Problem> {
  for (const field of ['stringData', 'data']) {
    for (const entry of mapAt(object.node, field)?.entries ?? []) {
      const text = entry.value.type === 'scalar' ? entry.value.text : '';
      const plain = field === 'data' ? decoded(text) : text;
      for (const secret of plain === undefined ? [] : secretsInText(nameOf(entry), plain))
        yield problem(object, entry, field, secret);
    }
  }
}

/** `data` holds base64; anything else is filled in later. */
function decoded(text: string): string | undefined {
  const packed = text.replace(/\s+/g, '');
  if (packed.length < 4 || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  const plain = Buffer.from(packed, 'base64').toString('utf8');
  return plain.includes('\0') || plain.includes('\ufffd') ? undefined : plain.trim();
}

/** In a Secret, `key` alone means one. */
function nameOf({ key }: YamlEntry): string {
  return /^(key|pass|pw|pwd)$/i.test(key.text) ? 'password' : key.text;
}

function* loginProblems(object: KubernetesObject): Generator<Problem> {
  for (const item of itemsAt(object.node, 'users')) {
    const user: YamlMap | undefined = mapAt(item, 'user');
    for (const entry of user?.entries ?? []) {
      const text = entry.value.type === 'scalar' ? entry.value.text : '';
      if (!LOGINS.test(entry.key.text)) continue;
      for (const secret of secretsInText('password', decoded(text) ?? text))
        yield problem(object, entry, `users/${textAt(item, 'name') ?? ''}`, secret);
    }
  }
}

/** The range is the key, so that the value gets into no report. */
function problem(object: KubernetesObject, { key }: YamlEntry, field: string, { judged }: WrittenSecret): Problem {
  const isSecret = object.kind === 'Secret';
  return {
    range: key.range,
    key: `${object.key}/${field}/${key.text}`,
    ...(judged === 'weak' ? { severity: 'medium' as const } : {}),
    message: {
      what: `${isSecret ? quote(object.key) : 'A kubeconfig'} has the value of ${quote(key.text)} in the file${field === 'data' ? ', in base64, which encrypts nothing' : ''}.`,
      why: 'Everybody who can read the repository has it, and deleting the line does not take it out of the history.',
      remedy: isSecret
        ? 'Replace it where it is in use, and put the new one into a secret store: with External Secrets, Sealed Secrets or SOPS the repository holds only a name or a ciphertext.'
        : 'Revoke it, and let people and pipelines log in with short-lived tokens.',
    },
  };
}
