/** Files that change what others declare: `override.tf`, `west_override.tf`. */
export function isOverride(path: string): boolean {
  return /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(path);
}
