/** What stands at a path of an event's payload; undefined where there is nothing. */
export function payloadValue(payload: unknown, ...path: readonly string[]): unknown {
  return path.reduce(
    (current, key) => (typeof current === 'object' && current !== null ? Reflect.get(current, key) : undefined),
    payload,
  );
}

/** The same where it is a text that says something. */
export function payloadText(payload: unknown, ...path: readonly string[]): string | undefined {
  const found = payloadValue(payload, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
