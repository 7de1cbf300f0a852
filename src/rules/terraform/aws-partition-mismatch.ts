import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { literalTexts } from './aws-values/literal-texts.ts';
import { partitionOf } from './aws-values/partition-of.ts';
import { moduleScope } from './modules/module-scope.ts';

export const awsPartitionMismatch: Rule<TerraformModule> = {
  id: 'aws-partition-mismatch',
  kinds: ['terraform'],
  title: 'ARN of another partition',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    tflint: [
      'aws_iam_policy_document_gov_friendly_arns',
      'aws_iam_policy_gov_friendly_arns',
      'aws_iam_role_policy_gov_friendly_arns',
    ],
  },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module) {
    const partition = partitionOf(module, moduleScope(module));
    if (!partition) return;
    for (const document of module.documents) {
      for (const block of document.view.blocks.filter(({ type }) => type === 'resource' || type === 'data')) {
        const name = block.labels.map(({ text }) => text).join('.');
        for (const { text, range } of literalTexts(block)) {
          if (!/\barn:aws:/.test(text)) continue;
          yield {
            path: document.path,
            range: firstOf(document.source, range),
            key: `${name}/${text.slice(0, 200)}`,
            message: {
              what: `${quote(name)} names ${quote(/arn:aws:\S*/.exec(text)?.[0] ?? '')}, and the module works in ${quote(partition.region)}.`,
              why: `All that is there has ARNs of ${quote(partition.name)}: a policy for others is refused, or allows and denies nothing.`,
              remedy: `Write \`arn:${partition.name}:\`, or take the partition from the data source \`aws_partition\`.`,
            },
            fix: {
              title: `Write arn:${partition.name}:`,
              safety: 'review',
              edits: arnsIn(document.source, range).map((one) => ({ range: one, text: `arn:${partition.name}:` })),
            },
          };
        }
      }
    }
  },
};

const ARN = 'arn:aws:';

function arnsIn(source: string, { start, end }: Range): readonly Range[] {
  const text = source.slice(start, end);
  return [...text.matchAll(/\barn:aws:/g)].map(({ index }) => ({
    start: start + index,
    end: start + index + ARN.length,
  }));
}

/** The line of the first ARN in it. */
function firstOf(source: string, range: Range): Range {
  const [first] = arnsIn(source, range);
  return first ?? range;
}
