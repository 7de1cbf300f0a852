import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { labelEntries, type TextEntry } from './objects/text-maps.ts';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
const VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;
const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

export const labelValueInvalid: Rule<KubernetesDocument> = {
  id: 'label-value-invalid',
  kinds: ['kubernetes'],
  title: 'Label that the cluster refuses',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-score': ['label-values'], kics: ['1123031a-f921-4c5b-bd86-ef354ecfd37a'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      for (const found of labelEntries(object)) {
        const wrong = wrongPart(found);
        if (wrong) yield problem(object, found, wrong);
      }
    }
  },
};

function wrongPart({ entry: { key, value } }: TextEntry): 'key' | 'value' | undefined {
  if (value.type !== 'scalar' || isPlaceholder(key.text) || isPlaceholder(value.text)) return undefined;
  if (!isKey(key.text)) return 'key';
  return typeof value.value === 'string' && !VALUE.test(value.text) ? 'value' : undefined;
}

function isKey(key: string): boolean {
  const slash = key.indexOf('/');
  return NAME.test(key.slice(slash + 1)) && (slash < 0 || PREFIX.test(key.slice(0, slash)));
}

function problem(object: KubernetesObject, { entry, place }: TextEntry, wrong: 'key' | 'value'): Problem {
  const text = wrong === 'value' && entry.value.type === 'scalar' ? entry.value.text : entry.key.text;
  const tooLong = text.length > 63 && !text.includes('/');
  return {
    range: entry.key.range,
    key: `${object.key}/${place}`,
    message: {
      what: `${quote(object.key)} has the label ${quote(entry.key.text)} with ${wrong === 'value' ? `the value ${quote(text)}` : 'a key'} that ${tooLong ? `has ${text.length} characters` : 'labels cannot have'}.`,
      why: 'The cluster refuses the object as it stands, and the deployment stops here.',
      remedy:
        'Labels take letters, digits, `-`, `_` and `.`, at most 63 of them, with a letter or digit at both ends; put other text into an annotation.',
    },
  };
}
