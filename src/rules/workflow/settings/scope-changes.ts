import { at, itemsAt, textAt, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { dataOf } from './data-of.ts';
import type { SettingsChange } from './settings-change.ts';

/** Parts of the repository with settings of their own: any that changes or goes is for a person to look at. */
export function* scopeChanges(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const now = new Set(itemsAt(head, 'scopes').map(dataOf));
  const before = new Set(itemsAt(base, 'scopes').map(dataOf));
  for (const scope of itemsAt(base, 'scopes')) {
    if (now.has(dataOf(scope)) || !asksForMore(scope)) continue;
    yield {
      key: `scopes/${dataOf(scope)}`,
      severity: 'high',
      what: `changes or drops the scope ${named(scope)}`,
      base: scope.range,
    };
  }
  for (const scope of itemsAt(head, 'scopes')) {
    if (before.has(dataOf(scope)) || !asksForLess(scope)) continue;
    yield {
      key: `scopes/${dataOf(scope)}`,
      severity: 'high',
      what: `adds the scope ${named(scope)}, which asks for less than the rest may`,
      head: scope.range,
    };
  }
}

function asksForMore(scope: YamlNode): boolean {
  return ['mode', 'enforce-from', 'gate', 'rules'].some((key) => at(scope, key) !== undefined);
}

function asksForLess(scope: YamlNode): boolean {
  const mode = textAt(scope, 'mode');
  return (
    (mode !== undefined && mode !== 'enforce') || at(scope, 'gate') !== undefined || at(scope, 'rules') !== undefined
  );
}

function named(scope: YamlNode): string {
  return quote(
    itemsAt(scope, 'paths')
      .flatMap((item) => textAt(item) ?? [])
      .join(', '),
  );
}
