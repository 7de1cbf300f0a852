import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** The script that an interpreter starts, or one that is started as it is; behind options that take no value of their own. */
const STARTED =
  /^(?:(?:\w+=\S*[ \t]+)*(?:python[\d.]*|bash|sh|Rscript|papermill)(?:[ \t]+-[uOBEIsSvxe]+)*[ \t]+|\.\/)["']?([\w./-]+\.(?:py|sh|R|ipynb))["']?(?=\s|$)/;
/** Another folder, or files that come into being on the way. */
const MOVES =
  /\b(cd|pushd|git|wget|curl|nbconvert|jupytext|tar|unzip|cp|mv|dvc|aws|gsutil|gcloud|az|rclone|make|cat|tee|echo|envsubst)\b|>/;

const MAX_COMMANDS = 200;

/** The scripts that a command starts, as they are written; none where the command changes what is there. */
export function startedScripts(
  command: YamlScalar,
  source: string,
): readonly { readonly path: string; readonly range: Range }[] {
  if (MOVES.test(command.text)) return [];
  const parts = command.text.split(/&&|\|\||[;|\n]/).slice(0, MAX_COMMANDS);
  const scripts = new Set(parts.flatMap((part) => STARTED.exec(part.trim())?.[1] ?? []));
  const { start, end } = command.contentRange;
  const written = source.slice(start, end);
  return [...scripts].flatMap((path) => {
    const at = written.indexOf(path);
    const range = at < 0 ? command.range : { start: start + at, end: start + at + path.length };
    return path.startsWith('/') ? [] : [{ path, range }];
  });
}
