import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { ProjectSide, Rule, RuleContext } from '../../../types.ts';
import { attributeProblems } from './attribute-problems.ts';
import { blockProblems } from './block-problems.ts';
import { ingressProblems } from './ingress-problems.ts';
import { presenceProblems } from './presence-problems.ts';
import type { Row } from './row.ts';

/** Makes a rule of a row. */
export function rowRule(row: Row): Rule<TerraformModule> {
  return {
    id: row.id,
    kinds: ['terraform'],
    title: row.title,
    severity: row.severity,
    confidence: row.confidence ?? 'certain',
    strictness: row.strictness ?? 'regular',
    domain: row.domain,
    aliases: row.aliases,
    since: '0.1.0',
    on: 'module',
    fixable: isFixable(row),

    *check(module, context) {
      if (row.type === 'ingress') yield* ingressProblems(row, module, before(module, context));
      else if (row.type === 'block') yield* blockProblems(row, module);
      else if (row.type === 'presence') yield* presenceProblems(row, module);
      else yield* attributeProblems(row, module);
    },
  };
}

function isFixable(row: Row): boolean {
  // What a rule let in before the change is what its fix takes back.
  if (row.type === 'ingress') return true;
  return row.type === 'attribute' && row.safe !== undefined;
}

/** The same module at the base. */
function before({ directory }: TerraformModule, { side, project }: RuleContext): TerraformModule | undefined {
  if (side === 'base') return undefined;
  const modules = known.get(project.base) ?? modulesOf(project.base);
  known.set(project.base, modules);
  return modules.get(directory);
}

/** Every row asks for the module of every module. */
const known = new WeakMap<ProjectSide, ReadonlyMap<string, TerraformModule>>();

function modulesOf({ subjects }: ProjectSide): ReadonlyMap<string, TerraformModule> {
  const modules = subjects.filter(({ type }) => type === 'module').map(({ value }) => value as TerraformModule);
  return new Map(modules.map((module) => [module.directory, module]));
}
