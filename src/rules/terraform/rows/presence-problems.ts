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
          what: name === undefined ? `${quote(address)} is declared.` : `${quote(address)} has a ${quote(name)} block.`,
          why: row.why,
          remedy: row.remedy,
        },
      };
    }
  }
}
