import type { Document, Fix, Observation, Project, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { restoreLines } from '../restore-lines.ts';
import { type Monitor, monitorsIn, watchedIn } from './monitoring/monitors.ts';
import { isTestPath } from './seeds/python-unit.ts';

export const monitoringRemoved: Rule<Document> = {
  id: 'monitoring-removed',
  kinds: ['python', 'notebook', 'kubernetes'],
  title: 'Nobody watches the model any more',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head, { project }) {
    if (!base || !head || isTestPath(head.path)) return;
    const after = monitorsIn(head);
    const watched = watchedIn(head);
    const told = new Set<string>();
    for (const monitor of monitorsIn(base)) {
      const isGone = !after.some(({ key }) => key === monitor.key) && watched.has(monitor.watched);
      if (!isGone || told.has(monitor.key) || isElsewhere(monitor, head, project)) continue;
      told.add(monitor.key);
      yield problem(monitor, base, head);
    }
  },
};

/** Moved to another changed file, or replaced by another monitor. */
function isElsewhere(monitor: Monitor, head: Document, project: Project): boolean {
  return project.change.files.some(({ path, previousPath }) => {
    const [now, before] = [project.head.documents.get(path), project.base.documents.get(previousPath ?? path)];
    if (!now || isTestPath(path)) return false;
    const known = new Set(before ? monitorsIn(before).map(({ key }) => key) : []);
    const fresh = monitorsIn(now).filter(({ key }) => !known.has(key));
    if (isMetricsObject(now) && !before) return true;
    // A program is watched by another library; an object of the cluster only by what speaks of it.
    return fresh.some(
      ({ key, watched }) =>
        key === monitor.key || (watched === monitor.watched && (path === head.path || watched === 'file')),
    );
  });
}

/** A ServiceMonitor or PodMonitor takes the place of annotations. */
function isMetricsObject({ kind, source }: Document): boolean {
  return kind === 'kubernetes' && /^\s*kind:\s*(ServiceMonitor|PodMonitor|PodMonitoring)\s*$/m.test(source);
}

function problem(monitor: Monitor, base: Document, head: Document): Observation {
  const edit = monitor.entry ? restoreLines(base.source, monitor.range, head.source) : undefined;
  const fix: Fix | undefined = edit && { title: `Restore ${monitor.label}`, safety: 'safe', edits: [edit] };
  return {
    side: 'base',
    range: monitor.range,
    key: monitor.key,
    message: {
      what: `${quote(monitor.label)} is gone from ${quote(monitor.watched === 'file' ? head.path : monitor.watched)}, which is still there.`,
      why: 'When its inputs drift or its answers get worse, nobody is told: a model fails without an error.',
      remedy: 'Put it back, or name in the pull request what watches the model now.',
    },
    ...(fix ? { fix } : {}),
  };
}
