import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Problem } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import { moduleScope } from '../modules/module-scope.ts';
import { holds } from './holds.ts';
import { blocksAt } from './parents-of.ts';
import { pathIn } from './path-in.ts';
import type { PresenceRow } from './row.ts';

/** The resources of a module, or blocks in them, that should not be there. */
export function* presenceProblems(row: PresenceRow, module: TerraformModule): Generator<Problem> {
  const scope = moduleScope(module);
  const { unlessBeside } = row;
  if (unlessBeside && (!module.complete || resourcesOf(module, unlessBeside).length > 0)) return;
  for (const { block, document, address } of resourcesOf(module, row.resources)) {
    if (isSwitchedOff(block, scope) || (row.when && holds(row.when, block, scope) !== true)) continue;
    const path = row.path && pathIn(row, block, row.path);
    const name = path?.join('.');
    for (const one of blocksAt(block, path ?? []).blocks) {
      yield {
        path: document.path,
        range: one.headerRange,
        key: name === undefined ? address : `${address}/${name}`,
        message: {
          what: whatIsThere(address, name, unlessBeside?.[0]),
          why: row.why,
          remedy: row.remedy,
        },
      };
    }
  }
}

function whatIsThere(address: string, block: string | undefined, companion: string | undefined): string {
  if (companion !== undefined) return `${quote(address)} stands without ${quote(companion)}.`;
  return block === undefined ? `${quote(address)} is declared.` : `${quote(address)} has a ${quote(block)} block.`;
}
