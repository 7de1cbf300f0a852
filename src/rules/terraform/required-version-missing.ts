import { attribute, blocksOf } from '../../documents/terraform.ts';
import type { TerraformModule } from '../../subjects/terraform-module.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const requiredVersionMissing: Rule<TerraformModule> = {
  id: 'required-version-missing',
  kinds: ['terraform'],
  title: 'Terraform has no version',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: { tflint: ['terraform_required_version'] },
  since: '0.1.0',
  on: 'module',
  fixable: false,

  *check(module) {
    const settings = module.documents.flatMap((document) =>
      blocksOf(document.view, 'terraform').map((block) => ({ document, block })),
    );
    // A module without settings leaves them to its caller, or has its providers reported.
    const [first] = settings;
    if (!first) return;
    for (const { document, block } of settings) {
      const given = attribute(block, 'required_version');
      if (!given) continue;
      yield {
        proof: `Terraform is held to ${quote(textOf(document.source, given.value.range))}`,
        path: document.path,
        range: given.range,
      };
      return;
    }
    if (!module.complete) {
      yield {
        unverified: 'not every file of the module was read',
        path: first.document.path,
        range: first.block.headerRange,
      };
      return;
    }
    yield {
      path: first.document.path,
      range: first.block.headerRange,
      key: 'required_version',
      message: {
        what: `The module sets no ${quote('required_version')}.`,
        why: 'Whoever runs it with a newer Terraform may write a state that the others cannot read any more; an older one stops at syntax it does not know, with errors that do not name the reason.',
        remedy: `Add ${quote('required_version')} with the version that you run, as ${quote('~> 1.9')}.`,
      },
    };
  },
};

function textOf(source: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return source.slice(start, end);
}
