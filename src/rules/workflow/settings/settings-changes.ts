import { at, entryOf, itemsAt, scalarAt, textAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Severity } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { droppedKeys } from './dropped-keys.ts';
import { gateChange, personaGates } from './gate-change.ts';
import { places } from './places.ts';
import { ruleChanges, type WeightOf } from './rule-changes.ts';
import { scopeChanges } from './scope-changes.ts';
import type { SettingsChange } from './settings-change.ts';

const MODES = ['observe', 'advise', 'enforce'];

/**
 * What two versions of the settings file give up; both are its root mappings. What makes a later change pass that fails
 * today weighs as much as a mode that is lowered.
 */
export function* settingsChanges(base: YamlMap, head: YamlMap, weightOf: WeightOf): Generator<SettingsChange> {
  yield* ordered(base, head, 'mode', MODES, 'advise', 'high');
  yield* ordered(base, head, 'strictness', ['regular', 'pedantic'], 'regular', 'low');
  yield* ordered(base, head, 'on-incomplete', ['warn', 'block'], 'block', 'high');
  yield* ordered(base, head, 'ratchet', ['false', 'true'], 'false', 'high');
  yield* gateChange(base, head);
  yield* personaGates(base, head);
  yield* ruleChanges(base, head, weightOf);
  yield* grown(base, head, ['ignore'], 'leaves', 'out of the review');
  yield* grown(base, head, ['waivers', 'approvers'], 'lets', 'lift the gate');
  yield* droppedKeys(base, head);
  yield* scopeChanges(base, head);
}

function* ordered(
  base: YamlMap,
  head: YamlMap,
  key: string,
  order: readonly string[],
  fallback: string,
  severity: Severity,
): Generator<SettingsChange> {
  const [old, now] = [textAt(base, key) ?? fallback, textAt(head, key) ?? fallback];
  if (!order.includes(old) || !order.includes(now) || order.indexOf(now) >= order.indexOf(old)) return;
  const node = scalarAt(head, key);
  yield {
    key,
    severity,
    what: `lowers ${quote(key)} from ${quote(old)} to ${quote(now)}`,
    ...places(entryOf(base, key)?.range, entryOf(head, key)?.range),
    ...(node && node.style === 'plain' ? { edit: { range: node.range, text: old } } : {}),
  };
}

function* grown(
  base: YamlMap,
  head: YamlMap,
  key: readonly [string, ...string[]],
  verb: string,
  consequence: string,
): Generator<SettingsChange> {
  const [name, ...below] = key;
  const listed = (root: YamlMap) =>
    below.length === 0 ? itemsAt(root, name) : itemsAt(at(root, name), below.join('.'));
  const before = new Set(listed(base).flatMap((item) => textAt(item) ?? []));
  // Nobody named means everybody who may push: naming some is no loosening.
  if (name === 'waivers' && before.size === 0) return;
  for (const item of listed(head)) {
    const text = textAt(item);
    if (text === undefined || before.has(text)) continue;
    yield {
      key: `${key.join('.')}/${text}`,
      severity: 'high',
      what: `${verb} ${quote(text)} ${consequence}`,
      head: item.range,
    };
  }
}
