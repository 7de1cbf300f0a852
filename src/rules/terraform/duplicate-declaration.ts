import type { HclBlock, TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Problem, Range, Rule } from '../../types.ts';
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

  *check({ documents, directory }) {
    const declared = new Map<string, Declaration[]>();
    for (const one of documents.filter(({ path }) => !isOverride(path)).flatMap(declarations))
      declared.set(one.address, [...(declared.get(one.address) ?? []), one]);
    if (isCollection(directory, [...declared.values()])) return;
    for (const [first, ...others] of declared.values()) for (const one of others) if (first) yield problem(one, first);
  },
};

/** Files that were never meant to be one module: examples of a tool, each for itself. */
function isCollection(directory: string, declared: readonly (readonly Declaration[])[]): boolean {
  if (/(^|\/)(testdata|fixtures?|snippets?|__tests__)(\/|$)/.test(directory)) return true;
  return declared.some((all) => new Set(all.map(({ document }) => document.path)).size > 2);
}

function problem({ address, range, document }: Declaration, first: Declaration): Problem {
  const place = first.document.path === document.path ? 'above' : `in ${quote(first.document.path)}`;
  return {
    path: document.path,
    range,
    key: address,
    message: {
      what: `${quote(address)} is declared ${place} already.`,
      why: 'Terraform refuses the whole module: no plan and no apply until one of the two is gone.',
      remedy: 'Delete one of them, or give it another name.',
    },
  };
}

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
