import type { HclValue } from '../../../documents/terraform.ts';
import type { Confidence, Domain, Severity } from '../../../types.ts';

/**
 * A rule as data: rules that differ only in a resource type, an attribute and a safe value. The format is described in
 * docs/terraform-rows.md; `row-rule.ts` makes rules of rows, `row-page.ts` their pages.
 */
export type Row = AttributeRow | IngressRow;

interface RowBase {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly domain: Domain;
  /** `certain` where nothing is said; a value that comes from a variable's default is `likely` at most. */
  readonly confidence?: Confidence;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Paragraphs of the page, before the examples. */
  readonly about: string;
  /** Second and third part of the message. */
  readonly why: string;
  readonly remedy: string;
  /** The first one becomes the first good one by the fixes, where the row has an edit. */
  readonly bad: readonly [Example, ...Example[]];
  readonly good: readonly [Example, ...Example[]];
  readonly whenNot: string;
  readonly references: readonly [string, ...string[]];
}

/** One file, flagged lines marked with ` ◀`. */
export interface Example {
  /** What is shown; required for all but the first of a section. */
  readonly note?: string;
  readonly text: string;
  /** The same file before the change. */
  readonly base?: string;
}

/** An attribute of a resource that must, or must not, have a value. */
export interface AttributeRow extends RowBase {
  readonly type: 'attribute';
  readonly resources: readonly string[];
  /** Names of the nested blocks that lead to it, and its own: `['versioning_configuration', 'status']`. */
  readonly path: readonly [string, ...string[]];
  readonly must: Must;
  /** What the provider takes where the attribute, or a block on the way to it, is missing. */
  readonly absent: 'safe' | 'unsafe';
  /** Only where this attribute of the resource has one of these values. */
  readonly when?: { readonly path: readonly [string, ...string[]]; readonly oneOf: readonly HclValue[] };
  /** HCL text that makes it safe; without it there is no fix. */
  readonly safe?: string;
}

export type Must =
  | { readonly be: readonly HclValue[] }
  | { readonly notBe: readonly HclValue[] }
  /** Of a list or a text. */
  | { readonly notContain: readonly string[] }
  | { readonly beAtLeast: number };

/** A firewall: its rules must not let everybody in. */
export interface IngressRow extends RowBase {
  readonly type: 'ingress';
  readonly shapes: readonly IngressShape[];
}

/** How one resource type writes a rule. */
export interface IngressShape {
  readonly resource: string;
  /** The blocks that hold one rule each; absent: the resource is the rule. */
  readonly block?: string;
  /** Attributes that must have one of these values (in any case), or be absent where `undefined` is among them. */
  readonly when: Readonly<Record<string, readonly (HclValue | undefined)[]>>;
  /** Attributes with addresses, a text or a list. */
  readonly sources: readonly string[];
  readonly ports: PortShape;
}

export type PortShape =
  | { readonly style: 'pair'; readonly from: string; readonly to: string; readonly protocol: string }
  | { readonly style: 'ranges'; readonly ranges: readonly string[]; readonly protocol: string }
  /** Nested blocks, each with a protocol and a list of ranges; no list is all ports. */
  | { readonly style: 'blocks'; readonly block: string; readonly ranges: string; readonly protocol: string };
