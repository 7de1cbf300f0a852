import type { DependabotDocument } from '../../../documents/dependabot.ts';
import { entryOf, itemsAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { closestName } from '../jobs/closest-name.ts';
import { type Mismatch, validate } from '../schema/validate.ts';
import { DEPENDABOT, ECOSYSTEMS, UPDATE } from './dependabot-schema.ts';

/** Everything in dependabot.yml that Dependabot refuses or does not know. */
export function* validateDependabot({ view }: DependabotDocument): Generator<Mismatch> {
  const { root } = view;
  const first = root?.entries[0];
  if (!root || !first) return;
  yield* validate(root, DEPENDABOT, { path: [], range: first.key.range });
  for (const [i, update] of itemsAt(root, 'updates').entries()) {
    const range = update.type === 'map' ? (update.entries[0]?.key.range ?? update.range) : update.range;
    const path = ['updates', `${i}`];
    yield* validate(update, UPDATE, { path, range });
    if (update.type === 'map') yield* validateUpdate(update, path, range);
  }
}

function* validateUpdate(update: YamlMap, path: readonly string[], range: Mismatch['range']): Generator<Mismatch> {
  yield* validateEcosystem(update, path);
  const [one, many] = [entryOf(update, 'directory'), entryOf(update, 'directories')];
  if (one && many)
    yield refused(many.key.range, path, '`directory` and `directories` stand together.', 'Keep one of them.');
  if (!one && !many) yield refused(range, path, 'The update names no `directory`.', 'Add `directory: /`.');
  // A group of several ecosystems has the schedule.
  if (!entryOf(update, 'schedule') && !entryOf(update, 'multi-ecosystem-group'))
    yield refused(range, path, 'The update has no `schedule`.', 'Add one with an `interval`.');
  yield* validateCron(update, path);
}

function* validateEcosystem(update: YamlMap, path: readonly string[]): Generator<Mismatch> {
  const value = entryOf(update, 'package-ecosystem')?.value;
  if (value?.type !== 'scalar' || value.text === '' || ECOSYSTEMS.includes(value.text)) return;
  const meant = closestName(value.text, ECOSYSTEMS);
  const what = `\`${value.text.replaceAll('`', "'").slice(0, 60)}\` is no ecosystem that Dependabot knows.`;
  const found = refused(value.range, [...path, 'package-ecosystem'], what, meant ? `Write \`${meant}\`.` : 'Check it.');
  yield { ...found, kind: meant ? 'refused' : 'unknown', ...(meant ? { meant } : {}) };
}

function* validateCron(update: YamlMap, path: readonly string[]): Generator<Mismatch> {
  const schedule = entryOf(update, 'schedule')?.value;
  const interval = entryOf(schedule, 'interval')?.value;
  if (interval?.type !== 'scalar' || interval.text !== 'cron' || entryOf(schedule, 'cronjob')) return;
  yield refused(interval.range, [...path, 'schedule'], '`interval: cron` has no `cronjob`.', 'Add `cronjob`.');
}

function refused(range: Mismatch['range'], path: readonly string[], what: string, remedy: string): Mismatch {
  return { kind: 'refused', range, path, what, remedy };
}
