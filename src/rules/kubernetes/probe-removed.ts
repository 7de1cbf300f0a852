import { entryOf, itemsAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import type { PlacedObject } from './changes/placed-objects.ts';
import { pairContainers } from './pods/pair-containers.ts';
import { loosenedProbe } from './probes/loosened-probe.ts';
import { inOtherFile } from './probes/moved-probe.ts';
import { ambiguous, counterparts } from './probes/probe-counterparts.ts';
import { PROBES, type ProbeName, type ProbePair } from './probes/probe-pair.ts';
import { gone, weaker } from './probes/probe-problems.ts';

export const probeRemoved: Rule<KubernetesSet> = {
  id: 'probe-removed',
  kinds: ['kubernetes'],
  title: 'A probe was removed or loosened',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'objects',
  fixable: true,
  supersedes: ['readiness-probe-missing', 'liveness-probe-missing'],

  *compare(base, _head, context) {
    for (const placed of base?.objects ?? []) {
      if (!placed.object.pod) continue;
      const candidates = counterparts(placed, context);
      const [now] = candidates;
      if (candidates.length > 1) yield* ambiguous(placed, candidates);
      else if (now?.object.pod) yield* compareObject(placed, now, context);
    }
  },
};

function* compareObject(old: PlacedObject, now: PlacedObject, context: RuleContext): Generator<Observation> {
  const [before, after] = [old.object.pod?.containers ?? [], now.object.pod?.containers ?? []];
  const pairs = pairContainers(before, after);
  for (const [one, other] of pairs) {
    const pair = { before: one, after: other, object: old.object, base: old.document, head: now.document };
    for (const name of PROBES) yield* compareProbe(name, pair, context);
  }
  const paired = new Set(pairs.flat());
  const lost = before.find((one) => !paired.has(one) && PROBES.some((name) => entryOf(one.node, name)));
  const fresh = after.find(
    (one) => one.role === lost?.role && !paired.has(one) && !PROBES.some((name) => entryOf(one.node, name)),
  );
  if (lost && fresh)
    yield {
      unverified: `the container ${lost.name} of ${old.object.key} had probes, ${fresh.name} came in its place without: whether it is another program is not known`,
      path: now.document.path,
      range: fresh.node.range,
    };
}

function* compareProbe(name: ProbeName, pair: ProbePair, context: RuleContext): Generator<Observation> {
  const old = entryOf(pair.before.node, name);
  const now = entryOf(pair.after.node, name);
  if (old?.value.type !== 'map') return;
  if (now?.value.type !== 'map') {
    if (stoppedServing(name, pair)) return;
    const elsewhere = inOtherFile(name, pair, context);
    if (elsewhere === 'unknown')
      yield {
        unverified: `the ${name} of ${pair.object.key} stands in another file now: whether that belongs to the same workload is not known`,
        path: pair.head.path,
        range: pair.after.node.range,
      };
    else if (!elsewhere) yield gone(name, old, pair);
    return;
  }
  const loosened = name === 'startupProbe' ? undefined : loosenedProbe(old.value, now.value);
  if (loosened) yield weaker(name, old, now, loosened, pair);
}

/** Nothing is served any more: no request waits for readiness. */
function stoppedServing(name: ProbeName, { before, after }: ProbePair): boolean {
  return (
    name === 'readinessProbe' && itemsAt(before.node, 'ports').length > 0 && itemsAt(after.node, 'ports').length === 0
  );
}
