import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { iamDocuments } from './aws-values/iam-documents.ts';
import { policyLength } from './aws-values/policy-length.ts';
import { moduleScope } from './modules/module-scope.ts';

/** Characters; that of trust policies is the highest to which AWS raises it. */
const LIMITS: Readonly<Record<string, { readonly most: number; readonly of: string }>> = {
  aws_iam_policy: { most: 6144, of: 'A managed policy' },
  aws_iam_role_policy: { most: 10_240, of: 'All inline policies of a role together' },
  aws_iam_user_policy: { most: 2048, of: 'All inline policies of a user together' },
  aws_iam_group_policy: { most: 5120, of: 'All inline policies of a group together' },
  aws_iam_role: { most: 8192, of: 'The trust policy of a role' },
};

export const awsPolicyTooLong: Rule<TerraformModule> = {
  id: 'aws-policy-too-long',
  kinds: ['terraform'],
  title: 'Policy is longer than IAM takes',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    tflint: ['aws_iam_policy_too_long_policy', 'aws_iam_group_policy_too_long', 'aws_iam_policy_invalid_policy'],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const policy of iamDocuments(module, scope)) {
      const limit = LIMITS[policy.type];
      const length = policyLength(policy, scope);
      if (!limit || length <= limit.most) continue;
      const { source, document } = policy;
      const { start } = source.kind === 'data' ? source.block.headerRange : source.value.range;
      const lineEnd = document.source.indexOf('\n', start);
      yield {
        path: document.path,
        range: { start, end: lineEnd < 0 ? document.source.length : lineEnd },
        key: policy.address,
        message: {
          what: `The policy of ${quote(policy.address)} has at least ${length} characters without its spaces.`,
          why: `${limit.of} may have ${limit.most}, and IAM refuses what is longer.`,
          remedy:
            'Divide it into several managed policies, or name actions and resources by patterns where that allows no more.',
        },
      };
    }
  },
};
