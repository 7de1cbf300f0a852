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
  const [before, after] = [at(base, 'gate'), at(head, 'gate')];
  if (!isLooser(before, after)) return;
  const [old, now] = [scalarAt(base, 'gate'), scalarAt(head, 'gate')];
  yield {
    key: 'gate',
    severity: 'high',
    what: `loosens the gate from ${wordsOf(before)} to ${wordsOf(after)}`,
    ...places(entryOf(base, 'gate')?.range, entryOf(head, 'gate')?.range),
    ...(old && now ? { edit: { range: now.range, text: old.text } } : {}),
  };
}

/** A persona that gets a gate of its own which lets more through than the one that held for it. */
export function* personaGates(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  // Gates that a persona has already are compared as a whole: any change of them is for a person to look at.
  if (entryOf(base, 'personas')) return;
  const personas = at(head, 'personas');
  for (const { key, value, range } of personas?.type === 'map' ? personas.entries : []) {
    const [before, after] = [at(base, 'gate'), at(value, 'gate')];
    if (!after || !isLooser(before, after)) continue;
    yield {
      key: `personas/${key.text}`,
      severity: 'high',
      what: `gives ${quote(key.text)} a looser gate than ${wordsOf(before)}: ${wordsOf(after)}`,
      head: range,
    };
  }
}

function isLooser(before: YamlNode | undefined, after: YamlNode | undefined): boolean {
  const [old, now] = [gateOf(before), gateOf(after)];
  if (!old || !now) return false;
  const fewerRules = textAt(after) === 'safe' && textAt(before) !== 'safe';
  return (
    fewerRules ||
    SEVERITIES.indexOf(now[0]) > SEVERITIES.indexOf(old[0]) ||
    CONFIDENCES.indexOf(now[1]) > CONFIDENCES.indexOf(old[1])
  );
}

function wordsOf(node: YamlNode | undefined): string {
  return quote(textAt(node) ?? gateOf(node)?.join(' and ') ?? '');
}

/** Severity and confidence from which a finding fails; undefined where the words are not known. */
function gateOf(node: YamlNode | undefined): GateWords | undefined {
  if (!node) return GATES.high;
  if (node.type === 'scalar') return GATES[node.text];
  const [severity, confidence] = [textAt(node, 'severity') ?? 'high', textAt(node, 'confidence') ?? 'certain'];
  return SEVERITIES.includes(severity) && CONFIDENCES.includes(confidence) ? [severity, confidence] : undefined;
}
