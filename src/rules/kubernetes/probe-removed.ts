import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { sliceOf } from '../../documents/source-text.ts';
import { entryOf, itemsAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Observation, Problem, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { loosenedProbe } from './pods/loosened-probe.ts';
import { pairContainers } from './pods/pair-containers.ts';

const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;
type ProbeName = (typeof PROBES)[number];

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
  supersedes: ['readiness-probe-missing'],

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

interface Placed {
  readonly object: KubernetesObject;
  readonly document: KubernetesDocument;
}

/** The same object on the head: in the same file, else in files that did not have it; more than one where it is not sure. */
function counterparts({ object, document }: Placed, context: RuleContext): readonly Placed[] {
  const renamed = context.project.change.files.find(({ previousPath }) => previousPath === document.path)?.path;
  const all = allObjects(context, 'head').filter((one) => one.object.key === object.key);
  const here = all.filter((one) => one.document.path === (renamed ?? document.path));
  if (here.length > 0) return here;
  return all.filter(
    (one) =>
      !allObjects(context, 'base').some(
        (old) => old.object.key === object.key && old.document.path === one.document.path,
      ),
  );
}

/** Which of them is applied last, and so counts, is not to be seen. */
function* ambiguous({ object, document }: Placed, candidates: readonly Placed[]): Generator<Observation> {
  const [first] = candidates;
  const lacking = probesOf(object).filter(([name, probe]) =>
    candidates.some((one) => !probesOf(one.object).some((other) => other[0] === name && other[1] === probe)),
  );
  if (!first || lacking.length === 0) return;
  yield {
    unverified: `${object.key} of ${document.path} stands ${candidates.length} times in the head, and not each has ${lacking.map((one) => one.join(': ')).join(', ')}`,
    path: first.document.path,
    range: first.object.range,
  };
}

function probesOf({ pod }: KubernetesObject): [container: string, probe: ProbeName][] {
  return (pod?.containers ?? []).flatMap(({ name, node }) =>
    PROBES.filter((probe) => entryOf(node, probe)?.value.type === 'map').map((probe): [string, ProbeName] => [
      name,
      probe,
    ]),
  );
}

function* compareObject(old: Placed, now: Placed, context: RuleContext): Generator<Observation> {
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

function allObjects(context: RuleContext, side: 'base' | 'head'): Placed[] {
  return [...context.project[side].documents.values()]
    .filter(isKubernetes)
    .flatMap((document) => document.view.objects.map((object) => ({ object, document })));
}

function isKubernetes(document: { readonly kind: string; readonly view: unknown }): document is KubernetesDocument {
  return document.kind === 'kubernetes' && document.view !== undefined;
}

interface Pair {
  readonly before: Container;
  readonly after: Container;
  readonly object: KubernetesObject;
  readonly base: KubernetesDocument;
  readonly head: KubernetesDocument;
}

function* compareProbe(name: ProbeName, pair: Pair, context: RuleContext): Generator<Observation> {
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
function stoppedServing(name: ProbeName, { before, after }: Pair): boolean {
  return (
    name === 'readinessProbe' && itemsAt(before.node, 'ports').length > 0 && itemsAt(after.node, 'ports').length === 0
  );
}

/** The probe went from an overlay to its base, or the other way round. */
function inOtherFile(name: ProbeName, { after, object, head }: Pair, context: RuleContext): boolean | 'unknown' {
  const holds = ({ object: other, document }: Placed) =>
    document.path !== head.path &&
    other.kind === object.kind &&
    other.name === object.name &&
    (other.namespace === object.namespace || other.namespace === '' || object.namespace === '') &&
    other.pod?.containers.some((one) => one.name === after.name && entryOf(one.node, name));
  const before = new Set(
    allObjects(context, 'base')
      .filter(holds)
      .map(({ document }) => document.path),
  );
  const found = allObjects(context, 'head').filter((one) => holds(one) && !before.has(one.document.path));
  if (found.length === 0) return false;
  return found.some((one) => isPartOf(one, after, context)) ? true : 'unknown';
}

/** One patches the other, and something says so: two whole workloads of the same name are two workloads. */
function isPartOf({ object, document }: Placed, after: Container, { project }: RuleContext): boolean {
  const twin = object.pod?.containers.find(({ name }) => name === after.name);
  if (twin?.image && after.image) return false;
  if (project.base.documents.has(document.path)) return true;
  const file = document.path.split('/').at(-1) ?? '';
  return [...project.head.documents.values()].some(
    ({ kind, source }) => kind === 'kustomization' && source.includes(file),
  );
}

const WORDS: Readonly<Record<ProbeName, { readonly severity: 'high' | 'medium'; readonly why: string }>> = {
  readinessProbe: {
    severity: 'high',
    why: 'Pods now get traffic before they can serve it, and keep getting it when they no longer can.',
  },
  livenessProbe: { severity: 'medium', why: 'A program that hangs is no longer restarted.' },
  startupProbe: {
    severity: 'medium',
    why: 'A slow start now counts against the other probes: the pod may be restarted before it is up.',
  },
};

function gone(name: ProbeName, old: YamlEntry, { before, after, object, base, head }: Pair): Problem {
  const edit = restoreEntry(base.source, old, before.node, head.source, after.node);
  return {
    path: head.path,
    range: entryOf(after.node, 'name')?.range ?? (after.image ?? after.node).range,
    key: `${object.key}/${after.name}/${name}`,
    severity: WORDS[name].severity,
    message: {
      what: `The container ${quote(after.name)} of ${quote(object.key)} lost its ${quote(name)}.`,
      why: WORDS[name].why,
      remedy: 'Restore it; if it failed for a wrong reason, change what it asks for.',
    },
    related: [{ path: base.path, side: 'base', range: old.range, message: 'It was here.' }],
    ...(edit ? { fix: { title: `Restore the ${name}`, safety: 'safe', edits: [edit] } } : {}),
  };
}

function weaker(
  name: ProbeName,
  old: YamlEntry,
  now: YamlEntry,
  loosened: NonNullable<ReturnType<typeof loosenedProbe>>,
  { after, object, base, head }: Pair,
): Problem {
  const { before, entry } = loosened;
  const fix =
    before && entry
      ? {
          title: 'Restore the value',
          safety: 'safe' as const,
          edits: [{ range: entry.value.range, text: sliceOf(base.source, before.value.range) }],
        }
      : undefined;
  return {
    path: head.path,
    range: entry?.range ?? now.key.range,
    key: `${object.key}/${after.name}/${name}`,
    severity: 'medium',
    confidence: 'likely',
    message: {
      what: `The ${quote(name)} of ${quote(after.name)} in ${quote(object.key)} was loosened: ${loosened.what}.`,
      why:
        name === 'readinessProbe'
          ? 'A pod that cannot serve keeps its traffic for longer, or is never noticed.'
          : 'A program that hangs is noticed later, or never.',
      remedy: 'Restore it, or give a slow start a startupProbe of its own.',
    },
    related: [{ path: base.path, side: 'base', range: before?.range ?? old.range, message: 'It was like this.' }],
    ...(fix ? { fix } : {}),
  };
}
