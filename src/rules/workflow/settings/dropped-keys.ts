import { entryOf, textAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { dataOf } from './data-of.ts';
import { places } from './places.ts';
import type { SettingsChange } from './settings-change.ts';

/** Keys that hold a repository to something by being there. */
const HOLDING = ['extends', 'enforce-from', 'personas'];

/** Such keys that go or change. */
export function* droppedKeys(base: YamlMap, head: YamlMap): Generator<SettingsChange> {
  for (const key of HOLDING) {
    const [old, now] = [entryOf(base, key), entryOf(head, key)];
    const [before, after] = [dataOf(old?.value), dataOf(now?.value)];
    if (!old || before === after || (key === 'enforce-from' && now && after <= before)) continue;
    // A mode that is enforced already needs no day.
    if (key === 'enforce-from' && !now && textAt(head, 'mode') === 'enforce') continue;
    yield {
      key,
      severity: 'high',
      what: now
        ? `changes ${quote(key)} from ${quote(before)} to ${quote(after)}`
        : `drops ${quote(key)}: ${quote(before)}`,
      ...places(old.range, now?.range),
    };
  }
}
