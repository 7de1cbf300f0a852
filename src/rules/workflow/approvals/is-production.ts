/** How people call environments that serve real users. */
const PRODUCTION = /(^|[^a-z])(prod|production|prd|live|main|release|public|pypi|npm|registry)([^a-z]|$)/i;

/** Whether an environment serves real users, by its name. */
export function isProduction(name: string): boolean {
  return PRODUCTION.test(name);
}
