/** The list of texts at a path of a JSON text; undefined where there is none, or the text is no JSON. */
export function listIn(json: string | undefined, path: readonly string[]): string[] | undefined {
  let value = parse(json);
  for (const key of path) value = isRecord(value) ? value[key] : undefined;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

function parse(json: string | undefined): unknown {
  if (!json?.trim().startsWith('{')) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
