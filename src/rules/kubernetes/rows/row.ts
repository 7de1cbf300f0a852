import type { Container } from '../../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Confidence, Domain, Severity, Strictness } from '../../../types.ts';

/** A rule as data: rules about pods that differ only in a field and its values. `row-rule.ts` makes rules of rows. */
export interface PodRow {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** `certain` where nothing is said. */
  readonly confidence?: Confidence;
  /** `regular` where nothing is said. */
  readonly strictness?: Strictness;
  readonly domain: Domain;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** What has the field: each container, the pod spec, or the object that makes pods. */
  readonly of: 'container' | 'pod' | 'object';
  /** Only objects of these kinds. */
  readonly kinds?: ReadonlySet<string>;
  /** Where the field may stand, from there; `*` is every item of a list. */
  readonly paths: readonly [Path, ...Path[]];
  /** Before there was a field an annotation of the pod said it: its name, up to that of the container. */
  readonly annotation?: string;
  /** What the pod spec says at the same path holds for containers that do not say it themselves. */
  readonly inherited?: true;
  /** Values that are wrong; without it none is. */
  readonly wrong?: Test;
  /** The field must be there, at one of its places. */
  readonly required?: true;
  /** Where one of these holds nothing is said. */
  readonly unless?: readonly Trait[];
  /** Where it is mostly there for a reason it weighs less. */
  readonly eased?: { readonly where: Trait; readonly severity: Severity };
  /** One finding for each place, however many values are wrong. */
  readonly once?: true;
  /** Second and third part of the message. */
  readonly why: string;
  readonly remedy: string;
  /** Takes the place of a wrong value, or of the field's name. */
  readonly fix?: { readonly value: string } | { readonly name: string };
}

export type Path = readonly [string, ...string[]];

export type Test =
  | { readonly is: readonly string[] }
  | { readonly isNot: ReadonlySet<string> }
  /** Both ends belong to it. */
  | { readonly from: number; readonly to: number }
  /** A list, of texts or of things with names, that has none of these groups as a whole. */
  | { readonly lacks: readonly [readonly [string, ...string[]], ...(readonly string[])[]] }
  | { readonly unlike: RegExp }
  | { readonly isSet: true };

/** What a row looks at. */
export interface Place {
  readonly object: KubernetesObject;
  /** The spec of its pods. */
  readonly spec: YamlMap;
  readonly container?: Container;
  /** Where its paths begin. */
  readonly node: YamlMap;
  /** `Deployment/api`, with the container's name behind it for a container. */
  readonly key: string;
}

/** Something that is true or false of a place. */
export type Trait = (place: Place) => boolean;
