import {
  at,
  entryOf,
  itemsAt,
  scalarAt,
  textAt,
  type YamlMap,
  type YamlNode,
} from '../../../documents/yaml/yaml-node.ts';
import type { Severity } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { droppedKeys } from './dropped-keys.ts';
import { gateChange } from './gate-change.ts';
import { places } from './places.ts';
import { scopeChanges } from './scope-changes.ts';
import type { SettingsChange } from './settings-change.ts';

const MODES = ['observe', 'advise', 'enforce'];
const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];
/** What two versions of the settings file give up; both are its root mappings. */
export function* settingsChanges(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  yield* ordered(base, head, 'mode', MODES, 'advise', 'high');
  yield* ordered(base, head, 'strictness', ['regular', 'pedantic'], 'regular', 'low');
  yield* ordered(base, head, 'on-incomplete', ['warn', 'block'], 'block', 'medium');
  yield* ordered(base, head, 'ratchet', ['false', 'true'], 'false', 'medium');
  yield* gateChange(base, head);
  yield* rules(base, head);
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

/** `low`, or `{ severity: low, mode: advise }`. */
function levelOf(node: YamlNode | undefined): string | undefined {
  return textAt(node) ?? textAt(node, 'severity');
}

function* rules(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const section = at(head, 'rules');
  for (const entry of section?.type === 'map' ? section.entries : []) {
    const [now, old] = [levelOf(entry.value), levelOf(at(base, 'rules', entry.key.text))];
    if (!now || now === old) continue;
    const lowered = old !== undefined && SEVERITIES.indexOf(now) < SEVERITIES.indexOf(old) && SEVERITIES.includes(now);
    if (now !== 'off' && !lowered) continue;
    yield {
      key: `rules/${entry.key.text}`,
      severity: 'medium',
      what:
        now === 'off'
          ? `switches ${quote(entry.key.text)} off`
          : `lowers ${quote(entry.key.text)} from ${quote(old ?? '')} to ${quote(now)}`,
      head: entry.range,
    };
  }
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
      severity: 'medium',
      what: `${verb} ${quote(text)} ${consequence}`,
      head: item.range,
    };
  }
}
