import type { Uses } from '../../../documents/workflow/uses.ts';
import type { Project } from '../../../types.ts';

/** Who owns the repository under review, in lower case; empty where only its folder is known. */
export function repositoryOwner({ change }: Project): string {
  const [owner = '', name] = change.repository.toLowerCase().split('/');
  return name === undefined ? '' : owner;
}

/** Whether an action or workflow belongs to whoever owns the repository under review. */
export function isOwnAction({ repository }: Uses, project: Project): boolean {
  const owner = repositoryOwner(project);
  return owner !== '' && repository.toLowerCase().startsWith(`${owner}/`);
}
