import type { HclValue } from '../../../documents/terraform.ts';
import type { Confidence, Domain, Severity, Strictness } from '../../../types.ts';
import type { Opening } from './port-exposure.ts';

/**
 * A rule as data: rules that differ only in a resource type, an attribute and a safe value. The format is described in
 * docs/terraform-rows.md; `row-rule.ts` makes rules of rows. Their pages stand in pages/.
 */
export type Row = AttributeRow | PresenceRow | BlockRow | IngressRow;

interface RowBase {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly domain: Domain;
  /** `certain` where nothing is said; a value that comes from a variable's default is `likely` at most. */
  readonly confidence?: Confidence;
  /** `regular` where nothing is said; `pedantic` where most teams do not want it. */
  readonly strictness?: Strictness;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Second and third part of the message. */
  readonly why: string;
  readonly remedy: string;
}

/** Where in which resources to look. */
interface Placed {
  readonly resources: readonly string[];
  /** Blocks that the path begins behind, by resource type, where types keep the same thing in different places. */
  readonly behind?: Readonly<Record<string, readonly string[]>>;
}

/** An attribute of a resource that must, or must not, have a value. */
export interface AttributeRow extends RowBase, Placed {
  readonly type: 'attribute';
  /** Names of the nested blocks that lead to it, and its own: `['versioning_configuration', 'status']`. */
  readonly path: Path;
  /** Other names that the attribute has, or had in older versions of the provider. */
  readonly orNamed?: readonly string[];
  /** Other places in the same resource that must have the value; they count only where their block is there. */
  readonly orPaths?: readonly Path[];
  readonly must: Must;
  /**
   * What the provider takes where the attribute, or a block on the way to it, is missing. `unsafe-in-block`: only where
   * the block is there; `unsafe-without-block`: only where it is not.
   */
  readonly absent: 'safe' | 'unsafe' | 'unsafe-in-block' | 'unsafe-without-block';
  /** How bad it is where it is missing; absent: as bad as a wrong value. */
  readonly absentSeverity?: Severity;
  /** How sure it is where it is missing: less where the provider changed its mind from one version to another. */
  readonly absentConfidence?: Confidence;
  /** Types of which it is to be expected, and how it counts there. */
  readonly expected?: {
    readonly of: readonly string[];
    readonly severity: Severity;
    readonly confidence: Confidence;
  };
  /** Only where this holds. */
  readonly when?: Condition;
  /** Not where one of these holds, or may hold. */
  readonly unless?: readonly Condition[];
  /** Types that do the same for a resource from outside: where the module has one of them, absence says nothing. */
  readonly unlessBeside?: readonly string[];
  /** Not where the resource that an attribute refers to is so, or may be. */
  readonly unlessVia?: { readonly attribute: string; readonly holds: Condition };
  /** HCL text that makes it safe; without it there is no fix. */
  readonly safe?: string;
}

export type Path = readonly [string, ...string[]];

/** An attribute with one of these values, where `undefined` stands for its absence; without values: it, or the block, is there. */
export interface Condition {
  readonly path: Path;
  readonly oneOf?: readonly (HclValue | undefined)[];
  /** A list that has one of these texts, or a text that is one of them. */
  readonly having?: readonly string[];
  /** A regular expression that all of its texts match, as far as they are written out; then what is not known does not match. */
  readonly matching?: string;
}

/** A resource, or a block in it, that should not be there. */
export interface PresenceRow extends RowBase, Placed {
  readonly type: 'presence';
  /** Names of the nested blocks; absent: the resource itself. */
  readonly path?: Path;
  readonly when?: Condition;
  /** It is fine beside one of these, which do for it what it cannot do itself; asked only where the module is known as a whole. */
  readonly unlessBeside?: readonly [string, ...string[]];
}

/**
 * Nested blocks that have a name and a value, or grant something to somebody: one in which all conditions hold should not
 * be there.
 */
export interface BlockRow extends RowBase, Placed {
  readonly type: 'block';
  /** Names of the nested blocks; absent: the resource itself. */
  readonly path?: Path;
  /** Of attributes of the block. */
  readonly all: readonly [Condition, ...Condition[]];
  /** What is so where no block meets the first condition. */
  readonly absent: 'safe' | 'unsafe';
  /** Only in resources where this holds. */
  readonly when?: Condition;
}

export type Must =
  | { readonly be: readonly HclValue[] }
  | { readonly notBe: readonly HclValue[] }
  /** Of a list or a text. */
  | { readonly notContain: readonly string[] }
  | { readonly contain: readonly string[] }
  | { readonly containOneOf: readonly string[] }
  /** A regular expression for a text, or each text of a list. */
  | { readonly notMatch: string }
  | { readonly match: string }
  /** Numbers; a unit behind them does not count: `7776000s`. */
  | { readonly beAtLeast: number }
  | { readonly beAtMost: number }
  /** Anything but an empty text. */
  | { readonly beSet: true };

/** A firewall: its rules must not let everybody in. */
export interface IngressRow extends RowBase {
  readonly type: 'ingress';
  /** Which openings it speaks of; to the whole internet each has a row of its own. */
  readonly openings: readonly Opening[];
  /** Whom it lets in: the whole internet where nothing is said, or the addresses of some network out there. */
  readonly to?: 'network';
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
