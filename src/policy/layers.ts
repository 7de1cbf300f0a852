import type { Settings } from './settings-schema.ts';

/** Settings of one file, and what to call it. */
export interface Layer {
  readonly settings: Settings;
  /** `.github/pipewright.yml`, or `acme/.github:pipewright.yml@main`. */
  readonly name: string;
}

export interface Layered {
  readonly settings: Settings;
  /** Which file each key came from. */
  readonly origins: Readonly<Record<string, string>>;
}

/** Lays files of settings over each other, the later over the earlier: mappings key by key, scopes one after another. */
export function layered(layers: readonly Layer[]): Layered {
  let settings: Settings = {};
  const origins: Record<string, string> = {};
  for (const layer of layers) {
    settings = lay(settings, layer.settings);
    for (const key of keysOf(layer.settings)) origins[key] = layer.name;
  }
  return { settings, origins };
}

function lay(below: Settings, above: Settings): Settings {
  return {
    ...below,
    ...above,
    ...(below.rules || above.rules ? { rules: { ...below.rules, ...above.rules } } : {}),
    ...(below.personas || above.personas ? { personas: { ...below.personas, ...above.personas } } : {}),
    ...(below.actions || above.actions ? { actions: { ...below.actions, ...above.actions } } : {}),
    ...(below.judge || above.judge ? { judge: { ...below.judge, ...above.judge } } : {}),
    ...(below.scopes || above.scopes ? { scopes: [...(below.scopes ?? []), ...(above.scopes ?? [])] } : {}),
  };
}

/** The keys that a file sets, those of mappings one by one. */
function keysOf(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    ['rules', 'personas', 'judge'].includes(key) && typeof value === 'object' && value !== null
      ? Object.keys(value).map((name) => `${key}.${name}`)
      : [key],
  );
}
