import { attribute, type HclAttribute, type HclBlock } from '../../../documents/terraform.ts';
import type { TerraformModule } from '../../../subjects/terraform-module.ts';
import type { Edit, Problem, Proof, Range } from '../../../types.ts';
import { quote } from '../../quote.ts';
import { isSwitchedOff, resourcesOf } from '../modules/addressed-blocks.ts';
import { insertLines } from '../modules/insert-lines.ts';
import { type ModuleScope, moduleScope } from '../modules/module-scope.ts';
import { textsIn } from '../modules/text-of.ts';
import { type SettledResource, withRegistryModules } from '../registry/with-registry-modules.ts';
import { holds } from './holds.ts';
import { meets } from './meets.ts';
import { parentsOf } from './parents-of.ts';
import { pathIn } from './path-in.ts';
import type { AttributeRow, Path } from './row.ts';

/** The resources of a module whose attribute is not as the row demands; a proof where all that can be known are. */
export function* attributeProblems(given: AttributeRow, module: TerraformModule): Generator<Problem | Proof> {
  const scope = moduleScope(module);
  const row = besides(given, module);
  const resources = withRegistryModules(module, row.resources).filter(
    ({ block }) => !isSwitchedOff(block, scope) && isMeant(row, block, module, scope),
  );
  const judged = resources.map((resource) => {
    const placed = { ...row, path: pathIn(row, resource.block, row.path) };
    return {
      resource,
      problems: [
        ...judge(placed, resource, scope),
        ...(row.orPaths ?? []).flatMap((path) => judgeElsewhere(placed, path, resource, scope)),
      ],
    };
  });
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

/** Another resource of the module may set what is missing in this one. */
function besides(row: AttributeRow, module: TerraformModule): AttributeRow {
  const hasOther = row.unlessBeside !== undefined && resourcesOf(module, row.unlessBeside).length > 0;
  return hasOther ? { ...row, absent: 'safe' } : row;
}

function isMeant(row: AttributeRow, block: HclBlock, module: TerraformModule, scope: ModuleScope): boolean {
  if (row.when && holds(row.when, block, scope) !== true) return false;
  if (isExemptVia(row, block, module, scope)) return false;
  return (row.unless ?? []).every((one) => holds(one, block, scope) === false);
}

/** The resource that it belongs to decides; an owner that another module or the caller made may be exempt. */
function isExemptVia(
  { unlessVia }: AttributeRow,
  block: HclBlock,
  module: TerraformModule,
  scope: ModuleScope,
): boolean {
  const given = unlessVia && attribute(block, unlessVia.attribute)?.value;
  if (!unlessVia || !given) return false;
  // "${x}" alone is x, as older code writes it.
  const value = (given.kind === 'template' && given.parts.length === 1 && given.parts[0]) || given;
  if (value.kind !== 'reference') return !scope.resolve(value).known;
  const [root = '', ...rest] = value.path;
  if (['var', 'local', 'module', 'data', 'each'].includes(root)) return !scope.resolve(value).known;
  const owner = resourcesOf(module).find((one) => one.address === `${root}.${rest[0]}`);
  return owner !== undefined && holds(unlessVia.holds, owner.block, scope) !== false;
}

function* judge(given: AttributeRow, resource: SettledResource, scope: ModuleScope): Generator<Problem | 'unknown'> {
  const isTold = isToldByAbsence(given, resource);
  const row = isTold ? given : { ...given, absent: absentInCall(given) };
  const { blocks, isDynamic, lacking } = parentsOf(resource.block, row.path);
  const names = [row.path.at(-1) ?? '', ...(row.orNamed ?? [])];
  const isCovered = isElsewhere(row, resource.block);
  if (isDynamic || (!isTold && !isWritten(blocks, names))) yield 'unknown';
  if (!isCovered && (row.absent === 'unsafe' || row.absent === 'unsafe-without-block'))
    for (const { block, path } of lacking) yield problem(row, resource, block, path);
  for (const block of blocks) {
    const written = block.attributes.filter(({ name }) => names.includes(name));
    const isMissing = written.length === 0 && !isCovered && !isBlock(block, names);
    if (isMissing && (row.absent === 'unsafe' || row.absent === 'unsafe-in-block'))
      yield problem(row, resource, block, [names[0] ?? '']);
    for (const one of written) yield* judgeValue(row, resource, block, one, scope);
  }
}

/** What a module leaves out of its resource may be decided inside it. */
function isToldByAbsence({ path }: AttributeRow, { toldByAbsence }: SettledResource): boolean {
  return toldByAbsence === undefined || toldByAbsence.has(path[0]);
}

function isWritten(blocks: readonly HclBlock[], names: readonly string[]): boolean {
  return blocks.some(({ attributes }) => attributes.some(({ name }) => names.includes(name)));
}

/** Where the caller writes the block, what is missing in it counts as it does in the resource. */
function absentInCall({ path, absent }: AttributeRow): AttributeRow['absent'] {
  return path.length > 1 && (absent === 'unsafe' || absent === 'unsafe-in-block') ? 'unsafe-in-block' : 'safe';
}

function* judgeValue(
  row: AttributeRow,
  resource: SettledResource,
  block: HclBlock,
  given: HclAttribute,
  scope: ModuleScope,
): Generator<Problem | 'unknown'> {
  const value = scope.resolve(given.value);
  if (!value.known && isForbidden(row, given, scope)) yield problem(row, resource, block, given);
  else if (!value.known || (value.value === null && value.byDefault)) yield 'unknown';
  else if (value.value === null ? row.absent.startsWith('unsafe') : !meets(value.value, row.must))
    yield { ...problem(row, resource, block, given), ...(value.byDefault ? asDefault(row) : {}) };
}

/** What is written out of a text or list is enough where a part of it must not be there. */
function isForbidden({ must }: AttributeRow, { value }: HclAttribute, scope: ModuleScope): boolean {
  if (!('notMatch' in must) && !('notContain' in must)) return false;
  const texts = textsIn(value, scope).filter((text) => text !== undefined);
  return 'notMatch' in must
    ? texts.some((text) => new RegExp(must.notMatch).test(text))
    : value.kind === 'list' && texts.some((text) => must.notContain.includes(text));
}

/** What a module offers is not yet what somebody runs. */
function asDefault({ severity }: AttributeRow): Pick<Problem, 'confidence' | 'severity'> {
  const isGrave = severity === 'critical' || severity === 'high';
  return { confidence: 'likely', ...(isGrave ? { severity: 'medium' } : {}) };
}

/** One of the other places has it. */
function isElsewhere({ orPaths }: AttributeRow, block: HclBlock): boolean {
  return (orPaths ?? []).some((path) =>
    parentsOf(block, path).blocks.some(({ attributes }) => attributes.some(({ name }) => name === path.at(-1))),
  );
}

function judgeElsewhere(
  { orPaths: _, ...row }: AttributeRow,
  path: Path,
  resource: SettledResource,
  scope: ModuleScope,
): (Problem | 'unknown')[] {
  const absent = row.absent === 'safe' || path.length === 1 ? 'safe' : 'unsafe-in-block';
  return [...judge({ ...row, path, absent }, resource, scope)];
}

/** What a row calls an attribute may be written as a block, also as a dynamic one. */
function isBlock({ blocks }: HclBlock, names: readonly string[]): boolean {
  return blocks.some(({ type, labels }) => names.includes(type === 'dynamic' ? (labels[0]?.text ?? '') : type));
}

/** `found` is the attribute with a wrong value, or the path that is missing in the block. */
function problem(row: AttributeRow, resource: SettledResource, parent: HclBlock, found: HclAttribute | Path): Problem {
  const { document, address } = resource;
  const name = row.path.join('.');
  const given = 'range' in found ? found : undefined;
  const isWritable = given !== undefined || resource.toldByAbsence === undefined || parent !== resource.block;
  const edit = row.safe === undefined || !isWritable ? undefined : safeEdit(row.safe, document.source, parent, found);
  return {
    path: document.path,
    range: given ? rangeOf(given) : parent.headerRange,
    key: `${address}/${name}`,
    ...(given || row.absentSeverity === undefined ? {} : { severity: row.absentSeverity }),
    ...(given || row.absentConfidence === undefined ? {} : { confidence: row.absentConfidence }),
    ...asExpected(row, resource),
    message: {
      what: given
        ? `${quote(address)} has ${quote(document.source.slice(given.range.start, given.range.end))}.`
        : isBlockMissing(row)
          ? `${quote(address)} has no ${quote(row.path.slice(0, -1).join('.'))}.`
          : `${quote(address)} does not set ${quote(name)}.`,
      why: row.why,
      remedy: row.remedy,
    },
    ...(edit ? { fix: { title: `Set ${name} to ${row.safe}`, safety: 'review' as const, edits: [edit] } } : {}),
  };
}

function asExpected({ expected }: AttributeRow, { block }: SettledResource): Pick<Problem, 'confidence' | 'severity'> {
  const isOf = expected?.of.includes(block.labels[0]?.text ?? '') ?? false;
  return expected && isOf ? { severity: expected.severity, confidence: expected.confidence } : {};
}

/** Then the block matters, whatever is in it. */
function isBlockMissing({ absent, path }: AttributeRow): boolean {
  return absent === 'unsafe-without-block' && path.length > 1;
}

/** A text of many lines is shown by its name. */
function rangeOf({ range, nameRange, value }: HclAttribute): Range {
  return value.kind === 'template' && value.heredoc ? nameRange : range;
}

function safeEdit(safe: string, source: string, parent: HclBlock, found: HclAttribute | Path): Edit {
  if ('range' in found) return { range: found.value.range, text: safe };
  return insertLines(source, parent, nested(found, safe));
}

function nested(path: readonly string[], safe: string): readonly string[] {
  const [step = '', ...rest] = path;
  if (rest.length === 0) return [`${step} = ${safe}`];
  return [`${step} {`, ...nested(rest, safe).map((line) => `  ${line}`), '}'];
}
