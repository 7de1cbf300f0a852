import { blocksOf, type HclBlock, type TerraformDocument } from '../../documents/terraform.ts';
import type { Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const terraformNaming: Rule<TerraformDocument> = {
  id: 'terraform-naming',
  kinds: ['terraform'],
  title: 'Name is not in snake_case',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { kics: ['1e434b25-8763-4b00-a5ca-ca03b7abbb66'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { kind, name, range } of [...view.blocks.flatMap(namesOf), ...checks(view.blocks)]) {
      if (/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) continue;
      yield {
        range,
        key: `${kind}.${name}`,
        message: {
          what: `${quote(name)} is not in snake_case.`,
          why: 'Dashes, capitals and doubled underscores make references hard to guess and to search for.',
          remedy: `Name it ${quote(snakeCase(name))}, with a ${quote('moved')} block where it has state.`,
        },
      };
    }
  },
};

interface Name {
  readonly kind: string;
  readonly name: string;
  readonly range: Range;
}

const NAMED = new Set(['resource', 'data', 'ephemeral', 'variable', 'output', 'module', 'check']);

function namesOf(block: HclBlock): readonly Name[] {
  if (block.type === 'locals')
    return block.attributes.map(({ name, nameRange }) => ({ kind: 'local', name, range: nameRange }));
  const name = block.labels.at(-1);
  return name && NAMED.has(block.type) ? [{ kind: block.type, name: name.text, range: block.headerRange }] : [];
}

/** Data sources inside of checks. */
function checks(blocks: readonly HclBlock[]): readonly Name[] {
  return blocksOf({ blocks }, 'check').flatMap(({ blocks: inner }) => inner.flatMap(namesOf));
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
