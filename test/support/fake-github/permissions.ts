import type { FakeState } from './state.ts';

export type Level = 'read' | 'write';
export type Permissions = Readonly<Record<string, Level>>;

/** What a route takes, the first that fits. From GitHub's "Permissions required for GitHub Apps", November 2026. */
const NEEDED: readonly (readonly [route: RegExp, permission: string, level: Level])[] = [
  [/^GET \/orgs\/\S+\/memberships/, 'members', 'read'],
  [/^GET \S+\/activity$/, 'contents', 'read'],
  [/^(POST|PATCH) \S+\/check-runs/, 'checks', 'write'],
  [/^GET \S+\/check-runs/, 'checks', 'read'],
  [/^(POST|PATCH) \S+\/(pulls|issues)\//, 'pull_requests', 'write'],
  [/^GET \S+\/(pulls|issues)\b/, 'pull_requests', 'read'],
  [/^GET \S+\/(git|compare|commits|contents)\//, 'contents', 'read'],
];

/** What is wrong with using a token on a route; undefined when nothing is. */
export function permissionViolation(state: FakeState, authorization: string, route: string): string | undefined {
  const [, permission = '', level = 'read'] = NEEDED.find(([pattern]) => pattern.test(route)) ?? [];
  if (permission === '' || may(permissionsOf(state, authorization), permission, level)) return undefined;
  return `${route} takes ${permission}: ${level}, which the token has not`;
}

export function may(granted: Permissions, permission: string, level: Level): boolean {
  return granted[permission] === 'write' || granted[permission] === level;
}

/** The permissions of a token that was minted; of any other, those of the installation. */
export function permissionsOf(state: FakeState, authorization: string): Permissions {
  return state.tokens.get(authorization.replace(/^(token|bearer) /i, '')) ?? state.granted;
}

/** Whether GitHub no longer takes a token. */
export function isExpired(state: FakeState, authorization: string): boolean {
  return state.expired.has(authorization.replace(/^(token|bearer) /i, ''));
}
