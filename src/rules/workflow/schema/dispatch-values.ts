import { entryOf, itemsAt, type YamlEntry, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Mismatch } from './validate.ts';

const FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(true|false)$/i,
  number: /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i,
};

/** A default that the form of a manual start cannot show. It takes texts, so that `'true'` is a boolean as well. */
export function* checkDispatchDefault(input: YamlNode, path: readonly string[]): Generator<Mismatch> {
  const [type, fallback] = [entryOf(input, 'type')?.value, entryOf(input, 'default')?.value];
  const form = type?.type === 'scalar' && Object.hasOwn(FORMS, type.text) ? FORMS[type.text] : undefined;
  if (!form || type?.type !== 'scalar' || fallback?.type !== 'scalar') return;
  if (fallback.value === null || fallback.text === '' || form.test(fallback.text)) return;
  yield {
    kind: 'idle',
    range: fallback.range,
    path: [...path, 'default'],
    what: `The default \`${short(fallback.text)}\` is no ${type.text}.`,
    remedy: `Write a ${type.text}, or change the type.`,
  };
}

/** A choice that is offered twice. */
export function* repeatedOptions({ value }: YamlEntry, path: readonly string[]): Generator<Mismatch> {
  const seen = new Set<string>();
  for (const item of itemsAt(value)) {
    if (item.type !== 'scalar') continue;
    if (seen.has(item.text))
      yield {
        kind: 'idle',
        range: item.range,
        path: [...path, 'options', item.text],
        what: `The option \`${short(item.text)}\` stands twice.`,
        remedy: 'Take one out, or write the one that was meant.',
      };
    seen.add(item.text);
  }
}

function short(text: string): string {
  return text.replaceAll('`', "'").slice(0, 60);
}
