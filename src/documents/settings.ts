import type { Document, Side } from '../types.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import type { YamlNode } from './yaml/yaml-node.ts';

export interface SettingsView {
  /** Pipewright's own settings, or its accepted findings. */
  readonly file: 'settings' | 'waivers';
  readonly root?: YamlNode;
}

export type SettingsDocument = Document<'settings', SettingsView>;

/** Reads .github/pipewright.yml and .github/pipewright-waivers.yml as something that a change may weaken. */
export function parseSettings(path: string, side: Side, source: string): SettingsDocument {
  const { roots, problems, comments } = parseYaml(source);
  const [root] = roots;
  const file = path.includes('waivers') ? 'waivers' : 'settings';
  return { kind: 'settings', path, side, source, view: { file, ...(root ? { root } : {}) }, comments, problems };
}
