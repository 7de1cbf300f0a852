import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { TFLINT_RULES } from './aws-values/allowed-values.ts';
import { valueProblems } from './aws-values/value-problems.ts';

export const awsInvalidValue: Rule<TerraformModule> = {
  id: 'aws-invalid-value',
  kinds: ['terraform'],
  title: 'Value that AWS refuses',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: TFLINT_RULES },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module) {
    yield* valueProblems(module);
  },
};
