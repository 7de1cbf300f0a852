import { openapi } from './openapi.ts';

export interface MatchedRoute {
  /** As in the description: `GET /repos/{owner}/{repo}/pulls`. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Longer routes first: a parameter would also take the words that a longer route means. */
const ROUTES = Object.keys(openapi.operations)
  .toSorted((a, b) => b.length - a.length)
  .map((route) => {
    const [method = '', template = ''] = route.split(' ');
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    return { route, method, names, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`) };
  });

/** The operation that a request means. */
export function matchRoute(method: string, path: string): MatchedRoute | undefined {
  for (const candidate of ROUTES) {
    const found = candidate.method === method ? candidate.pattern.exec(path) : null;
    if (found === null) continue;
    const params = candidate.names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]);
    return { route: candidate.route, params: Object.fromEntries(params) };
  }
  return undefined;
}
