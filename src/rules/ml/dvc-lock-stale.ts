import type { DvcStage } from '../../documents/dvc/dvc-stage.ts';
import type { DvcDocument } from '../../documents/dvc.ts';
import { joinPath } from '../../subjects/directory-of.ts';
import type { DvcPipeline } from '../../subjects/pipelines/dvc-pipeline.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { type LockDifference, lockDifferences } from './dvc/lock-differences.ts';

export const dvcLockStale: Rule<DvcPipeline> = {
  id: 'dvc-lock-stale',
  kinds: ['dvc', 'params', 'python'],
  title: 'dvc.lock does not describe the pipeline',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {},
  since: '0.1.0',
  on: 'pipeline',
  fixable: false,

  *needs({ nodes, directory }) {
    for (const { stage } of nodes) {
      for (const { path } of stage.deps) {
        const file = joinPath(directory, `${stage.workingDirectory}/${path}`);
        if (file !== undefined && /\.(py|ipynb|sh)$/.test(file)) yield { path: file };
      }
    }
  },

  *check(pipeline, context) {
    const { lock, definition, nodes } = pipeline;
    if (nodes.length === 0) return;
    if (!lock || lock.problems.length > 0) {
      yield {
        unverified: lock ? 'dvc.lock could not be read' : 'there is no dvc.lock beside dvc.yaml',
        range: definition.view.stagesRange ?? { start: 0, end: 0 },
      };
      return;
    }
    yield* checkStages(pipeline, lock, context);
    yield* orphans(pipeline, lock);
  },
};

function* checkStages(pipeline: DvcPipeline, lock: DvcDocument, context: RuleContext): Generator<Observation> {
  let unsure = false;
  let stale = 0;
  const stages = pipeline.nodes.map(({ stage }) => stage).filter(({ exempt }) => !exempt);
  for (const stage of stages) {
    if (stage.templated) {
      unsure = true;
      yield { unverified: `the stage ${stage.name} is a template that only DVC can fill in`, range: stage.nameRange };
      continue;
    }
    const locked = lock.view.stages.find(({ name }) => name === stage.name);
    const { differences, unknown } = locked
      ? lockDifferences(pipeline, stage, locked, context)
      : { differences: [{ text: 'it has never been run and recorded' }], unknown: [] };
    for (const what of unknown)
      yield { unverified: `${what} could not be compared with dvc.lock`, range: stage.nameRange };
    unsure ||= unknown.length > 0;
    if (differences.length > 0) yield problem(stage, locked, lock, differences);
    stale += differences.length;
  }
  const [first] = stages;
  if (first && !unsure && stale === 0)
    yield { proof: `dvc.lock describes ${stages.length} of ${stages.length} stages`, range: first.nameRange };
}

function problem(
  stage: DvcStage,
  locked: DvcStage | undefined,
  lock: DvcDocument,
  differences: readonly LockDifference[],
): Observation {
  const told = differences.slice(0, 4).map(({ text }) => text);
  const more = differences.length > 4 ? `; and ${differences.length - 4} more` : '';
  const causes = differences.flatMap(({ related }) => (related ? [{ ...related, side: lock.side }] : []));
  return {
    range: stage.nameRange,
    key: stage.name,
    message: {
      what: `dvc.lock is behind for the stage ${quote(stage.name)}: ${told.join('; ')}${more}.`,
      why: 'The data, model and metrics in the lock come from another run than the one this commit describes, and whoever checks it out gets them.',
      remedy: `Run ${quote(`dvc repro ${stage.name}`)} and commit dvc.lock in the same change.`,
    },
    related: [
      ...causes,
      ...(locked
        ? [{ path: lock.path, side: lock.side, range: locked.nameRange, message: 'The last recorded run.' }]
        : []),
    ],
  };
}

/** Stages of the lock that nothing defines: harmless, and confusing. Instances of templates have an `@`. */
function* orphans({ nodes }: DvcPipeline, lock: DvcDocument): Generator<Observation> {
  const names = new Set(nodes.map(({ stage }) => stage.name));
  for (const { name, nameRange } of lock.view.stages) {
    if (names.has(name) || names.has(name.split('@')[0] ?? name)) continue;
    yield {
      path: lock.path,
      range: nameRange,
      key: `orphan/${name}`,
      severity: 'info',
      message: {
        what: `dvc.lock holds the stage ${quote(name)}, which dvc.yaml does not define.`,
        why: 'Readers take its outputs for part of the pipeline.',
        remedy: `Remove it, or run ${quote('dvc repro')}, which rewrites the lock.`,
      },
    };
  }
}
