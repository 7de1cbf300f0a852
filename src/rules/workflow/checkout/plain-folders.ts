const WORKSPACE = /\$\{\{\s*github\.workspace\s*\}\}|\$\{GITHUB_WORKSPACE\}/g;
const TEMP = /\$\{\{\s*runner\.temp\s*\}\}|\$\{RUNNER_TEMP\}/g;

/** A text in which the runner's folders are named in one way: `$GITHUB_WORKSPACE` and `$RUNNER_TEMP`. */
export function plainFolders(text: string): string {
  if (!text.includes('${')) return text;
  return text.replace(WORKSPACE, '$GITHUB_WORKSPACE').replace(TEMP, '$RUNNER_TEMP');
}
