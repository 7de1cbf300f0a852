import { contextPaths, expressionsBelow } from '../documents/workflow/expression.ts';
import type { Job } from '../documents/workflow/job.ts';
import type { Permissions } from '../documents/workflow/permissions.ts';
import { stepsOf, type WorkflowDocument } from '../documents/workflow.ts';
import { toValue } from '../documents/yaml/yaml-node.ts';
import type { Document, ImpactRow } from '../types.ts';
import { compareValues, type Named } from './compare-values.ts';
import type { DocumentPair } from './impact.ts';

type Values = ReadonlyMap<string, Named>;

/** What a topic reads off a workflow, by name. */
const TOPICS: readonly (readonly [topic: string, read: (document: WorkflowDocument) => Values])[] = [
  ['runs on', triggers],
  ['token permissions', permissions],
  ['deployment environment', environments],
  ['secrets seen by', secrets],
  ['runner', runners],
  ['action', actions],
  ['job waits for', needs],
];

/** Permissions, secrets, triggers, actions, runners and environments gained and lost by a workflow. */
export function workflowImpact({ base, head }: DocumentPair): ImpactRow[] {
  const [before, after] = [asWorkflow(base), asWorkflow(head)];
  if (!before && !after) return [];
  return TOPICS.flatMap(([topic, read]) =>
    compareValues(topic, before ? read(before) : new Map(), after ? read(after) : new Map(), after),
  );
}

function asWorkflow(document: Document | undefined): WorkflowDocument | undefined {
  return document?.kind === 'workflow' && document.view !== undefined ? (document as WorkflowDocument) : undefined;
}

function triggers({ path, view }: WorkflowDocument): Values {
  const events = view.triggers.map((trigger) => trigger.event).join(', ');
  return new Map([[path, { value: events, ...(view.triggers[0] ? { range: view.triggers[0].range } : {}) }]]);
}

function permissions({ view }: WorkflowDocument): Values {
  return byJob(view.jobs, (job) => {
    const effective = job.permissions ?? view.permissions;
    return {
      value: effective ? describe(effective) : 'the repository default',
      range: effective?.range ?? job.idRange,
    };
  });
}

function describe({ all, scopes }: Permissions): string {
  if (all) return `${all}-all`;
  const granted = scopes.filter(({ level }) => level !== 'none').map(({ scope, level }) => `${scope}: ${level}`);
  return granted.length > 0 ? granted.sort().join(', ') : 'nothing';
}

function environments({ view }: WorkflowDocument): Values {
  return byJob(view.jobs, (job) => job.environment && { value: job.environment.name, range: job.environment.range });
}

function secrets({ source, view }: WorkflowDocument): Values {
  return byJob(view.jobs, (job) => {
    const names = expressionsBelow(source, job.node).flatMap(({ node }) =>
      [...contextPaths(node)].flatMap(([context, name]) => (context === 'secrets' && name ? [name.toUpperCase()] : [])),
    );
    return names.length > 0 ? { value: [...new Set(names)].sort().join(', '), range: job.idRange } : undefined;
  });
}

function runners({ view }: WorkflowDocument): Values {
  return byJob(
    view.jobs,
    (job) => job.runsOn && { value: [toValue(job.runsOn)].flat().map(String).join(', '), range: job.runsOn.range },
  );
}

function actions(document: WorkflowDocument): Values {
  const values = new Map<string, Named>();
  for (const { step } of stepsOf(document)) {
    if (step.uses?.kind !== 'repository') continue;
    const name = step.uses.path ? `${step.uses.repository}/${step.uses.path}` : step.uses.repository;
    values.set(name, { value: step.uses.ref.slice(0, 40), range: step.uses.node.range });
  }
  return values;
}

function needs({ view }: WorkflowDocument): Values {
  return byJob(view.jobs, (job) => {
    const [first] = job.needs;
    return (
      first && {
        value: job.needs
          .map((need) => need.text)
          .sort()
          .join(', '),
        range: first.range,
      }
    );
  });
}

function byJob(jobs: readonly Job[], read: (job: Job) => Named | undefined): Values {
  return new Map(
    jobs.flatMap((job) => {
      const value = read(job);
      return value ? [[job.id, value] as const] : [];
    }),
  );
}
