import type { ProjectSide } from '../types.ts';

/** Whether a file is there and could not be read as what it is: what was found in it before may still be in it. */
export function isUnread({ documents }: ProjectSide, path: string): boolean {
  return documents.get(path)?.problems.some(({ severity }) => severity !== 'partial') ?? false;
}
