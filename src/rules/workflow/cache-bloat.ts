import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import { textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const cacheBloat: Rule<WorkflowDocument | ActionDocument> = {
  id: 'cache-bloat',
  kinds: ['workflow', 'action'],
  title: 'Cache is saved on every run',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'performance',
  aliases: { sisakulint: ['cache-bloat'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/actions\/cache\/save/i.test(document.source)) return;
    const steps = stepsOf(document);
    for (const { step, job, key } of steps) {
      if (!isCache(step.uses, 'save') || step.if || job?.if || !step.uses) continue;
      const restore = steps.find((one) => one.job === job && isCache(one.step.uses, 'restore'));
      if (!restore) continue;
      yield {
        range: step.uses.node.range,
        key: `${key}/save`,
        message: {
          what: `${quote(textAt(step.with, 'key') ?? 'The cache')} is saved whether or not it was just restored, on every branch.`,
          why: 'A repository has 10 GB for caches; copies of pull requests drive out those of the main branch, and packing takes time.',
          remedy: `Save only where it is new, on the main branch: ${quote(`if: steps.${restore.step.id ?? 'restore'}.outputs.cache-hit != 'true'`)}.`,
        },
      };
    }
  },
};

function isCache(uses: { readonly repository: string; readonly path: string } | undefined, path: string): boolean {
  return uses?.repository.toLowerCase() === 'actions/cache' && uses.path === path;
}
