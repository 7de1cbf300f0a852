import type { PythonArgument } from '../../../documents/python.ts';

/** A revision that can move: absent, a branch or a tag. Commits do not, and what is computed is not known. */
export function isMovable(revision: PythonArgument | undefined): boolean {
  if (!revision) return true;
  const { value } = revision.value;
  if (value === null) return true;
  return typeof value === 'string' && !/^[0-9a-f]{7,64}$/.test(value);
}

/** `owner/name` as hubs write it; not a path. */
export function isHubName(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/.test(text);
}
