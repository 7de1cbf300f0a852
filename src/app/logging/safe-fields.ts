import { errorFields } from './error-fields.ts';

/** What a line may say. Titles, bodies, paths, branches, logins and addresses are not among it. */
const KNOWN: ReadonlySet<string> = new Set([
  'name',
  'key',
  'do',
  'event',
  'action',
  'delivery',
  'installation',
  'repository',
  'pull',
  'sha',
  'headSha',
  'conclusion',
  'commentsPosted',
  'commentsMarkedFixed',
  'summary',
  'failures',
  'what',
  'found',
  'reached',
  'reason',
  'kind',
  'code',
  'method',
  'route',
  'status',
  'seconds',
  'ms',
  'port',
  'open',
  'warning',
  'variable',
]);

const MAX_TEXT = 300;
const MAX_ITEMS = 20;

/** The fields that may stand in the log; `err` and `error` as what errorFields makes of them, others withheld. */
export function safeFields(fields: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): [string, unknown][] => {
      if (value === undefined) return [];
      if (key === 'err' || key === 'error') return [['err', errorFields(value)]];
      return KNOWN.has(key) ? [[key, plain(value)]] : [[printable(key), '[withheld]']];
    }),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value))
    return value.slice(0, MAX_ITEMS).map((item) => (typeof item === 'object' ? '[withheld]' : plain(item)));
  return '[withheld]';
}

/** One line of visible characters: what is forged below a line would look like a line of ours. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, '?').slice(0, MAX_TEXT);
}
