import { attribute, blocksOf, type HclBlock, type TerraformDocument } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { moduleScope } from './modules/module-scope.ts';
import { type Pin, pinOfSource } from './sources/pin-of-source.ts';

export const moduleSourceUnpinned: Rule<TerraformModule> = {
  id: 'module-source-unpinned',
  kinds: ['terraform'],
  title: 'Module is not pinned',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {
    tflint: ['terraform_module_pinned_source', 'terraform_module_version'],
    checkov: ['CKV_TF_2'],
    kics: ['3a81fc06-566f-492a-91dd-7448e409e2cd'],
  },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const scope = moduleScope(module);
    const calls = module.documents.flatMap((document) =>
      blocksOf(document.view, 'module').flatMap((block) => {
        const source = attribute(block, 'source');
        const value = source && scope.resolve(source.value);
        if (!source || !value?.known || typeof value.value !== 'string') return [];
        return [{ document, block, range: source.range, source: value.value, pin: pinOfSource(value.value) }];
      }),
    );
    const foreign = calls.filter(({ pin }) => pin !== 'local' && pin !== 'unknown');
    const loose = foreign.filter(({ pin, block }) => isLoose(pin, block));
    for (const one of loose) yield problem(one);
    const [first] = foreign;
    if (first && loose.length === 0)
      yield {
        proof: `${foreign.length} of ${foreign.length} modules from elsewhere are pinned`,
        path: first.document.path,
        range: first.range,
      };
  },
};

function isLoose(pin: Pin, block: HclBlock): boolean {
  if (pin === 'registry') return !attribute(block, 'version');
  return pin === 'unpinned' || typeof pin === 'object';
}

interface Call {
  readonly document: TerraformDocument;
  readonly block: HclBlock;
  readonly range: { readonly start: number; readonly end: number };
  readonly source: string;
  readonly pin: Pin;
}

function problem({ document, block, range, source, pin }: Call): Observation {
  const name = `module.${block.labels[0]?.text ?? ''}`;
  const isRegistry = pin === 'registry';
  return {
    path: document.path,
    range,
    key: name,
    message: {
      what: isRegistry
        ? `${quote(name)} comes from the registry as ${quote(source)}, without a version.`
        : typeof pin === 'object'
          ? `${quote(name)} follows the branch ${quote(pin.branch)} of ${quote(source)}.`
          : `${quote(name)} takes whatever ${quote(source)} holds today.`,
      why: 'The next init brings whatever was published or pushed since: the plan changes without a change here, and who can push there decides what runs with your credentials.',
      remedy: isRegistry ? 'Add a version.' : 'Add `?ref=` with a tag or, safer, a commit.',
    },
  };
}
