import { pageOf, rules } from '../rules/index.ts';
import type { Rule } from '../types.ts';
import { checkFormat } from './check-format.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';

/** Lists the rules. */
export function rulesCommand({ format }: Arguments, { out }: Streams): number {
  checkFormat('rules', format, ['pretty', 'json']);
  if (format === 'json') {
    out(`${JSON.stringify(rules.map(toRow), null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const rule of rules) {
    const marks = [
      rule.severity,
      ...(rule.compare ? ['change'] : []),
      ...(rule.fixable ? ['fix'] : []),
      ...(rule.strictness === 'pedantic' ? ['pedantic'] : []),
    ];
    out(`${rule.id.padEnd(width)}  ${rule.title} (${marks.join(', ')})\n`);
  }
  out(`\n${rules.length} rules; \`pipewright explain RULE\` shows the page of one.\n`);
  return 0;
}

function toRow(rule: Rule): Readonly<Record<string, unknown>> {
  const { id, kinds, title, severity, confidence, strictness, domain, fixable, aliases } = rule;
  return {
    id,
    kinds,
    title,
    severity,
    confidence,
    strictness,
    domain,
    fixable,
    change: rule.compare !== undefined,
    aliases,
    docs: pageOf(rule),
  };
}
