/** How a module source is held to a version. */
export type Pin =
  /** Nothing to hold: a folder of the repository. */
  | 'local'
  | 'pinned'
  /** A default branch by name. */
  | { readonly branch: string }
  /** The default branch, or the newest release. */
  | 'unpinned'
  /** In a registry: the version stands beside the source. */
  | 'registry'
  /** An archive or a bucket: the address may hold the version. */
  | 'unknown';

/** Branches that repositories start with. */
const BRANCHES = new Set(['main', 'master', 'default', 'develop', 'development', 'dev', 'trunk', 'head']);

/** Reads a module's `source`. */
export function pinOfSource(source: string): Pin {
  if (/^\.{0,2}\//.test(source) || source === '.' || source === '..') return 'local';
  if (isRepository(source)) return refOf(source);
  // host/namespace/name/provider, the host optional
  if (/^(?:[\w.-]+\.[\w.-]+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/.test(source)) return 'registry';
  return 'unknown';
}

/** A source that is cloned: by git, or by Mercurial. */
export function isRepository(source: string): boolean {
  return (
    /^(git|hg)::/.test(source) ||
    /^(git|ssh):\/\//.test(source) ||
    /^git@/.test(source) ||
    /^(github\.com|bitbucket\.org|gitlab\.com)\//.test(source) ||
    /^https?:\/\/[^?]*\.(git|hg)(\/|\?|$)/.test(source)
  );
}

function refOf(source: string): Pin {
  const [, ref] = /[?&](?:ref|rev)=([^&#]+)/.exec(source) ?? [];
  if (ref === undefined) return 'unpinned';
  return BRANCHES.has(ref.replace(/^refs\/heads\//, '').toLowerCase()) ? { branch: ref } : 'pinned';
}
