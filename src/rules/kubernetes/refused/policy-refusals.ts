import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt, scalarAt } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';
import { isPlaceholder } from '../objects/is-placeholder.ts';
import type { Refusal, RefusalRow } from './refusal.ts';

/** What the API demands of budgets and schedules. */
export const policyRefusals: readonly RefusalRow[] = [
  { kinds: ['policy/PodDisruptionBudget'], isAbsence: false, find: bothLimits },
  { kinds: ['batch/CronJob'], isAbsence: false, find: scheduleRefusals },
];

function bothLimits({ node }: KubernetesObject): Refusal[] {
  const spec = mapAt(node, 'spec');
  const most = entryOf(spec, 'maxUnavailable');
  if (!most || !entryOf(spec, 'minAvailable')) return [];
  const what = 'says both how many pods must stay and how many may go';
  return [
    {
      range: most.range,
      place: 'spec.maxUnavailable',
      what,
      remedy: 'Keep one of `minAvailable` and `maxUnavailable`.',
    },
  ];
}

/** Smallest and largest number of each field; unlike elsewhere Sunday is never 7. */
const FIELDS = [
  ['minute', 0, 59],
  ['hour', 0, 23],
  ['day of the month', 1, 31],
  ['month', 1, 12],
  ['day of the week', 0, 6],
] as const;

function scheduleRefusals({ node }: KubernetesObject): Refusal[] {
  const schedule = scalarAt(node, 'spec', 'schedule');
  if (!schedule || /^@\w/.test(schedule.text) || isPlaceholder(schedule.text.replace(/^@/, ''))) return [];
  const wrong = wrongPart(schedule.text.trim());
  if (wrong === undefined) return [];
  const remedy = 'Write five fields: minute, hour, day of the month, month, day of the week.';
  const what = `has the schedule ${quote(schedule.text)}: ${wrong}`;
  return [{ range: schedule.range, place: 'spec.schedule', what, remedy }];
}

function wrongPart(text: string): string | undefined {
  if (/^(CRON_)?TZ=/.test(text)) return 'the time zone belongs into `timeZone`';
  const parts = text.split(/\s+/);
  if (parts.length !== FIELDS.length) return `it has ${parts.length} fields instead of five`;
  for (const [i, [name, min, max]] of FIELDS.entries()) {
    // Steps may be larger than the field, names of days and months are left to the API.
    const numbers = (parts[i] ?? '').replace(/\/\d+/g, '').match(/\d+/g) ?? [];
    const bad = numbers.find((number) => Number(number) < min || Number(number) > max);
    if (bad !== undefined) return `${quote(bad)} is no ${name} (${min} to ${max})`;
  }
  return undefined;
}
