/** The folder of a repository path; the empty string for the root. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Joins a folder and a relative path, resolving `.` and `..`; undefined when it leaves the repository. */
export function joinPath(directory: string, relative: string): string | undefined {
  const parts: string[] = [];
  for (const part of [...directory.split('/'), ...relative.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The folder itself and all above it, nearest first. */
export function ancestorsOf(directory: string): string[] {
  const parts = directory === '' ? [] : directory.split('/');
  return [...parts.map((_, i) => parts.slice(0, parts.length - i).join('/')), ''];
}
