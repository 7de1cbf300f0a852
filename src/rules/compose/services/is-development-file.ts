/** What the files that run on the developer's own machine, or in a test, carry in their names. */
const DEVELOPMENT =
  /(^|[._/-])(override|devcontainer|dev|devel|development|local|tests?|testing|e2e|ci|debug)([._/-]|$)/i;

/** Whether a Compose file is for a developer's machine or a test, as far as its path tells. */
export function isDevelopmentFile(path: string): boolean {
  return DEVELOPMENT.test(path);
}
