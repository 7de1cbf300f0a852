/**
 * Whether a path of the repository matches a glob. `*` and `?` stay within one folder, `**` crosses folders,
 * a trailing `/` means everything below. Case counts; there is no negation. Runs in bounded time for any glob:
 * no regular expression is built from it.
 */
export function matchPath(glob: string, path: string): boolean {
  const trimmed = glob.replace(/^\.?\//, '');
  const pattern = trimmed.endsWith('/') ? `${trimmed}**` : trimmed;
  return matchFolders(pattern.split('/'), path.split('/'));
}

/** Compares folder by folder; row `reach[j]` says whether the globs so far match the first j names. */
function matchFolders(globs: readonly string[], names: readonly string[]): boolean {
  let reach = [true, ...names.map(() => false)];
  for (const glob of globs) {
    const next = names.map(() => false);
    if (glob === '**') {
      const first = reach.indexOf(true);
      reach = reach.map((_, j) => first !== -1 && j >= first);
      continue;
    }
    names.forEach((name, j) => {
      next[j] = reach[j] === true && matchName(glob, name);
    });
    reach = [false, ...next];
  }
  return reach.at(-1) === true;
}

/** One name against one glob: on a mismatch, the last `*` takes one character more. */
function matchName(glob: string, name: string): boolean {
  let g = 0;
  let n = 0;
  let star = -1;
  let retry = 0;
  while (n < name.length) {
    if (glob[g] === '*') {
      star = g++;
      retry = n;
    } else if (glob[g] === '?' || glob[g] === name[n]) {
      g++;
      n++;
    } else if (star !== -1) {
      g = star + 1;
      n = ++retry;
    } else {
      return false;
    }
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
