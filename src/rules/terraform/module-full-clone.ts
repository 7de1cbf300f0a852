import { attribute, blocksOf, type HclExpression, type TerraformDocument } from '../../documents/terraform.ts';
import type { Edit, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isRepository } from './sources/pin-of-source.ts';

export const moduleFullClone: Rule<TerraformDocument> = {
  id: 'module-full-clone',
  kinds: ['terraform'],
  title: 'Module is cloned with its whole history',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'performance',
  aliases: { tflint: ['terraform_module_shallow_clone'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const block of blocksOf(view, 'module')) {
      const source = attribute(block, 'source');
      if (source?.value.kind !== 'literal' || !isClonedWhole(String(source.value.value))) continue;
      const name = `module.${block.labels[0]?.text ?? ''}`;
      yield {
        range: source.range,
        key: name,
        message: {
          what: `${quote(name)} is cloned with the whole history of its repository.`,
          why: 'Every init fetches every commit to use one of them.',
          remedy: `Add ${quote('&depth=1')} behind the ref.`,
        },
        fix: { title: 'Clone one commit', safety: 'review', edits: [addDepth(source.value)] },
      };
    }
  },
};

/** By a tag or branch: a commit cannot be fetched alone. */
function isClonedWhole(source: string): boolean {
  const [, ref] = /[?&]ref=([^&#]+)/.exec(source) ?? [];
  if (ref === undefined || !isRepository(source) || /^hg::|\.hg(\/|\?)/.test(source)) return false;
  return !/[?&]depth=/.test(source) && !/^[0-9a-f]{4,64}$/i.test(ref);
}

function addDepth({ range }: HclExpression): Edit {
  return { range: { start: range.end - 1, end: range.end - 1 }, text: '&depth=1' };
}
