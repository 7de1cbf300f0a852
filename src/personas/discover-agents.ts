/** Where people keep agent files. */
const USUAL_PLACES = /^\.(?:github|claude)\/agents\/[^/\n\r]{1,200}\.md$/i;

/** More agent files than these are not looked at. */
const MOST = 40;

/** The agent files of a repository that nobody named, in the order of their paths. `tree`: its paths. */
export function discoverAgents(tree: ReadonlySet<string> | 'unknown', named: readonly string[]): readonly string[] {
  if (tree === 'unknown') return [];
  return [...tree]
    .filter((path) => USUAL_PLACES.test(path) && !/\/readme\.md$/i.test(path) && !named.includes(path))
    .sort()
    .slice(0, MOST);
}
