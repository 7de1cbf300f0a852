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
    for (const { object, document } of base?.objects ?? []) {
      if (!object.pod) continue;
      const now = counterpart(object, document, context);
      if (!now?.object.pod) continue;
      for (const [before, after] of pairContainers(object.pod.containers, now.object.pod.containers)) {
        for (const name of PROBES)
          yield* compareProbe(name, { before, after, object, base: document, head: now.document }, context);
      }
    }
  },
};

interface Placed {
  readonly object: KubernetesObject;
  readonly document: KubernetesDocument;
}

/** The same object on the head: in the same file, else in the only other file that has it. */
function counterpart(object: KubernetesObject, document: KubernetesDocument, context: RuleContext): Placed | undefined {
  const renamed = context.project.change.files.find(({ previousPath }) => previousPath === document.path)?.path;
  const all = allObjects(context, 'head').filter((one) => one.object.key === object.key);
  const here = all.filter((one) => one.document.path === (renamed ?? document.path));
  if (here.length > 0) return here.length === 1 ? here[0] : undefined;
  const elsewhere = all.filter(
    (one) =>
      !allObjects(context, 'base').some(
        (old) => old.object.key === object.key && old.document.path === one.document.path,
      ),
  );
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
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
    if (!stoppedServing(name, pair) && !movedToOtherFile(name, pair, context)) yield gone(name, old, pair);
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
function movedToOtherFile(name: ProbeName, { after, object, head }: Pair, context: RuleContext): boolean {
  const holds = ({ object: other, document }: Placed) =>
    document.path !== head.path &&
    other.kind === object.kind &&
    other.name === object.name &&
    other.pod?.containers.some((one) => one.name === after.name && entryOf(one.node, name));
  const before = new Set(
    allObjects(context, 'base')
      .filter(holds)
      .map(({ document }) => document.path),
  );
  return allObjects(context, 'head').some((one) => holds(one) && !before.has(one.document.path));
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
