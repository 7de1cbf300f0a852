const MAX_JOINED_LINES = 32;

/**
 * GitHub takes a quoted text or a bracket whose next line begins further left than YAML allows. The line breaks before
 * such lines become spaces, which folding makes of them anyway, and every offset stays. `read` throws what js-yaml throws.
 */
export function joiningFlowLines<Read>(text: string, read: (text: string) => Read): Read {
  let joined = text;
  for (let i = 0; ; i++) {
    try {
      return read(joined);
    } catch (error) {
      const start = i < MAX_JOINED_LINES ? deficientLine(error) : undefined;
      const next = start === undefined ? joined : joinBefore(joined, start);
      if (next === joined) throw error;
      joined = next;
    }
  }
}

/** Where the line begins that js-yaml finds too far left; undefined for any other error. */
function deficientLine(error: unknown): number | undefined {
  const { reason, mark } = error as { reason?: string; mark?: { position?: number } };
  return reason === 'deficient indentation' ? mark?.position : undefined;
}

function joinBefore(text: string, position: number): string {
  const breaks = /[\r\n]+[ \t]*$/.exec(text.slice(Math.max(0, position - 1000), position))?.[0];
  if (!breaks) return text;
  // A line break that is escaped makes nothing at all, so its backslash goes as well.
  const backslashes = /\\*$/.exec(text.slice(Math.max(0, position - 1000), position - breaks.length))?.[0].length ?? 0;
  const start = position - breaks.length - (backslashes % 2);
  return `${text.slice(0, start)}${' '.repeat(position - start)}${text.slice(position)}`;
}
