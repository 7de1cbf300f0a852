import { attribute, blocksOf, type HclAttribute, type HclBlock, type HclValue } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Edit, Problem, Proof } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { type AddressedBlock, isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import { insertLines } from '../modules/insert-lines.ts';
import { type ModuleScope, moduleScope } from '../modules/module-scope.ts';
import type { AttributeRow, Must } from './row.ts';

/** The resources of a module whose attribute is not as the row demands; a proof where all that can be known are. */
export function* attributeProblems(row: AttributeRow, module: TerraformModule): Generator<Problem | Proof> {
  const scope = moduleScope(module);
  const resources = resourcesOf(module, row.resources).filter(
    ({ block }) => !isSwitchedOff(block, scope) && isMeant(row, block, scope),
  );
  const judged = resources.map((resource) => ({ resource, problems: [...judge(row, resource, scope)] }));
  for (const { problems } of judged) for (const problem of problems) if (problem !== 'unknown') yield problem;
  const [first] = judged;
  if (first && judged.every(({ problems }) => problems.length === 0)) {
    const { document, block } = first.resource;
    yield {
      proof: `${quote(row.path.join('.'))} is as it should be in ${judged.length} of ${judged.length} resources`,
      path: document.path,
      range: block.headerRange,
    };
  }
}

function isMeant({ when }: AttributeRow, block: HclBlock, scope: ModuleScope): boolean {
  if (!when) return true;
  const parents = parentsOf(block, when.path);
  const given = parents.blocks.flatMap((one) => attribute(one, when.path.at(-1) ?? '') ?? []);
  return given.some(({ value }) => {
    const resolved = scope.resolve(value);
    return resolved.known && when.oneOf.includes(resolved.value);
  });
}

function* judge(row: AttributeRow, resource: AddressedBlock, scope: ModuleScope): Generator<Problem | 'unknown'> {
  const { blocks, isDynamic } = parentsOf(resource.block, row.path);
  const name = row.path.at(-1) ?? '';
  if (isDynamic) yield 'unknown';
  if (blocks.length === 0 && !isDynamic && row.absent === 'unsafe')
    yield problem(row, resource, resource.block, undefined);
  for (const block of blocks) {
    const given = attribute(block, name);
    if (!given) {
      const dynamic = blocksOf(block, 'dynamic').some(({ labels }) => labels[0]?.text === name);
      if (row.absent === 'unsafe' && !dynamic) yield problem(row, resource, block, undefined);
      continue;
    }
    const value = scope.resolve(given.value);
    if (!value.known || value.value === null) yield 'unknown';
    else if (!meets(value.value, row.must))
      yield { ...problem(row, resource, block, given), ...(value.byDefault ? { confidence: 'likely' as const } : {}) };
  }
}

/** The blocks that hold the attribute. */
function parentsOf(
  block: HclBlock,
  path: readonly string[],
): { readonly blocks: readonly HclBlock[]; readonly isDynamic: boolean } {
  let blocks: readonly HclBlock[] = [block];
  let isDynamic = false;
  for (const step of path.slice(0, -1)) {
    isDynamic ||= blocks.some((one) => blocksOf(one, 'dynamic').some(({ labels }) => labels[0]?.text === step));
    blocks = blocks.flatMap((one) => blocksOf(one, step));
  }
  return { blocks, isDynamic };
}

function meets(value: HclValue, must: Must): boolean {
  if ('be' in must) return must.be.some((one) => same(one, value));
  if ('notBe' in must) return !must.notBe.some((one) => same(one, value));
  if ('beAtLeast' in must) return Number(value) >= must.beAtLeast;
  const parts = Array.isArray(value) ? value.map(String) : [String(value)];
  return !must.notContain.some((one) => (Array.isArray(value) ? parts.includes(one) : parts[0]?.includes(one)));
}

/** Terraform takes `"true"` for `true`. */
function same(one: HclValue, other: HclValue): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

function problem(
  row: AttributeRow,
  resource: AddressedBlock,
  parent: HclBlock,
  given: HclAttribute | undefined,
): Problem {
  const { document, address } = resource;
  const edit = row.safe === undefined ? undefined : safeEdit(row, row.safe, resource, parent, given);
  const name = row.path.join('.');
  return {
    path: document.path,
    range: given?.range ?? parent.headerRange,
    key: `${address}/${name}`,
    message: {
      what: given
        ? `${quote(address)} has ${quote(document.source.slice(given.range.start, given.range.end))}.`
        : `${quote(address)} does not set ${quote(name)}.`,
      why: row.why,
      remedy: row.remedy,
    },
    ...(edit ? { fix: { title: `Set ${name} to ${row.safe}`, safety: 'review' as const, edits: [edit] } } : {}),
  };
}

function safeEdit(
  row: AttributeRow,
  safe: string,
  { block, document }: AddressedBlock,
  parent: HclBlock,
  given: HclAttribute | undefined,
): Edit {
  if (given) return { range: given.value.range, text: safe };
  const steps = parent === block ? row.path : row.path.slice(-1);
  const lines = nested(steps, safe);
  return insertLines(document.source, parent, lines);
}

function nested(path: readonly string[], safe: string): readonly string[] {
  const [step = '', ...rest] = path;
  if (rest.length === 0) return [`${step} = ${safe}`];
  return [`${step} {`, ...nested(rest, safe).map((line) => `  ${line}`), '}'];
}
