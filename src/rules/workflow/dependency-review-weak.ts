import { stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';

interface Weakness {
  readonly input: string;
  readonly value: RegExp;
  readonly severity: Severity;
  readonly why: string;
}

const WEAKNESSES: readonly Weakness[] = [
  {
    input: 'warn-only',
    value: /^true$/i,
    severity: 'medium',
    why: 'The check is green whatever the change brings in.',
  },
  {
    input: 'vulnerability-check',
    value: /^false$/i,
    severity: 'medium',
    why: 'Only licences are looked at; packages with known holes pass.',
  },
  {
    input: 'fail-on-severity',
    value: /^critical$/i,
    severity: 'low',
    why: 'Packages with holes that are rated high pass.',
  },
];

export const dependencyReviewWeak: Rule<WorkflowDocument> = {
  id: 'dependency-review-weak',
  kinds: ['workflow'],
  title: 'Dependency review that stops nothing',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { sisakulint: ['dependency-review-settings'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, key } of stepsOf(document)) {
      if (step.uses?.repository.toLowerCase() !== 'actions/dependency-review-action') continue;
      for (const { input, value, severity, why } of WEAKNESSES) {
        const entry = entryOf(step.with, input);
        if (entry?.value.type !== 'scalar' || !value.test(entry.value.text.trim())) continue;
        yield {
          range: entry.range,
          key: `${key}/${input}`,
          severity,
          message: {
            what: `The dependency review runs with ${quote(`${input}: ${entry.value.text}`)}.`,
            why,
            remedy: 'Leave it out, or set `fail-on-severity` to what your team would stop for.',
          },
        };
      }
    }
  },
};
