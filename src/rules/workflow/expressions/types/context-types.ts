import type { Job } from '../../../../documents/workflow/job.ts';
import type { WorkflowView } from '../../../../documents/workflow.ts';
import { KNOWN_PROPERTIES } from '../known-properties.ts';
import { eventType } from './event-type.ts';
import { inputsType } from './input-types.ts';
import { matrixType } from './matrix-type.ts';
import { ANY, BOOLEAN, NUMBER, type ObjectType, objectOf, STRING, STRINGS, type ValueType } from './value-type.ts';

/** The type of a context where an expression stands; `job` is absent outside of jobs. */
export type TypeOfContext = (name: string) => ValueType;

// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts, as known in November 2026.

const GITHUB = strict('github', {
  event: ANY,
  ref: { kind: 'string', words: ['refs/*'] },
  ref_type: { kind: 'string', words: ['branch', 'tag'] },
  repository_visibility: { kind: 'string', words: ['public', 'private', 'internal'] },
  ref_protected: BOOLEAN,
  artifact_cache_size_limit: NUMBER,
});
const RUNNER = strict('runner', {
  os: { kind: 'string', words: ['Linux', 'Windows', 'macOS'] },
  arch: { kind: 'string', words: ['X86', 'X64', 'ARM', 'ARM64'] },
  environment: { kind: 'string', words: ['github-hosted', 'self-hosted'] },
});
const STRATEGY = strict('strategy', {
  'fail-fast': BOOLEAN,
  'job-index': NUMBER,
  'job-total': NUMBER,
  'max-parallel': NUMBER,
});
const JOB = strict('job', {
  status: { kind: 'string', words: ['success', 'failure', 'cancelled'] },
  check_run_id: NUMBER,
  container: objectOf({ id: STRING, network: STRING }),
  services: objectOf({}, objectOf({ id: STRING, network: STRING, ports: STRINGS })),
});
const RESULT: ValueType = { kind: 'string', words: ['success', 'failure', 'cancelled', 'skipped'] };
const STEPS = objectOf({}, objectOf({ outputs: STRINGS, outcome: RESULT, conclusion: RESULT }));
const NEEDS = objectOf({}, objectOf({ outputs: STRINGS, result: RESULT }));

/** The types of the contexts as a workflow and one of its jobs declare them. */
export function contextTypes(view: WorkflowView, job: Job | undefined): TypeOfContext {
  return (name) => {
    if (name === 'matrix') return job ? remembered(matrices, job, matrixType) : ANY;
    if (name === 'inputs') return remembered(inputs, view, inputsType);
    if (name === 'github') return remembered(githubs, view, githubType);
    return FIXED[name] ?? ANY;
  };
}

/** Every expression of a file asks for them. */
const matrices = new WeakMap<Job, ValueType>();
const inputs = new WeakMap<WorkflowView, ValueType>();
const githubs = new WeakMap<WorkflowView, ValueType>();

function githubType(view: WorkflowView): ValueType {
  return { ...GITHUB, properties: new Map(GITHUB.properties).set('event', eventType(view)) };
}

function remembered<Key extends object>(
  known: WeakMap<Key, ValueType>,
  key: Key,
  read: (key: Key) => ValueType,
): ValueType {
  const type = known.get(key) ?? read(key);
  known.set(key, type);
  return type;
}

const FIXED: Readonly<Record<string, ValueType>> = {
  runner: RUNNER,
  strategy: STRATEGY,
  job: JOB,
  steps: STEPS,
  needs: NEEDS,
  jobs: NEEDS,
  env: STRINGS,
  vars: STRINGS,
  secrets: STRINGS,
};

/** A context with known properties, all of them texts but those given. */
function strict(context: string, others: Readonly<Record<string, ValueType>>): ObjectType {
  const names = [...(KNOWN_PROPERTIES[context] ?? [])];
  return objectOf({ ...Object.fromEntries(names.map((name) => [name, STRING])), ...others });
}
