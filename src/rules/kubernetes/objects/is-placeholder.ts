/** Text that something fills in before the cluster gets it: `${NAME}`, `<name>`, `__NAME__`, `%NAME%`, `@NAME@`. */
export function isPlaceholder(text: string): boolean {
  return /[$<>{}[\]%@`]|__|^(REPLACE|CHANGE|TODO|YOUR)/i.test(text);
}
