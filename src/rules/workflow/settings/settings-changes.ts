import {
  at,
  entryOf,
  itemsAt,
  scalarAt,
  textAt,
  type YamlMap,
  type YamlNode,
} from '../../../documents/yaml/yaml-node.ts';
import type { Edit, Range, Severity } from '../../../types.ts';
import { quote } from '../../quote.ts';

/** One way in which the head's settings ask for less than the base's. */
export interface SettingsChange {
  readonly key: string;
  readonly severity: Severity;
  /** Completes "the change", with the values. */
  readonly what: string;
  /** Where in the head; absent: the setting is gone, and this is where it stood in the base. */
  readonly head?: Range;
  readonly base?: Range;
  readonly edit?: Edit;
}

const MODES = ['observe', 'advise', 'enforce'];
const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];
const CONFIDENCES = ['heuristic', 'likely', 'certain'];
/** The words that stand for a gate, in order of what they let through. */
const GATES: Readonly<Record<string, readonly [severity: string, confidence: string]>> = {
  strict: ['medium', 'likely'],
  safe: ['high', 'certain'],
  lenient: ['critical', 'certain'],
};

/** What two versions of the settings file give up; both are its root mappings. */
export function* settingsChanges(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  yield* ordered(base, head, 'mode', MODES, 'advise', 'high');
  yield* ordered(base, head, 'strictness', ['regular', 'pedantic'], 'regular', 'low');
  yield* ordered(base, head, 'on-incomplete', ['warn', 'block'], 'block', 'medium');
  yield* gate(base, head);
  yield* rules(base, head);
  yield* grown(base, head);
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

function places(base: Range | undefined, head: Range | undefined): Pick<SettingsChange, 'base' | 'head'> {
  return { ...(head ? { head } : {}), ...(base ? { base } : {}) };
}

function* gate(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const [old, now] = [gateOf(at(base, 'gate')), gateOf(at(head, 'gate'))];
  if (!old || !now) return;
  const looser =
    SEVERITIES.indexOf(now[0]) > SEVERITIES.indexOf(old[0]) ||
    CONFIDENCES.indexOf(now[1]) > CONFIDENCES.indexOf(old[1]);
  if (!looser) return;
  const [before, after] = [scalarAt(base, 'gate'), scalarAt(head, 'gate')];
  yield {
    key: 'gate',
    severity: 'high',
    what: `loosens the gate from ${quote(old.join(' and '))} to ${quote(now.join(' and '))}`,
    ...places(entryOf(base, 'gate')?.range, entryOf(head, 'gate')?.range),
    ...(before && after ? { edit: { range: after.range, text: before.text } } : {}),
  };
}

/** Severity and confidence from which a finding fails; undefined where the words are not known. */
function gateOf(node: YamlNode | undefined): readonly [severity: string, confidence: string] | undefined {
  if (!node) return GATES.safe;
  if (node.type === 'scalar') return GATES[node.text];
  const [severity, confidence] = [textAt(node, 'severity') ?? 'high', textAt(node, 'confidence') ?? 'certain'];
  return SEVERITIES.includes(severity) && CONFIDENCES.includes(confidence) ? [severity, confidence] : undefined;
}

function* rules(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const section = at(head, 'rules');
  for (const entry of section?.type === 'map' ? section.entries : []) {
    const [now, old] = [textAt(entry.value), textAt(base, 'rules', entry.key.text)];
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

function* grown(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const before = new Set(itemsAt(base, 'ignore').flatMap((item) => textAt(item) ?? []));
  for (const item of itemsAt(head, 'ignore')) {
    const text = textAt(item);
    if (text === undefined || before.has(text)) continue;
    yield {
      key: `ignore/${text}`,
      severity: 'medium',
      what: `leaves ${quote(text)} out of the review`,
      head: item.range,
    };
  }
}
