import { inDays, isExpired, latestEnd } from './load-waivers.ts';

/** What somebody accepts, until when and why, as the words of a command say it. */
export interface Acceptance {
  /** A fingerprint or, for `waive`, a rule; absent where the place of the command says it. */
  readonly subject?: string;
  /** ISO date. */
  readonly until: string;
  readonly reason: string;
}

/** Characters of a reason that are kept. */
const MAX_REASON = 300;

/** Reads `[SUBJECT] until=30d REASON`; a text says what is wrong with it. */
export function parseAcceptance(words: readonly string[], now: Date): Acceptance | string {
  const at = words.findIndex((word) => /^until=/i.test(word));
  if (at < 0) return 'an end is missing: `until=30d`, or a day like `until=2027-01-31`';
  if (at > 1) return 'the end comes before the reason: `until=30d REASON`';
  const until = endOf(words[at]?.slice('until='.length) ?? '', now);
  if (until === undefined || isExpired(until, now) || until > latestEnd(now))
    return `\`${words[at]?.slice(0, 40)}\` is no end: it takes days like \`until=30d\`, or a day that is not past and not after ${latestEnd(now)}`;
  const reason = words
    .slice(at + 1)
    .join(' ')
    .slice(0, MAX_REASON);
  if (reason === '') return 'a reason is missing, for whoever reads this later';
  const [subject] = words.slice(0, at);
  return { ...(subject === undefined ? {} : { subject }), until, reason };
}

function endOf(text: string, now: Date): string | undefined {
  const days = /^(\d{1,4})d$/i.exec(text)?.[1];
  if (days !== undefined) return Number(days) > 0 ? inDays(now, Number(days)) : undefined;
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
}
