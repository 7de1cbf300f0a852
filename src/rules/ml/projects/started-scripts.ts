import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** The script that an interpreter starts, or one that is started as it is; behind options that take no value of their own. */
const STARTED =
  /^(?:(?:\w+=\S*[ \t]+)*(?:python[\d.]*|bash|sh|Rscript|papermill)(?:[ \t]+-[uOBEIsSvxe]+)*[ \t]+|\.\/)["']?([\w./-]+\.(?:py|sh|R|ipynb))["']?(?=\s|$)/;
/** Another folder, or files that come into being on the way. */
const MOVES =
  /\b(cd|pushd|git|wget|curl|nbconvert|jupytext|tar|unzip|cp|mv|dvc|aws|gsutil|gcloud|az|rclone|make|cat|tee|echo|envsubst)\b|>/;

/** The scripts that a command starts, as they are written; none where the command changes what is there. */
export function startedScripts(
  command: YamlScalar,
  source: string,
): readonly { readonly path: string; readonly range: Range }[] {
  if (MOVES.test(command.text)) return [];
  const scripts = command.text.split(/&&|\|\||[;|\n]/).flatMap((part) => STARTED.exec(part.trim())?.[1] ?? []);
  return [...new Set(scripts)].flatMap((path) => {
    const start = source.indexOf(path, command.contentRange.start);
    const found = start >= 0 && start + path.length <= command.contentRange.end;
    return path.startsWith('/') ? [] : [{ path, range: found ? { start, end: start + path.length } : command.range }];
  });
}
