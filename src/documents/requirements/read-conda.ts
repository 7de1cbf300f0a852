import type { ReadRequirements, Requirement } from '../requirements.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { itemsAt, type YamlNode } from '../yaml/yaml-node.ts';
import { isExact, normalise, toRequirement } from './to-requirement.ts';

/** Reads the dependencies of a conda environment, those of its pip section included. */
export function readConda(source: string): ReadRequirements {
  const { roots, comments, problems } = parseYaml(source);
  const requirements = itemsAt(roots[0], 'dependencies').flatMap((item) => [...condaItem(item)]);
  return { requirements, options: [], comments, problems };
}

function* condaItem(item: YamlNode): Generator<Requirement> {
  if (item.type === 'scalar') {
    const requirement = toCondaRequirement(item.text, item.contentRange.start);
    if (requirement) yield requirement;
    return;
  }
  for (const pip of itemsAt(item, 'pip')) {
    const requirement = pip.type === 'scalar' ? toRequirement(pip.text, pip.contentRange.start) : undefined;
    if (requirement) yield requirement;
  }
}

/** `name=1.2` is a prefix to conda, `name==1.2` or `name=1.2.3=build` one version. */
function toCondaRequirement(text: string, start: number): Requirement | undefined {
  const [, channel = '', name, specifier = ''] = /^([\w./-]+::)?([\w.-]+)\s*(.*)$/s.exec(text.trim()) ?? [];
  if (!name) return undefined;
  const at = start + channel.length;
  return {
    name: normalise(name),
    specifier: specifier.trim(),
    exact: isExact(specifier) || /^=[^=*]+=[^=]+$/.test(specifier.trim()) || /^=\d+(\.\d+){2,}$/.test(specifier.trim()),
    hashed: false,
    range: { start, end: start + text.trimEnd().length },
    nameRange: { start: at, end: at + name.length },
  };
}
