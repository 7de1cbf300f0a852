import { matchPath } from '../change/match-path.ts';
import type { Policy } from '../types.ts';

/** Whether the settings let the lines of a path be sent to a model: `deny` comes before `allow`. */
export function maySend(path: string, { judge }: Policy): boolean {
  if (judge.deny.some((glob) => matchPath(glob, path))) return false;
  return judge.allow.length === 0 || judge.allow.some((glob) => matchPath(glob, path));
}
