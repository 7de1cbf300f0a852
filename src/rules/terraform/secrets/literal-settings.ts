import type { HclBlock, HclExpression } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';

/** A name in the code with a text that is written out. */
export interface LiteralSetting {
  readonly name: string;
  /** Of the name: the text itself is never shown. */
  readonly range: Range;
  readonly text: string;
  /** The names of what it stands in. */
  readonly within: readonly string[];
}

/** Every attribute and key of a block, however deep, whose value is a text. Unknown parts of templates are left out. */
export function* literalSettings(block: HclBlock, within: readonly string[] = []): Generator<LiteralSetting> {
  for (const { name, nameRange, value } of block.attributes) yield* settingsIn(name, nameRange, value, within);
  for (const inner of block.blocks) yield* literalSettings(inner, [...within, inner.type]);
}

function* settingsIn(
  name: string,
  range: Range,
  value: HclExpression,
  within: readonly string[],
): Generator<LiteralSetting> {
  if (value.kind === 'literal' && typeof value.value === 'string') yield { name, range, text: value.value, within };
  if (value.kind === 'template') {
    const text = value.parts.map((part) => (part.kind === 'literal' ? String(part.value) : '${}')).join('');
    yield { name, range, text, within };
  }
  if (value.kind === 'object') {
    for (const entry of value.entries) {
      if (entry.name !== undefined) yield* settingsIn(entry.name, entry.key.range, entry.value, [...within, name]);
    }
  }
  if (value.kind === 'list') for (const item of value.items) yield* settingsIn(name, range, item, within);
  if (value.kind === 'call') for (const argument of value.args) yield* settingsIn(name, range, argument, within);
}
