import { blocksOf, type HclBlock } from '../../../documents/terraform.ts';
import type { Edit } from '../../../types.ts';
import type { AddressedBlock } from '../modules/addressed-blocks.ts';
import { insertLines } from '../modules/insert-lines.ts';
import type { Protection } from './protections.ts';

/** The edits that give a resource of the head a protection back, written as the base had it. */
export function restoreProtection(
  before: AddressedBlock,
  after: AddressedBlock,
  old: Protection,
  now: Protection,
): readonly Edit[] {
  const { source } = after.document;
  const path = after.document.path;
  if (now.given) return [{ path, range: now.given.value.range, text: old.given ? textOf(before, old) : now.safe }];
  if (old.name !== 'prevent_destroy')
    return old.given ? [{ path, ...insertLines(source, after.block, [`${old.name} = ${textOf(before, old)}`]) }] : [];
  const [lifecycle] = blocksOf(after.block, 'lifecycle');
  if (lifecycle) return [{ path, ...insertLines(source, lifecycle, [`prevent_destroy = ${old.safe}`]) }];
  const [was] = blocksOf(before.block, 'lifecycle');
  return was ? [{ path, ...insertLines(source, after.block, linesOf(was, before.document.source)) }] : [];
}

function textOf({ document }: AddressedBlock, { given, safe }: Protection): string {
  return given ? document.source.slice(given.value.range.start, given.value.range.end) : safe;
}

/** A block as lines, its own indentation taken off. */
function linesOf(block: HclBlock, source: string): readonly string[] {
  const lineStart = source.lastIndexOf('\n', block.range.start - 1) + 1;
  const indent = source.slice(lineStart, block.range.start);
  const lines = source.slice(block.range.start, block.range.end).split(/\r?\n/);
  return lines.map((line, i) => (i > 0 && line.startsWith(indent) ? line.slice(indent.length) : line));
}
