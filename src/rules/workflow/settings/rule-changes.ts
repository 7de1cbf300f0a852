import { at, textAt, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext, Severity } from '../../../types.ts';
import { quote } from '../../quote.ts';
import type { SettingsChange } from './settings-change.ts';

export type WeightOf = RuleContext['weightOf'];

const LEVELS = ['off', 'info', 'low', 'medium', 'high', 'critical'];
const MODES = ['observe', 'advise', 'enforce'];

/** Rules that are switched off, count for less, or have a milder mode than before. */
export function* ruleChanges(base: YamlMap, head: YamlMap, weightOf: WeightOf): Generator<SettingsChange> {
  const section = at(head, 'rules');
  for (const { key, value, range } of section?.type === 'map' ? section.entries : []) {
    const id = key.text;
    const own = weightOf(id)?.severity;
    const before = at(base, 'rules', id);
    const [old, now] = [levelOf(before) ?? own, levelOf(value)];
    const severity = weight(levelOf(before), own);
    if (now !== undefined && isLower(LEVELS, old, now))
      yield { key: `rules/${id}`, severity, what: levelWords(id, old, now), head: range };
    const [oldMode, mode] = [modeOf(before) ?? textAt(base, 'mode') ?? 'advise', modeOf(value)];
    if (mode !== undefined && isLower(MODES, oldMode, mode))
      yield {
        key: `rules/${id}/mode`,
        severity,
        what: `lowers the mode of ${quote(id)} from ${quote(oldMode)} to ${quote(mode)}`,
        head: range,
      };
  }
}

/** `low`, or `{ severity: low, mode: advise }`. */
function levelOf(node: YamlNode | undefined): string | undefined {
  return textAt(node) ?? textAt(node, 'severity');
}

function modeOf(node: YamlNode | undefined): string | undefined {
  return textAt(node, 'mode');
}

/** A rule that nobody knows counted for something, as far as one can tell. */
function isLower(order: readonly string[], old: string | undefined, now: string): boolean {
  if (!order.includes(now)) return false;
  return old === undefined ? now === order[0] : order.indexOf(now) < order.indexOf(old);
}

/** Only what can fail the gate is a gate that is given up. */
function weight(set: string | undefined, own: Severity | undefined): Severity {
  return [set, own].some((level) => level === 'high' || level === 'critical') ? 'high' : 'medium';
}

function levelWords(id: string, old: string | undefined, now: string): string {
  return now === 'off'
    ? `switches ${quote(id)} off`
    : `lowers ${quote(id)} from ${quote(old ?? 'what it is')} to ${quote(now)}`;
}
