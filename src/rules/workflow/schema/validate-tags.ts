import { scalarsBelow, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Mismatch } from './validate.ts';

/** What a value of a type looks like (https://yaml.org/spec/1.2.2/#103-core-schema). */
const FORMS: Readonly<Record<string, RegExp>> = {
  bool: /^(true|True|TRUE|false|False|FALSE)$/,
  int: /^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/,
  float: /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$|^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/,
  null: /^(null|Null|NULL|~|)$/,
};

const TYPE = /^!(?:!|<tag:yaml\.org,2002:)(bool|int|float|null)>?$/;

/** Values with a type written before them that they are not of. */
export function* validateTags(root: YamlMap): Generator<Mismatch> {
  for (const { scalar, path } of scalarsBelow(root)) {
    const [, type = ''] = TYPE.exec(scalar.tag ?? '') ?? [];
    const form = FORMS[type];
    if (!form || form.test(scalar.text)) continue;
    yield {
      kind: 'refused',
      range: scalar.range,
      path: [...path.map(String), 'tag'],
      what: `\`${scalar.text.replaceAll('`', "'").slice(0, 60)}\` is called a \`${type}\`, and is none.`,
      remedy: 'Take the tag out, or write a value of its type.',
    };
  }
}
