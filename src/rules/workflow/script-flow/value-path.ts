import { ANSWER_FIELDS, restAnswer } from './rest-reads.ts';

/** Where a value of a script comes from. */
export interface ValuePath {
  /**
   * A context, as expressions name it (`github.event.issue.title`), a variable (`env.TITLE`), or what a script is given:
   * `client.pulls.get`, `core.setOutput`, `module.fs.writeFile`. The last step of a list is `[list]`.
   */
  readonly steps: readonly string[];
  /** The call of the REST API that answered with it. */
  readonly answerOf?: string;
}

const MAX_STEPS = 12;
const LIST = '[list]';

/** What actions/github-script hands to a script (https://github.com/actions/github-script#readme, November 2026). */
export const GIVEN: ReadonlyMap<string, ValuePath> = new Map(
  ['context', 'core', 'exec', 'process', 'eval', 'Function']
    .map((name): [string, ValuePath] => [name, { steps: [name] }])
    .concat([
      ['github', { steps: ['client'] }],
      ['octokit', { steps: ['client'] }],
    ]),
);

const MODULES: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['core'],
  '@actions/exec': ['exec'],
  '@actions/github': ['toolkit'],
};

/** What `require` or `import` gives. */
export function modulePath(name: string): ValuePath {
  const own = Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
  return { steps: own ?? ['module', name.replace(/^node:/, '').replace(/\/promises$/, '')] };
}

/** A property of a value, or any element of a list (`*`). */
export function propertyOf(path: ValuePath, property: string): ValuePath | undefined {
  const { steps } = path;
  const [first = '', ...rest] = steps;
  const to = (next: readonly string[]): ValuePath => ({ ...path, steps: next });
  if (steps.length > MAX_STEPS) return undefined;
  if (property === '*' && steps.at(-1) === LIST) return to(steps.slice(0, -1));
  switch (first) {
    case 'context':
      if (property === 'payload') return to(['github', 'event']);
      return property === 'ref' ? to(['github', 'ref']) : undefined;
    case 'process':
      return property === 'env' ? to(['env']) : undefined;
    case 'toolkit':
      return property === 'context' ? to(['context']) : undefined;
    case 'client':
      return property === 'rest' ? path : to([...steps, property]);
    case 'response':
      return property === 'data' ? to(rest) : undefined;
    case 'commit':
    case 'file': {
      const fields = ANSWER_FIELDS[`${first}.${property}`];
      return fields && to(fields);
    }
    default:
      return to([...steps, property]);
  }
}

/** What a call of the REST API gives, by name or by `github.paginate`, which leaves the envelope out. */
export function answerPath({ steps }: ValuePath, isPaginated: boolean): ValuePath | undefined {
  const call = steps[0] === 'client' ? steps.slice(1).join('.') : '';
  const answer = restAnswer(call);
  if (!answer) return undefined;
  const data = answer.list ? [...answer.of, LIST] : answer.of;
  return { steps: isPaginated ? data : ['response', ...data], answerOf: call };
}

/** The path without the mark of a list. */
export function plainSteps({ steps }: ValuePath): readonly string[] {
  return steps.filter((step) => step !== LIST);
}
