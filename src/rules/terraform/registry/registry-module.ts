import type { HclBlock } from '../../../documents/terraform.ts';

/** What is known of a module of the public registry: which resources its inputs end up in, under the same names. */
export interface RegistryModule {
  /** `namespace/name/provider` */
  readonly source: string;
  readonly makes: readonly Made[];
  /** Its `//modules/...` take the same inputs. */
  readonly withSubmodules?: boolean;
}

/** A resource that a module makes. */
export interface Made {
  readonly resource: string;
  /** Inputs that the module hands on as they are, with what it takes where the caller says nothing. */
  readonly inputs: Readonly<Record<string, Absent>>;
  /** Blocks that the module writes from inputs of its own form. */
  readonly blocks?: (call: HclBlock) => readonly HclBlock[];
}

/**
 * `same`: what the provider takes. `unknown`: something else, which is safe or depends on more. A version: the same
 * before it, something else from it on.
 */
export type Absent = 'same' | 'unknown' | { readonly sameBefore: readonly [major: number, minor: number] };
