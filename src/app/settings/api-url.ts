import { type Variable, variable } from './variable.ts';

/**
 * Root of the REST API, in one of its three forms: `https://api.github.com`, `https://HOST/api/v3` on Enterprise
 * Server, `https://api.SUBDOMAIN.ghe.com` with data residency. Octokit makes GraphQL's address of it.
 */
export function apiUrl(fallback: string): Variable<string> {
  return variable('the root of a GitHub API', read, {
    fallback,
    why: 'Every request would fail.',
    set: 'Leave it out for github.com; set https://HOST/api/v3 for Enterprise Server, https://api.SUBDOMAIN.ghe.com with data residency. Nothing follows these.',
  });
}

function read(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, hostname, pathname, search, hash, origin } = new URL(text);
  const path = pathname.replace(/\/+$/, '');
  if (!/^https?:$/.test(protocol) || username !== '' || search !== '' || hash !== '') return undefined;
  return pathFits(hostname, path, protocol) ? `${origin}${path}` : undefined;
}

function pathFits(hostname: string, path: string, protocol: string): boolean {
  if (hostname === 'github.com' || hostname === 'www.github.com') return false;
  if (hostname === 'api.github.com') return path === '';
  if (hostname.endsWith('.ghe.com')) return hostname.startsWith('api.') && path === '';
  if (path === '/api/v3') return true;
  // Enterprise Server has its API below a path; what has none is a proxy or a test on a network of one's own.
  return path === '' && (protocol === 'http:' || hostname.startsWith('api.'));
}
