import { entryOf, itemsAt, mapAt, textAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { places } from './places.ts';
import type { SettingsChange } from './settings-change.ts';

/** Actions that may be used from now on: allowed ones that are new, forbidden ones that are gone. */
export function* actionLists(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  const [old, now] = [mapAt(base, 'actions'), mapAt(head, 'actions')];
  const [allowed, allows] = [itemsAt(old, 'allow'), itemsAt(now, 'allow')];
  if (allowed.length > 0 && allows.length === 0) {
    const where = places(entryOf(old, 'allow')?.range, entryOf(now, 'allow')?.range);
    yield { key: 'actions.allow', severity: 'high', what: 'drops the list of actions that are allowed', ...where };
  }
  const before = new Set(allowed.flatMap((item) => textAt(item) ?? []));
  for (const item of allowed.length > 0 ? allows : []) {
    const text = textAt(item);
    if (text === undefined || before.has(text)) continue;
    yield {
      key: `actions.allow/${text}`,
      severity: 'high',
      what: `allows the action ${quote(text)}`,
      head: item.range,
    };
  }
  const denied = new Set(itemsAt(now, 'deny').flatMap((item) => textAt(item) ?? []));
  for (const item of itemsAt(old, 'deny')) {
    const text = textAt(item);
    if (text === undefined || denied.has(text)) continue;
    yield {
      key: `actions.deny/${text}`,
      severity: 'high',
      what: `no longer forbids the action ${quote(text)}`,
      ...places(item.range, entryOf(now, 'deny')?.range),
    };
  }
}
