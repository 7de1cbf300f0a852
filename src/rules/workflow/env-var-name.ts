import { stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { YamlMap } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const envVarName: Rule<WorkflowDocument> = {
  id: 'env-var-name',
  kinds: ['workflow'],
  title: 'Environment variable has a name that no script can read',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { actionlint: ['env-var'], sisakulint: ['env-var'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const { view } = document;
    yield* problems(view.env, 'env');
    for (const job of view.jobs) yield* problems(job.env, job.id);
    for (const { step, key } of stepsOf(document)) yield* problems(step.env, key);
  },
};

function* problems(env: YamlMap | undefined, key: string): Generator<Observation> {
  for (const { key: name, merged } of env?.entries ?? []) {
    if (merged || name.text.includes('${{') || !/[\s=&]/.test(name.text)) continue;
    yield {
      range: name.range,
      key: `${key}/${name.text}`,
      message: {
        what: `${quote(name.text)} is no name for an environment variable.`,
        why: 'No shell can read it: the script gets an empty value where this one belongs.',
        remedy: 'Use letters, digits and `_`.',
      },
    };
  }
}
