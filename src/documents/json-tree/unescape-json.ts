/** An escape sequence; one that JSON does not know stands for its own character. */
export const JSON_ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g;

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The text that the inside of a JSON string stands for. */
export function unescapeJson(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(JSON_ESCAPE, (_, code, simple) =>
    code === undefined ? (SIMPLE[simple] ?? simple) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
