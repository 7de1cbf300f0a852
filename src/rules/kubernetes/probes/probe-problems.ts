import { sliceOf } from '../../../documents/source-text.ts';
import { entryOf, type YamlEntry } from '../../../documents/yaml/yaml-node.ts';
import type { Problem } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { restoreEntry } from '../../restore-entry.ts';
import type { LoosenedProbe } from './loosened-probe.ts';
import type { ProbeName, ProbePair } from './probe-pair.ts';

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

/** A probe that is not there any more. */
export function gone(name: ProbeName, old: YamlEntry, { before, after, object, base, head }: ProbePair): Problem {
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

/** A probe that notices less, or later. */
export function weaker(
  name: ProbeName,
  old: YamlEntry,
  now: YamlEntry,
  loosened: LoosenedProbe,
  { after, object, base, head }: ProbePair,
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
