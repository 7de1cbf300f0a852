import { attribute } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { DEFAULT_WEIGHT } from './aws-values/default-weight.ts';
import { cpuUnits, fargateInstead, memoryMib } from './aws-values/fargate-sizes.ts';
import { textAt } from './aws-values/text-at.ts';
import { isSwitchedOff, resourcesOf } from './modules/addressed-blocks.ts';
import { moduleScope } from './modules/module-scope.ts';
import { textsIn } from './modules/text-of.ts';

export const awsFargateSize: Rule<TerraformModule> = {
  id: 'aws-fargate-size',
  kinds: ['terraform'],
  title: 'Size of a task that Fargate does not have',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    for (const { block, document, address } of resourcesOf(module, ['aws_ecs_task_definition'])) {
      const needs = attribute(block, 'requires_compatibilities');
      const cpu = textAt(block, 'cpu', scope);
      const memory = textAt(block, 'memory', scope);
      if (!needs || !cpu || isSwitchedOff(block, scope) || !textsIn(needs.value, scope).includes('FARGATE')) continue;
      const units = cpuUnits(cpu.text);
      const instead = units && fargateInstead(units, memory && memoryMib(memory.text));
      if (!instead) continue;
      const isDefault = cpu.byDefault || memory?.byDefault === true;
      yield {
        path: document.path,
        range: cpu.range,
        key: `${address}/cpu`,
        ...(isDefault ? DEFAULT_WEIGHT : {}),
        message: {
          what: `${quote(address)} asks for a ${quote('cpu')} of ${quote(cpu.text)}${memory ? ` with a ${quote('memory')} of ${quote(memory.text)}` : ''}.`,
          why: 'Fargate has certain sizes only, and ECS refuses the definition of the task.',
          remedy: `Use ${instead}.`,
        },
      };
    }
  },
};
