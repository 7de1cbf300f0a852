import { blocksOf, type HclBlock, type TerraformDocument } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';

/** Where a root module keeps its state. */
export interface Backend {
  /** `s3`, `gcs`, `azurerm`..., or `cloud`. */
  readonly type: string;
  readonly block: HclBlock;
  readonly document: TerraformDocument;
}

/** The `backend` and `cloud` blocks of a module. */
export function backendOf(module: TerraformModule): readonly Backend[] {
  return module.documents.flatMap((document) =>
    blocksOf(document.view, 'terraform').flatMap((terraform) => [
      ...blocksOf(terraform, 'backend').map((block) => ({ type: block.labels[0]?.text ?? '', block, document })),
      ...blocksOf(terraform, 'cloud').map((block) => ({ type: 'cloud', block, document })),
    ]),
  );
}
