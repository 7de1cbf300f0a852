import type { Exemption, ReadScannerSettings } from '../scanner-settings.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { at, isTrue, itemsAt, mapAt, textAt, type YamlNode } from '../yaml/yaml-node.ts';

/** Reads the settings of a scanner that are YAML. */
export function readScannerYaml(source: string, tool: string): ReadScannerSettings {
  const { roots, comments, problems } = parseYaml(source);
  const exemptions = READERS[tool]?.(roots[0]) ?? [];
  return { exemptions, comments, problems };
}

type Read = (root: YamlNode | undefined) => readonly Exemption[];

const READERS: Readonly<Record<string, Read>> = {
  checkov: (root) => [
    ...listed(root, 'check', 'skip-check'),
    ...listed(root, 'check', 'soft-fail-on'),
    ...listed(root, 'check', 'skip-framework'),
    ...listed(root, 'path', 'skip-path'),
    ...switched(root, 'failure', 'soft-fail'),
  ],
  hadolint: (root) => [
    ...listed(root, 'check', 'ignored'),
    ...switched(root, 'failure', 'no-fail'),
    ...(textAt(root, 'failure-threshold') === 'none' ? entry(root, 'failure', 'failure-threshold') : []),
  ],
  grype: (root) => [
    ...itemsOf(root, 'ignore').flatMap((item) => named(item, 'vulnerability', false)),
    ...listed(root, 'path', 'exclude'),
  ],
  'kube-linter': (root) => [
    ...listed(at(root, 'checks'), 'check', 'exclude'),
    ...listed(at(root, 'checks'), 'path', 'ignorePaths'),
    ...switched(at(root, 'checks'), 'check', 'doNotAutoAddDefaults'),
  ],
  zizmor: (root) =>
    (mapAt(root, 'rules')?.entries ?? []).flatMap(({ key, value }) => [
      ...(isTrue(at(value, 'disable'))
        ? [{ of: 'check' as const, text: key.text, range: key.range, ends: false }]
        : []),
      ...listed(value, 'finding', 'ignore').map((one) => ({ ...one, text: `${key.text} in ${one.text}` })),
    ]),
  snyk: (root) => [
    ...(mapAt(root, 'ignore')?.entries ?? []).map(({ key, value }) => {
      const places = value.type === 'list' ? value.items.flatMap((one) => (one.type === 'map' ? one.entries : [])) : [];
      const ends = places.length > 0 && places.every((place) => textAt(place.value, 'expires') !== undefined);
      return { of: 'finding' as const, text: key.text, range: key.range, ends };
    }),
    ...listed(at(root, 'exclude'), 'path', 'global'),
    ...listed(at(root, 'exclude'), 'path', 'code'),
  ],
  // .trivyignore.yaml
  trivy: (root) =>
    ['vulnerabilities', 'misconfigurations', 'secrets', 'licenses'].flatMap((section) =>
      itemsOf(root, section).flatMap((item) => named(item, 'id', textAt(item, 'expired_at') !== undefined)),
    ),
};

function itemsOf(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  const list = at(node, key);
  return list?.type === 'list' ? list.items : [];
}

function named(item: YamlNode, key: string, ends: boolean): readonly Exemption[] {
  const text = textAt(item, key);
  return text === undefined ? [] : [{ of: 'finding', text, range: at(item, key)?.range ?? item.range, ends }];
}

/** The items of a list; a text may hold several with commas between them. */
function listed(node: YamlNode | undefined, of: Exemption['of'], key: string): readonly Exemption[] {
  return itemsAt(node, key).flatMap((item) =>
    item.type !== 'scalar'
      ? []
      : item.text
          .split(',')
          .map((text) => ({ of, text: text.trim(), range: item.range, ends: false }))
          .filter(({ text }) => text !== ''),
  );
}

function switched(node: YamlNode | undefined, of: Exemption['of'], key: string): readonly Exemption[] {
  return isTrue(at(node, key)) ? entry(node, of, key) : [];
}

function entry(node: YamlNode | undefined, of: Exemption['of'], key: string): readonly Exemption[] {
  const found = mapAt(node)?.entries.findLast((one) => one.key.text === key);
  return found ? [{ of, text: `${key}: ${textAt(found.value) ?? ''}`, range: found.range, ends: false }] : [];
}
