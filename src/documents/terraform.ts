import type { Document, ParseProblem, Range, Side, SourceComment } from '../types.ts';
import { parseBody } from './terraform/parse-body.ts';
import { parseTerraformJson } from './terraform/parse-json.ts';

export { evaluate, type HclScope, type HclValue, type Known } from './terraform/evaluate.ts';
export { expressions, type HclNode } from './terraform/expressions.ts';
export { calls, references } from './terraform/references.ts';

export type TerraformDocument = Document<'terraform', TerraformView>;

export interface TerraformView {
  /** Top-level blocks, in order. */
  readonly blocks: readonly HclBlock[];
  /** Top-level attributes: what a `.tfvars` file consists of. */
  readonly attributes: readonly HclAttribute[];
}

export interface HclBlock {
  /** `resource`, `module`, `lifecycle`... */
  readonly type: string;
  readonly typeRange: Range;
  /** Ranges are of the text inside the quotes. */
  readonly labels: readonly { readonly text: string; readonly range: Range }[];
  readonly range: Range;
  /** From the type to the last label. */
  readonly headerRange: Range;
  /** Between the braces. */
  readonly bodyRange: Range;
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

export interface HclAttribute {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly value: HclExpression;
}

export interface HclObjectEntry {
  /** The key where it stands in the text as a name or a plain string. */
  readonly name?: string;
  readonly key: HclExpression;
  readonly value: HclExpression;
  readonly range: Range;
}

export type HclExpression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly range: Range }
  /** Text parts are literals; `%{ if }` and `%{ for }` are `unknown` parts. */
  | {
      readonly kind: 'template';
      readonly parts: readonly HclExpression[];
      readonly heredoc: boolean;
      /** `<<-`: the common indentation does not count. */
      readonly indented: boolean;
      readonly range: Range;
    }
  | { readonly kind: 'list'; readonly items: readonly HclExpression[]; readonly range: Range }
  | { readonly kind: 'object'; readonly entries: readonly HclObjectEntry[]; readonly range: Range }
  /** `path` has `*` for a splat, the text of a literal index, and `?` for a computed index, which is in `indexes`. */
  | {
      readonly kind: 'reference';
      readonly path: readonly string[];
      readonly indexes: readonly HclExpression[];
      readonly range: Range;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameRange: Range;
      readonly args: readonly HclExpression[];
      readonly range: Range;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: HclExpression;
      readonly whenTrue: HclExpression;
      readonly whenFalse: HclExpression;
      readonly range: Range;
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: HclExpression;
      readonly right: HclExpression;
      readonly range: Range;
    }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: HclExpression; readonly range: Range }
  | {
      readonly kind: 'for';
      readonly names: readonly string[];
      readonly collection: HclExpression;
      /** Absent for a list. */
      readonly key?: HclExpression;
      readonly value: HclExpression;
      readonly condition?: HclExpression;
      readonly range: Range;
    }
  /** Anything else, with the expressions inside it: `f(x).name`, template directives. */
  | { readonly kind: 'unknown'; readonly children: readonly HclExpression[]; readonly range: Range };

/**
 * Reads a `.tf` or `.tfvars` file; the `hcl` grammar must be loaded. Never throws for a text: what is not valid
 * is in `problems`, and the blocks around it are still there.
 */
export function parseTerraform(path: string, side: Side, source: string): TerraformDocument {
  const make = (view: TerraformView, comments: readonly SourceComment[], problems: readonly ParseProblem[]) =>
    ({ kind: 'terraform', path, side, source, view, comments, problems }) as const;
  if (path.endsWith('.json')) {
    const { blocks, attributes, problems } = parseTerraformJson(source, path.endsWith('.tfvars.json'));
    return make({ blocks, attributes }, [], problems);
  }
  const { body, comments, problems } = parseBody(source);
  return make(body, comments, problems);
}

/** The attribute of a block or file with this name, if it is set. */
export function attribute(of: Pick<HclBlock, 'attributes'>, name: string): HclAttribute | undefined {
  return of.attributes.find((one) => one.name === name);
}

/** The blocks of a type directly inside a block or file, as `blocksOf(resource, 'lifecycle')`. */
export function blocksOf(of: Pick<HclBlock, 'blocks'>, type: string): readonly HclBlock[] {
  return of.blocks.filter((one) => one.type === type);
}
