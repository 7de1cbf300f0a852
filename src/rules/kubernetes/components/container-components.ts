import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { itemsAt, textAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { eachContainer, type PlacedContainer } from '../pods/each-container.ts';
import { type Component, type Program, programOf, type Setting } from './component.ts';
import { readFlags } from './read-flags.ts';

/** Parts of a cluster that run as containers, such as the static pods of a control plane. */
export function containerComponents(object: KubernetesObject): readonly Component[] {
  return eachContainer([object]).flatMap((placed) => {
    const words = [...wordsAt(placed, 'command'), ...wordsAt(placed, 'args')];
    const [first] = words;
    const program = first && programOf(first.text);
    if (!first || !program) return [];
    const flags = new Map([...(program === 'etcd' ? environmentOf(placed) : []), ...readFlags(words)]);
    return [
      {
        program,
        key: placed.key,
        subject: `The container ${quote(placed.container.name)} of ${quote(object.key)}`,
        flags,
        isWhole: isWhole(program, flags, words),
        place: first.range,
      },
    ];
  });
}

function wordsAt({ container }: PlacedContainer, field: string): YamlScalar[] {
  return itemsAt(container.node, field).flatMap((word) => (word.type === 'scalar' ? [word] : []));
}

/** A kubelet has most of its settings in a file, whether the command names it or not. */
function isWhole(program: Program, flags: ReadonlyMap<string, Setting>, words: readonly YamlScalar[]): boolean {
  const isConfigured = flags.has('config') || flags.has('config-file');
  return program !== 'kubelet' && !isConfigured && !words.some(({ text }) => /^(\$[({]|\{\{|<)/.test(text.trim()));
}

/** etcd takes each flag from a variable as well (https://etcd.io/docs/v3.6/op-guide/configuration/). */
function environmentOf({ container }: PlacedContainer): [string, Setting][] {
  return itemsAt(container.node, 'env').flatMap((variable): [string, Setting][] => {
    const name = textAt(variable, 'name') ?? '';
    if (!name.startsWith('ETCD_')) return [];
    // What comes from a Secret or a field is set, to a value that is not known.
    const text = textAt(variable, 'value') ?? '$()';
    const flag = name.slice('ETCD_'.length).toLowerCase().replaceAll('_', '-');
    return [[flag, { text, range: variable.range, said: `${name}=${text}` }]];
  });
}
