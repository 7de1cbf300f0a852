import type { KubernetesDocument } from '../../../documents/kubernetes.ts';
import type { YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Problem, Rule, RuleContext } from '../../../types.ts';
import { isPatchedElsewhere } from '../pods/is-patched-elsewhere.ts';
import { runsHere } from '../pods/runs-here.ts';
import { isWrong } from './is-wrong.ts';
import { placesOf } from './places-of.ts';
import { type Reached, reach } from './reach.ts';
import type { Place, PodRow } from './row.ts';
import { missing, wrong } from './row-problem.ts';

/** Makes a rule of a row. */
export function rowRule(row: PodRow): Rule<KubernetesDocument> {
  return {
    id: row.id,
    kinds: ['kubernetes'],
    title: row.title,
    severity: row.severity,
    confidence: row.confidence ?? 'certain',
    strictness: row.strictness ?? 'regular',
    domain: row.domain,
    aliases: row.aliases,
    since: '0.1.0',
    on: 'document',
    fixable: row.fix !== undefined,

    *check({ path, view }, context) {
      // What the pod says is told once, however many containers take it over.
      const told = new Set<YamlNode>();
      for (const place of view.objects.flatMap((object) => placesOf(row, object))) {
        if (row.unless?.some((holds) => holds(place))) continue;
        yield* problems(row, place, path, context, told);
      }
    },
  };
}

function* problems(
  row: PodRow,
  place: Place,
  path: string,
  context: RuleContext,
  told: Set<YamlNode>,
): Generator<Problem> {
  const own = [...reachAll(row, place.node), ...annotated(row, place)];
  const shared = own.length === 0 && row.inherited ? reachAll(row, place.spec) : [];
  const there = own.length > 0 ? own : shared;
  if (row.required && there.length === 0 && isWhole(place, path, context) && !isSetElsewhere(row, place, path, context))
    yield missing(row, place);
  const { wrong: test } = row;
  if (!test) return;
  const found = there.filter(({ value }) => !told.has(value) && isWrong(test, value));
  for (const one of row.once ? found.slice(0, 1) : found) {
    told.add(one.value);
    yield wrong(row, shared.includes(one) ? podOf(place) : place, one);
  }
}

function reachAll({ paths }: PodRow, node: YamlNode): readonly Reached[] {
  return paths.flatMap((path) => reach(node, path));
}

function annotated({ annotation }: PodRow, { object, container }: Place): readonly Reached[] {
  const metadata = object.pod?.metadata;
  if (annotation === undefined || !container || !metadata) return [];
  return reach(metadata, ['annotations', `${annotation}${container.name}`]);
}

function isWhole({ object, container }: Place, path: string, context: RuleContext): boolean {
  return runsHere(object, container ? [container] : (object.pod?.containers ?? []), path, context);
}

function isSetElsewhere(row: PodRow, { object }: Place, path: string, context: RuleContext): boolean {
  return isPatchedElsewhere(object, path, context, (other) =>
    placesOf(row, other).some(
      ({ node, spec }) => reachAll(row, node).length > 0 || (row.inherited && reachAll(row, spec).length > 0),
    ),
  );
}

/** The key stays that of the container, by which rules about changes know it. */
function podOf({ object, spec, key }: Place): Place {
  return { object, spec, node: spec, key };
}
