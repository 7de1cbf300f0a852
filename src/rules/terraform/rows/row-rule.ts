import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Rule, RuleContext } from '../../../types.ts';
import { attributeProblems } from './attribute-problems.ts';
import { ingressProblems } from './ingress-problems.ts';
import type { Row } from './row.ts';

/** Makes a rule of a row. */
export function rowRule(row: Row): Rule<TerraformModule> {
  return {
    id: row.id,
    kinds: ['terraform'],
    title: row.title,
    severity: row.severity,
    confidence: row.confidence ?? 'certain',
    strictness: 'regular',
    domain: row.domain,
    aliases: row.aliases,
    since: '0.1.0',
    on: 'module',
    fixable: row.type === 'ingress' ? row.bad.some(({ base }) => base !== undefined) : row.safe !== undefined,

    *check(module, context) {
      if (row.type === 'ingress') yield* ingressProblems(row, module, before(module, context));
      else yield* attributeProblems(row, module);
    },
  };
}

/** The same module at the base. */
function before({ directory }: TerraformModule, { side, project }: RuleContext): TerraformModule | undefined {
  if (side === 'base') return undefined;
  const modules = project.base.subjects
    .filter(({ type }) => type === 'module')
    .map(({ value }) => value as TerraformModule);
  return modules.find((one) => one.directory === directory);
}
