import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../local/package-root.ts';
import { nearestWord } from '../policy/nearest-word.ts';
import { pageOf, rules } from '../rules/index.ts';
import type { Rule } from '../types.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Shows the page of a rule, named by its own id or by one that another analyzer gives the defect. */
export async function explainCommand({ operands }: Arguments, { out }: Streams): Promise<number> {
  const [name] = operands;
  if (name === undefined)
    throw new UsageError('`pipewright explain` needs the id of a rule; `pipewright rules` lists them.');
  const found = rules.filter((rule) => isNamed(rule, name));
  if (found.length === 0) {
    const near = nearestWord(
      name,
      rules.map(({ id }) => id),
    );
    throw new UsageError(
      `There is no rule \`${name}\`.${near ? ` Did you mean \`${near}\`?` : ''} \`pipewright rules\` lists them.`,
    );
  }
  for (const rule of found) {
    const page = await readFile(join(packageRoot(), pageOf(rule)), 'utf8');
    out(
      `${page.trimEnd()}\n\n\`${rule.id}\`: ${rule.severity}, ${rule.confidence}, ${rule.strictness}, ${rule.domain}\n`,
    );
  }
  return 0;
}

function isNamed(rule: Rule, name: string): boolean {
  return rule.id === name || Object.values(rule.aliases).some((ids) => ids.includes(name));
}
