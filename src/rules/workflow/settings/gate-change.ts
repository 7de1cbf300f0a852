import { at, entryOf, scalarAt, textAt, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { places } from './places.ts';
import type { SettingsChange } from './settings-change.ts';

const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];
const CONFIDENCES = ['heuristic', 'likely', 'certain'];
type GateWords = readonly [severity: string, confidence: string];
/** The words that stand for a gate. */
const GATES: Readonly<Record<string, GateWords>> = {
  strict: ['medium', 'likely'],
  high: ['high', 'certain'],
  safe: ['high', 'certain'],
};

/** A gate that lets more through. */
export function* gateChange(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const [old, now] = [gateOf(at(base, 'gate')), gateOf(at(head, 'gate'))];
  if (!old || !now) return;
  const fewerRules = textAt(head, 'gate') === 'safe' && textAt(base, 'gate') !== 'safe';
  const looser =
    SEVERITIES.indexOf(now[0]) > SEVERITIES.indexOf(old[0]) ||
    CONFIDENCES.indexOf(now[1]) > CONFIDENCES.indexOf(old[1]);
  if (!looser && !fewerRules) return;
  const [before, after] = [scalarAt(base, 'gate'), scalarAt(head, 'gate')];
  yield {
    key: 'gate',
    severity: 'high',
    what: `loosens the gate from ${quote(textAt(base, 'gate') ?? old.join(' and '))} to ${quote(textAt(head, 'gate') ?? now.join(' and '))}`,
    ...places(entryOf(base, 'gate')?.range, entryOf(head, 'gate')?.range),
    ...(before && after ? { edit: { range: after.range, text: before.text } } : {}),
  };
}

/** Severity and confidence from which a finding fails; undefined where the words are not known. */
function gateOf(node: YamlNode | undefined): GateWords | undefined {
  if (!node) return GATES.high;
  if (node.type === 'scalar') return GATES[node.text];
  const [severity, confidence] = [textAt(node, 'severity') ?? 'high', textAt(node, 'confidence') ?? 'certain'];
  return SEVERITIES.includes(severity) && CONFIDENCES.includes(confidence) ? [severity, confidence] : undefined;
}
