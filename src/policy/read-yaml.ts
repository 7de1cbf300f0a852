import { load, YAMLException } from 'js-yaml';
import { keyLines, type LineOf } from './key-lines.ts';

/** A settings file as data, and where its keys stand. */
export interface YamlFile {
  readonly value: unknown;
  readonly lineOf: LineOf;
}

/** Reads one YAML document. A file without content has the value `undefined`; a broken one says where and why. */
export function readYaml(text: string): YamlFile | { readonly broken: string; readonly line: number } {
  if (isEmpty(text)) return { value: undefined, lineOf: () => 1 };
  try {
    return { value: load(text) ?? undefined, lineOf: keyLines(text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { broken: error.reason, line: (error.mark?.line ?? 0) + 1 };
  }
}

function isEmpty(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#|$)/.test(line));
}
