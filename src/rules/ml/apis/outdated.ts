import type { Range } from '../../../types.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';
import type { Distribution } from '../versions/known-range.ts';
import type { Version } from '../versions/version.ts';

/** What became of something that a library had. */
export interface Fate {
  /** The first version without it; absent where it is deprecated and still there. */
  readonly gone?: Version;
  /** The first version that has what takes its place; absent where every version in use has it. */
  readonly since?: Version;
  /** The dotted name, keyword or method that takes its place as it is. */
  readonly to?: string;
  /** What to do, as a sentence; absent where `to` says it all. */
  readonly advice?: string;
}

/** A keyword argument that is no longer taken. */
export interface OutdatedKeyword extends Fate {
  /** What takes it, by its resolved name. */
  readonly callee: RegExp;
  readonly keyword: string;
}

/** A method or attribute of objects that a variable holds. */
export interface OutdatedMember extends Fate {
  /** What the variable was assigned from, by its resolved name. */
  readonly receiver: RegExp;
  readonly member: string;
}

/** Somewhere the code relies on it. */
export interface Use extends Fate {
  /** What is used, as people call it: a dotted name, `f(keyword=)`. */
  readonly name: string;
  readonly functionName: string;
  /** In the unit. */
  readonly range: Range;
  /** Why it matters, where it is worse or milder than an error. */
  readonly why?: string;
  /** The text that puts `to` in its place. */
  readonly edit?: { readonly range: Range; readonly text: string };
}

/** What newer versions of a library no longer have. */
export interface Library extends Distribution {
  /** The beginning of the ids of its rules. */
  readonly id: string;
  /** Its name, for people. */
  readonly title: string;
  /** The first segments of what it is imported as. */
  readonly imports: readonly string[];
  /** By dotted name after imports; the name of a module or class is also that of all it holds. */
  readonly names: ReadonlyMap<string, Fate>;
  readonly keywords: readonly OutdatedKeyword[];
  readonly members: readonly OutdatedMember[];
  /** Uses of other forms. */
  readonly others?: (unit: PythonUnit) => Iterable<Use>;
  /** The first version that can be installed where the code is as it is: what it imports may tell. */
  readonly atLeast?: (unit: PythonUnit) => Version | undefined;
  /** Ids under which other analyzers know uses of what is gone, and of what is deprecated. */
  readonly aliases: {
    readonly gone: Readonly<Record<string, readonly string[]>>;
    readonly deprecated: Readonly<Record<string, readonly string[]>>;
  };
}
