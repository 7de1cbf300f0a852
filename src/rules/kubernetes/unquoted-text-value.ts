import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { sliceOf } from '../../documents/source-text.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type TextEntry, textEntries } from './objects/text-maps.ts';

export const unquotedTextValue: Rule<KubernetesDocument> = {
  id: 'unquoted-text-value',
  kinds: ['kubernetes'],
  title: 'Number or truth value where the cluster takes text only',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { 'kube-linter': ['schema-validation'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view, source }) {
    for (const object of view.objects)
      for (const found of textEntries(object)) if (isNoText(found)) yield problem(object, found, source);
  },
};

function isNoText({ entry: { value, merged } }: TextEntry): boolean {
  return value.type === 'scalar' && !merged && (typeof value.value === 'number' || typeof value.value === 'boolean');
}

function problem(object: KubernetesObject, { entry, place }: TextEntry, source: string): Problem {
  const written = sliceOf(source, entry.value.range);
  const isTagged = entry.value.type === 'scalar' && entry.value.style !== 'plain';
  return {
    range: entry.range,
    key: `${object.key}/${place}`,
    message: {
      what: `${quote(`${entry.key.text}: ${written}`)} of ${quote(object.key)} is no text, since it stands without quotes.`,
      why: 'The API takes only text here and refuses the whole object: it cannot be decoded, and the deployment stops.',
      remedy: `Write ${quote(`${entry.key.text}: "${written}"`)}.`,
    },
    ...(isTagged
      ? {}
      : {
          fix: {
            title: 'Put it in quotes',
            safety: 'safe' as const,
            edits: [{ range: entry.value.range, text: `"${written}"` }],
          },
        }),
  };
}
