import { attribute, blocksOf } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';

/** Addresses that `moved` blocks of a module rename. */
export function movedAddresses(module: TerraformModule): ReadonlyMap<string, string> {
  const blocks = module.documents.flatMap(({ view }) => blocksOf(view, 'moved'));
  return new Map(
    blocks.flatMap((block) => {
      const from = attribute(block, 'from')?.value;
      const to = attribute(block, 'to')?.value;
      if (from?.kind !== 'reference' || to?.kind !== 'reference') return [];
      return [[from.path.slice(0, 2).join('.'), to.path.join('.')] as const];
    }),
  );
}

/** Addresses that `removed` blocks give up without destroying what they stand for. */
export function forgottenAddresses(module: TerraformModule): ReadonlySet<string> {
  const blocks = module.documents.flatMap(({ view }) => blocksOf(view, 'removed'));
  return new Set(
    blocks.flatMap((block) => {
      const from = attribute(block, 'from')?.value;
      const destroys = blocksOf(block, 'lifecycle').map((one) => attribute(one, 'destroy')?.value);
      const kept = destroys.some((value) => value?.kind === 'literal' && value.value === false);
      return kept && from?.kind === 'reference' ? [from.path.slice(0, 2).join('.')] : [];
    }),
  );
}

/** Addresses that `import` blocks of a module take over. */
export function importedAddresses(module: TerraformModule): readonly string[] {
  return module.documents
    .flatMap(({ view }) => blocksOf(view, 'import'))
    .flatMap((block) => {
      const to = attribute(block, 'to')?.value;
      return to?.kind === 'reference' ? [to.path.slice(0, 2).join('.')] : [];
    });
}
