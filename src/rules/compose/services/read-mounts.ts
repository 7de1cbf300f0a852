import type { ComposeService } from '../../../documents/compose.ts';
import { isTrue, itemsAt, scalarAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';

export interface Mount {
  /** As written; a variable may stand in it. */
  readonly source: string;
  readonly readOnly: boolean;
  /** How mounts that are made below it are passed on, where that is said. */
  readonly propagation?: string;
  readonly node: YamlNode;
}

/** What a service mounts, from `source:target:mode` and from the long form. */
export function readMounts({ node }: ComposeService): readonly Mount[] {
  return itemsAt(node, 'volumes').flatMap((volume): Mount[] => {
    if (volume.type === 'map') {
      const source = textAt(volume, 'source') ?? textAt(volume, 'src');
      if (source === undefined) return [];
      const propagation = textAt(volume, 'bind', 'propagation');
      const readOnly = isTrue(scalarAt(volume, 'read_only'));
      return [{ source, readOnly, node: volume, ...(propagation ? { propagation } : {}) }];
    }
    if (volume.type !== 'scalar') return [];
    const end = endOfSource(volume.text);
    const rest = volume.text.slice(end);
    // A path alone is where a new, empty volume is mounted.
    if (rest === '') return [];
    const options = rest.split(':').slice(2).join(',').split(',');
    const propagation = options.find((option) => /^r?(shared|slave|private)$/.test(option));
    return [
      {
        source: volume.text.slice(0, end),
        readOnly: options.includes('ro'),
        node: volume,
        ...(propagation ? { propagation } : {}),
      },
    ];
  });
}

/** The first `:` that stands in no `${NAME:-default}`. */
function endOfSource(text: string): number {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.startsWith('${', i)) open += 1;
    else if (text[i] === '}' && open > 0) open -= 1;
    else if (text[i] === ':' && open === 0) return i;
  }
  return text.length;
}
