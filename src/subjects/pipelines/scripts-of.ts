import { joinPath } from '../directory-of.ts';

/** Repository paths of the scripts that a command names, which runs in `directory`. */
export function scriptsOf(command: string, directory: string): string[] {
  const words = command.split(/[\s;|&]+/).map((word) => word.replace(/^["']|["']$/g, ''));
  const files = words.filter((word) => /\.(py|ipynb|sh|R)$/.test(word));
  const modules = [...command.matchAll(/python3?\s+-m\s+([\w.]+)/g)].map(
    (match) => `${(match[1] ?? '').replaceAll('.', '/')}.py`,
  );
  return [...files, ...modules].map((file) => joinPath(directory, file)).filter((path) => path !== undefined);
}
