/** Range of each field, and the names it takes (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html). */
const FIELDS: readonly {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31 },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'day of the week', min: 0, max: 6, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
];

/** What is wrong with a cron line as GitHub reads it; undefined when it is fine. */
export function cronProblem(cron: string): string | undefined {
  const parts = cron.trim().split(/\s+/);
  if (parts.length !== 5) return `it has ${parts.length} fields instead of five`;
  for (const [i, field] of FIELDS.entries()) {
    const bad = (parts[i] ?? '').split(',').find((item) => !isItem(item, field));
    if (bad !== undefined) return `\`${bad.slice(0, 30)}\` is no ${field.name} (${field.min} to ${field.max})`;
  }
  return runsTooOften(parts[0] ?? '')
    ? 'it asks for more than one run in five minutes, which GitHub does not do'
    : undefined;
}

function isItem(item: string, field: (typeof FIELDS)[number]): boolean {
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(item) ?? [];
  if (range === '' || step === '0') return false;
  if (range === '*') return true;
  const ends = range.split('-');
  if (ends.length > 2) return false;
  const values = ends.map((end) => numberOf(end, field));
  const [from, to = from] = values;
  return from !== undefined && to !== undefined && from <= to;
}

function numberOf(text: string, { min, max, names }: (typeof FIELDS)[number]): number | undefined {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return named + min;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

function runsTooOften(minutes: string): boolean {
  const step = /^\*(?:\/(\d+))?$/.exec(minutes);
  return step !== null && Number(step[1] ?? 1) < 5;
}
