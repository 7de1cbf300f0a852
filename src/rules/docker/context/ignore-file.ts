import { type DockerignoreDocument, ignoreFilesOf } from '../../../documents/dockerignore.ts';
import type { Need, RuleContext } from '../../../types.ts';

/** What has to be read to know it. */
export function ignoreFileNeeds(dockerfile: string): readonly Need[] {
  return ignoreFilesOf(dockerfile).map((path) => ({ path }));
}

/**
 * What a build of the Dockerfile leaves out. A `.dockerignore` counts at the root of what is sent to the builder, which is
 * taken to be the Dockerfile's own folder. Undefined where there is none, or none that was read.
 */
export function ignoreFileOf(dockerfile: string, context: RuleContext): DockerignoreDocument | undefined {
  const path = ignoreFilesOf(dockerfile).find((one) => context.exists(one) !== false);
  const document = path === undefined ? undefined : context.document(path);
  return document?.kind === 'dockerignore' ? (document as DockerignoreDocument) : undefined;
}
