import type { HclBlock, TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { blockAddress } from './language/addressed-expressions.ts';
import { isOverride } from './modules/is-override.ts';

export const duplicateDeclaration: Rule<TerraformModule> = {
  id: 'duplicate-declaration',
  kinds: ['terraform'],
  title: 'Declared twice',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check({ documents }) {
    const first = new Map<string, Declaration>();
    for (const one of documents.filter(({ path }) => !isOverride(path)).flatMap(declarations)) {
      const earlier = first.get(one.address);
      first.set(one.address, earlier ?? one);
      if (!earlier) continue;
      const place = earlier.document.path === one.document.path ? 'above' : `in ${quote(earlier.document.path)}`;
      yield {
        path: one.document.path,
        range: one.range,
        key: one.address,
        message: {
          what: `${quote(one.address)} is declared ${place} already.`,
          why: 'Terraform refuses the whole module: no plan and no apply until one of the two is gone.',
          remedy: 'Delete one of them, or give it another name.',
        },
      };
    }
  },
};

interface Declaration {
  readonly address: string;
  readonly range: Range;
  readonly document: TerraformDocument;
}

/** What must have a name of its own in a module. */
const NAMED = new Set(['resource', 'data', 'ephemeral', 'variable', 'output', 'module', 'check']);

/** OpenTofu takes a `.tofu` file in the place of the `.tf` file of the same name. */
function declarations(document: TerraformDocument): readonly Declaration[] {
  if (/\.tofu(\.json)?$/.test(document.path)) return [];
  return document.view.blocks.flatMap((block) => namesIn(block).map((one) => ({ ...one, document })));
}

function namesIn(block: HclBlock): readonly Omit<Declaration, 'document'>[] {
  if (block.type === 'locals')
    return block.attributes.map(({ name, nameRange }) => ({ address: `local.${name}`, range: nameRange }));
  const isComplete = block.labels.length === (['resource', 'data', 'ephemeral'].includes(block.type) ? 2 : 1);
  return NAMED.has(block.type) && isComplete ? [{ address: blockAddress(block), range: block.headerRange }] : [];
}
