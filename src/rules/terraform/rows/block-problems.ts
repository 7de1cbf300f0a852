import { attribute, type HclBlock } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Problem, Range } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import { moduleScope } from '../modules/module-scope.ts';
import { holds } from './holds.ts';
import { blocksAt } from './parents-of.ts';
import { pathIn } from './path-in.ts';
import type { BlockRow } from './row.ts';

/** The nested blocks of a module in which all conditions hold, and the resources that lack one that should be there. */
export function* blockProblems(row: BlockRow, module: TerraformModule): Generator<Problem> {
  const scope = moduleScope(module);
  const [first] = row.all;
  for (const resource of resourcesOf(module, row.resources)) {
    const { block } = resource;
    if (isSwitchedOff(block, scope) || (row.when && holds(row.when, block, scope) !== true)) continue;
    const path: readonly string[] = row.path ? pathIn(row, block, row.path) : [];
    const { blocks, isDynamic } = blocksAt(block, path);
    const name = path.join('.');
    for (const one of blocks.filter((one) => row.all.every((condition) => holds(condition, one, scope) === true))) {
      const wrong = attribute(one, row.all.at(-1)?.path.at(-1) ?? '')?.range ?? one.headerRange;
      yield problem(row, resource, `${name}/${nameOf(row, one, resource)}`, wrong, 'has', textOf(one, row, resource));
    }
    const isMissing = blocks.every((one) => holds(first, one, scope) === false);
    if (row.absent === 'unsafe' && isMissing && !isDynamic)
      yield problem(row, resource, name, block.headerRange, 'has no', wanted(row));
  }
}

/** What tells one block of the name from the others: the value of the first condition. */
function nameOf({ all }: BlockRow, block: HclBlock, { document }: AddressedBlock): string {
  const value = attribute(block, all[0].path.at(-1) ?? '')?.value.range;
  return value ? document.source.slice(value.start, value.end) : '';
}

function textOf(block: HclBlock, { all }: BlockRow, { document }: AddressedBlock): string {
  const written = all.flatMap(({ path }) => attribute(block, path.at(-1) ?? '')?.range ?? []);
  return [...written].map(({ start, end }) => document.source.slice(start, end)).join(', ');
}

function wanted({ path, all }: BlockRow): string {
  return `${path?.at(-1) ?? ''} ${String(all[0].oneOf?.[0] ?? '')}`.trim();
}

function problem(
  { why, remedy }: BlockRow,
  { document, address }: AddressedBlock,
  place: string,
  range: Range,
  verb: 'has' | 'has no',
  what: string,
): Problem {
  return {
    path: document.path,
    range,
    key: `${address}/${place}`,
    message: { what: `${quote(address)} ${verb} ${quote(what)}.`, why, remedy },
  };
}
