import type { Range, SourceComment } from '../../types.ts';

/** One line `option = value` of .dvc/config. */
export interface DvcSetting {
  /** As in `remote "storage"`. */
  readonly section: string;
  readonly option: string;
  readonly value: string;
  /** The option, without its value. */
  readonly range: Range;
}

const LINE =
  /^[ \t]*(?:\[['"]?(?<section>[^\]\n]*?)['"]?\]|(?<option>[\w-]+)[ \t]*=[ \t]*(?<value>[^\n]*)|(?<comment>[#;][^\n]*))/gm;

/** Reads .dvc/config, an INI file (https://dvc.org/doc/user-guide/project-structure/configuration). */
export function readConfig(source: string): {
  readonly settings: readonly DvcSetting[];
  readonly comments: readonly SourceComment[];
} {
  const settings: DvcSetting[] = [];
  const comments: SourceComment[] = [];
  let section = '';
  for (const { 0: line, index, groups = {} } of source.matchAll(LINE)) {
    const start = index + line.length - line.trimStart().length;
    const { option, comment } = groups;
    if (comment !== undefined) comments.push({ text: comment, range: { start, end: start + comment.length } });
    else if (option === undefined) section = groups.section ?? '';
    else {
      const value = (groups.value ?? '').trim();
      settings.push({ section, option, value, range: { start, end: start + option.length } });
    }
  }
  return { settings, comments };
}
