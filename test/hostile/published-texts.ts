import { formats, renderReview } from '../../src/output/format.ts';
import { jobSummary } from '../../src/output/job-summary.ts';
import { receiptLine } from '../../src/output/receipt.ts';
import type { Outcome } from './stage.ts';

/** A text that somebody or something reads, and what reads it. */
export interface PublishedText {
  readonly where: string;
  readonly form: 'markdown' | 'plain' | 'page' | 'commands';
  readonly text: string;
}

const MARKDOWN = new Set(['body', 'summary', 'text']);
const PLAIN = new Set(['title', 'message', 'label', 'description', 'name']);

/** Everything that a review says: what went to GitHub as it was sent, and what every format and file holds. */
export function publishedTexts(outcome: Outcome): readonly PublishedText[] {
  const known = RENDERED.get(outcome) ?? render(outcome);
  RENDERED.set(outcome, known);
  return known;
}

/** Several checks look at the same texts. */
const RENDERED = new WeakMap<Outcome, readonly PublishedText[]>();

function render({ review, received }: Outcome): readonly PublishedText[] {
  const sent = received.flatMap(({ route, body }) =>
    strings(body).map(
      ([key, text]) => ({ where: `${route} ${key}`, form: MARKDOWN.has(key) ? 'markdown' : 'plain', text }) as const,
    ),
  );
  const files = formats.map((format) => ({
    where: format,
    form: FORMS[format],
    text: renderReview(review, format, { color: false, width: 80 }),
  }));
  const rest = [
    { where: 'job summary', form: 'markdown', text: jobSummary(review, ['A note.']) },
    { where: 'receipt', form: 'plain', text: receiptLine(review, new Date(0)) },
  ] as const;
  return [...sent, ...files, ...rest];
}

const FORMS = {
  pretty: 'plain',
  markdown: 'markdown',
  json: 'plain',
  sarif: 'plain',
  html: 'page',
  github: 'commands',
} as const;

/** The texts of a request that people read, by their names. */
function strings(value: unknown, key = ''): readonly (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return MARKDOWN.has(key) || PLAIN.has(key) ? [[key, value]] : [];
  if (Array.isArray(value)) return value.flatMap((one) => strings(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => strings(inner, name));
}
