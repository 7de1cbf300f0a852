import type { TerraformDocument } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';

/** One statement of a policy. `undefined` lists are not known. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[] | undefined;
  readonly resources: readonly string[] | undefined;
  /** `NotAction` or `NotResource` is used: the lists say what is meant by leaving it out. */
  readonly isInverted: boolean;
  readonly principals: readonly Principal[] | undefined;
  readonly conditions: readonly PolicyCondition[] | undefined;
  readonly document: TerraformDocument;
  /** Where it stands, as exactly as the text allows. */
  readonly range: Range;
  readonly at: {
    readonly actions: Range;
    readonly resources: Range;
    readonly principals: Range;
    readonly conditions: Range;
  };
}

interface Principal {
  /** `AWS`, `Service`, `Federated`, `*`. */
  readonly type: string;
  readonly id: string;
}

export interface PolicyCondition {
  /** `StringLike`, `ForAnyValue:StringEquals`... */
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[] | undefined;
  readonly range: Range;
}
