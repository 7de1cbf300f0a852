import type { YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** Programs that make a cluster. */
export type Program = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'etcd' | 'kubelet';

/** A value that a program is given, and how it is written there. */
export interface Setting {
  readonly text: string;
  readonly range: Range;
  /** `--profiling=true`, or `readOnlyPort: 10255`. */
  readonly said: string;
}

/** A part of a cluster as a manifest starts or configures it. */
export interface Component {
  readonly program: Program;
  readonly key: string;
  /** Beginning of a sentence: what starts or configures it. */
  readonly subject: string;
  readonly flags: ReadonlyMap<string, Setting>;
  /** Where fields of a configuration file take the place of flags. */
  readonly config?: YamlMap;
  /** Nothing else is known to give it settings, so that what is not here is not set. */
  readonly isWhole: boolean;
  /** Where something that is missing is told. */
  readonly place: Range;
}

/** The program that a word of a command starts, if it is a part of a cluster. */
export function programOf(word: string): Program | undefined {
  const name = word.slice(word.lastIndexOf('/') + 1);
  return PROGRAMS.find((program) => program === name);
}

const PROGRAMS: readonly Program[] = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'];
