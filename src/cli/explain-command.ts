import { rulePage } from '../local/rule-page.ts';
import { pageOf } from '../rules/index.ts';
import { namedRules, nearestRule } from '../rules/named-rules.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Shows the page of a rule, named by its own id or by one that another analyzer gives the defect. */
export async function explainCommand({ operands }: Arguments, { out }: Streams): Promise<number> {
  const [name] = operands;
  if (name === undefined)
    throw new UsageError('`pipewright explain` needs the id of a rule; `pipewright rules` lists them.');
  const found = namedRules(name);
  if (found.length === 0) {
    const near = nearestRule(name);
    throw new UsageError(
      `There is no rule \`${name}\`.${near ? ` Did you mean \`${near}\`?` : ''} \`pipewright rules\` lists them.`,
    );
  }
  for (const rule of found) {
    const page = await rulePage(pageOf(rule));
    out(
      `${page.trimEnd()}\n\n\`${rule.id}\`: ${rule.severity}, ${rule.confidence}, ${rule.strictness}, ${rule.domain}\n`,
    );
  }
  return 0;
}
