import type { Container } from '../../documents/kubernetes/container.ts';
import { sliceOf } from '../../documents/source-text.ts';
import { entryOf, isTrue, mapAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Edit, Problem, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreEntry } from '../restore-entry.ts';
import { SAFEGUARDS, type Safeguard } from './changes/lost-safeguards.ts';
import { isMovedElsewhere, type PairedObject, pairedObjects } from './changes/paired-objects.ts';
import { eachContainer, placeOf } from './pods/each-container.ts';
import { effectiveEntry } from './pods/effective-entry.ts';
import { pairContainers } from './pods/pair-containers.ts';

export const securityContextWeakened: Rule<KubernetesSet> = {
  id: 'security-context-weakened',
  kinds: ['kubernetes'],
  title: 'A limit on what the container may do is gone',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'objects',
  fixable: true,
  supersedes: [
    'run-as-root',
    'run-as-non-root-missing',
    'privilege-escalation-allowed',
    'privilege-escalation-not-denied',
    'writable-root-filesystem',
    'capabilities-not-dropped',
    'net-raw-capability',
    'seccomp-unconfined',
    'seccomp-profile-missing',
    'security-context-missing',
  ],

  *compare(base, _head, context) {
    for (const pair of pairedObjects(base, context)) {
      const containers = pairContainers(
        pair.before.object.pod?.containers ?? [],
        pair.after.object.pod?.containers ?? [],
      );
      for (const [before, after] of containers) yield* lostOf({ pair, before, after }, context);
    }
  },
};

interface Containers {
  readonly pair: PairedObject;
  readonly before: Container;
  readonly after: Container;
}

function* lostOf(containers: Containers, context: RuleContext): Generator<Problem> {
  const { pair, before, after } = containers;
  const [pod, now] = [pair.before.object.pod, pair.after.object.pod];
  // A container that turned privileged has lost all of them, and its own rule says so.
  if (
    !pod ||
    !now ||
    isTrue(mapAt(after.node, 'securityContext') && entryOf(mapAt(after.node, 'securityContext'), 'privileged')?.value)
  )
    return;
  const given = new Set<string>();
  for (const safeguard of SAFEGUARDS) {
    const entry = safeguard.entry(pod, before);
    if (!entry || safeguard.entry(now, after)) continue;
    const moved = isMovedElsewhere(pair, context, (other) =>
      eachContainer([other]).some(
        (one) => one.container.name === after.name && safeguard.entry(one.pod, one.container),
      ),
    );
    if (moved) continue;
    const edit = restore(entry, safeguard, containers);
    const text = edit && `${edit.range.start}-${edit.range.end} ${edit.text}`;
    yield problem(entry, safeguard, containers, text !== undefined && !given.has(text) ? edit : undefined);
    if (text !== undefined) given.add(text);
  }
}

/** The value back where another one stands, the line back where it is gone, or the whole block where that is gone. */
function restore(entry: YamlEntry, { field }: Safeguard, { pair, before, after }: Containers): Edit | undefined {
  const [old, now] = [pair.before.document.source, pair.after.document.source];
  const from = mapAt(before.node, 'securityContext');
  const into = mapAt(after.node, 'securityContext');
  const isOwn = from?.entries.includes(entry) ?? false;
  const opposite = entryOf(into, field);
  if (opposite?.value.type === 'scalar' && entry.value.type === 'scalar' && entry.key.text === field)
    return { range: opposite.value.range, text: sliceOf(old, entry.value.range) };
  if (isOwn && from && into) return opposite ? undefined : restoreEntry(old, entry, from, now, into);
  const [holder, kept] = isOwn
    ? [before.node, after.node]
    : [pair.before.object.pod?.spec, pair.after.object.pod?.spec];
  const block = entryOf(holder, 'securityContext');
  const still = mapAt(kept, 'securityContext');
  if (!holder || !kept || block?.value.type !== 'map') return undefined;
  if (!still) return entryOf(kept, 'securityContext') ? undefined : restoreEntry(old, block, holder, now, kept);
  const inPod = entryOf(still, entry.key.text);
  if (inPod)
    return inPod.value.type === 'scalar'
      ? { range: inPod.value.range, text: sliceOf(old, entry.value.range) }
      : undefined;
  return restoreEntry(old, entry, block.value, now, still);
}

function problem(
  entry: YamlEntry,
  { key, field, severity, why }: Safeguard,
  { pair, after }: Containers,
  edit: Edit | undefined,
): Problem {
  const { object, document } = pair.after;
  const pod = object.pod;
  const user = pod && effectiveEntry(pod, after, 'runAsUser');
  const opposite =
    pod &&
    (effectiveEntry(pod, after, field) ?? (key === 'runAsNonRoot' && textAt(user?.value) === '0' ? user : undefined));
  return {
    path: document.path,
    range: opposite?.range ?? placeOf(after),
    key: `${object.key}/${after.name}/${key}`,
    severity,
    message: {
      what: `The container ${quote(after.name)} of ${quote(object.key)} lost ${quote(wordsOf(entry))}.`,
      why,
      remedy: 'Restore it; if the program needs more, give it that one thing.',
    },
    related: [{ path: pair.before.document.path, side: 'base', range: entry.range, message: 'It was here.' }],
    ...(edit ? { fix: { title: 'Restore the limit', safety: 'review', edits: [edit] } } : {}),
  };
}

function wordsOf({ key, value }: YamlEntry): string {
  if (key.text === 'capabilities') return 'capabilities.drop: ALL';
  return value.type === 'scalar' ? `${key.text}: ${value.text}` : `${key.text}: ${textAt(value, 'type') ?? ''}`;
}
