import { attribute, blocksOf, type HclBlock, references, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Range, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { deleteLines } from './modules/delete-lines.ts';
import { isOverride } from './modules/is-override.ts';

export const unusedDeclaration: Rule<TerraformModule> = {
  id: 'unused-declaration',
  kinds: ['terraform'],
  title: 'Declared and never used',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: { tflint: ['terraform_unused_declarations'] },
  since: '0.1.0',
  on: 'module',
  fixable: true,

  *check(module, context) {
    const declared = declarations(module).filter(
      ({ name }) => (!name.startsWith('data.') && !name.startsWith('local.')) || !hasTests(module, context),
    );
    const [first] = declared;
    if (!first) return;
    if (!module.complete) {
      yield { unverified: 'not every file of the module was read', path: first.document.path, range: first.range };
      return;
    }
    const used = usedNames(module);
    const unused = declared.filter(({ name }) => !used.has(name));
    for (const one of unused) yield problem(one);
    if (unused.length === 0) {
      yield {
        proof: `${declared.length} of ${declared.length} declarations are used`,
        path: first.document.path,
        range: first.range,
      };
    }
  },
};

interface Declaration {
  /** As it is referred to: `var.x`, `local.x`, `data.t.n`, `provider.p.alias`. */
  readonly name: string;
  readonly what: string;
  readonly document: TerraformDocument;
  readonly range: Range;
  /** All of it. */
  readonly whole: Range;
}

/** These are read for what they do, not for their result. */
const WITH_EFFECTS = new Set(['external', 'archive_file', 'http']);

function declarations(module: TerraformModule): readonly Declaration[] {
  const documents = module.documents.filter(({ path }) => !isOverride(path));
  return documents.flatMap((document) => document.view.blocks.flatMap((block) => declared(block, document)));
}

function declared(block: HclBlock, document: TerraformDocument): readonly Declaration[] {
  const [first, second] = block.labels.map(({ text }) => text);
  const one = (name: string, what: string): Declaration[] => [
    { name, what, document, range: block.headerRange, whole: block.range },
  ];
  if (block.type === 'variable' && first !== undefined) return one(`var.${first}`, `The variable ${quote(first)}`);
  if (block.type === 'locals') return localsOf(block, document);
  if (block.type === 'data' && first !== undefined && second !== undefined) {
    const checks = blocksOf(block, 'lifecycle').length > 0 || WITH_EFFECTS.has(first);
    return checks ? [] : one(`data.${first}.${second}`, `The data source ${quote(`data.${first}.${second}`)}`);
  }
  const alias = block.type === 'provider' ? attribute(block, 'alias')?.value : undefined;
  if (alias?.kind !== 'literal' || first === undefined) return [];
  return one(`provider.${first}.${alias.value}`, `The provider ${quote(`${first}.${alias.value}`)}`);
}

function localsOf(block: HclBlock, document: TerraformDocument): readonly Declaration[] {
  return block.attributes.map(({ name, nameRange, range }) => ({
    name: `local.${name}`,
    what: `The local value ${quote(name)}`,
    document,
    range: nameRange,
    whole: block.attributes.length === 1 ? block.range : range,
  }));
}

function usedNames(module: TerraformModule): ReadonlySet<string> {
  const used = new Set<string>();
  for (const block of module.documents.flatMap(({ view }) => view.blocks)) {
    const own = block.type === 'variable' ? `var.${block.labels[0]?.text}` : undefined;
    for (const { path } of references(block)) {
      const [root = '', name = '', third = ''] = path;
      const full = root === 'data' ? `data.${name}.${third}` : `${root}.${name}`;
      if (full === own) continue;
      used.add(full).add(`provider.${full}`);
    }
    for (const name of providersByText(block)) used.add(`provider.${name}`);
  }
  return used;
}

/** Old code and JSON name providers in quotes: `provider = "aws.west"`, `"providers": { "aws": "aws.west" }`. */
function providersByText(block: HclBlock): readonly string[] {
  const handed = attribute(block, 'providers')?.value;
  const values = [
    attribute(block, 'provider')?.value,
    ...(handed?.kind === 'object' ? handed.entries.map(({ value }) => value) : []),
  ];
  return values.flatMap((value) => (value?.kind === 'literal' ? [String(value.value)] : []));
}

/** Test files may refer to locals and data sources, and are not read. */
function hasTests({ directory }: TerraformModule, { project, side }: RuleContext): boolean {
  const { tree } = project[side];
  if (tree === 'unknown') return true;
  const prefix = directory === '' ? '' : `${directory}/`;
  return [...tree].some(
    (path) =>
      path.startsWith(prefix) && /^(tests\/)?[^/]+\.(tftest|tofutest)\.(hcl|json)$/.test(path.slice(prefix.length)),
  );
}

function problem({ name, what, document, range, whole }: Declaration): Observation {
  return {
    path: document.path,
    range,
    key: name,
    message: {
      what: `${what} is never used in this module.`,
      why: name.startsWith('var.')
        ? 'Whoever sets it expects an effect, and there is none; often the line that used it went missing.'
        : 'Readers look for what depends on it, and often the line that used it went missing.',
      remedy: 'Use it, or delete it.',
    },
    fix: {
      title: `Delete ${name.replace(/^provider\./, 'the provider ')}`,
      safety: 'review',
      edits: [{ path: document.path, ...deleteLines(document.source, whole) }],
    },
  };
}
