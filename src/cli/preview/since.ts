import { UsageError } from '../usage-error.ts';

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
const DAY_MS = 86_400_000;

/** The time that `90d`, `12w`, `3m`, `1y` or a date like `2026-01-31` names. */
export function sinceDate(text: string, now: Date): Date {
  const [, number, unit = ''] = /^(\d{1,4})([dwmy])$/.exec(text) ?? [];
  if (number !== undefined) return new Date(now.getTime() - Number(number) * (DAYS[unit] ?? 1) * DAY_MS);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text);
  throw new UsageError(
    `\`--since ${text}\` names no time. Use days, weeks, months or years (90d, 12w, 3m, 1y), or a date.`,
  );
}
