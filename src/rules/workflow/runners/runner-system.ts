import type { Job } from '../../../documents/workflow/job.ts';
import { HOSTED_LABELS, LEAVING_LABELS, RETIRED_LABELS } from './hosted-labels.ts';
import { runnerLabels } from './runner-labels.ts';

export type System = 'linux' | 'windows' | 'macos';

const BESIDE_SELF_HOSTED: ReadonlySet<string> = new Set(['linux', 'windows', 'macos']);

/** The system that a label names; undefined for those of somebody's own. `own`: it stands beside `self-hosted`. */
export function systemOf(label: string, own: boolean): System | undefined {
  const name = label.toLowerCase();
  if (own && BESIDE_SELF_HOSTED.has(name)) return name as System;
  if (!HOSTED_LABELS.has(name) && !(name in RETIRED_LABELS) && !(name in LEAVING_LABELS)) return undefined;
  return name.startsWith('ubuntu') ? 'linux' : name.startsWith('windows') ? 'windows' : 'macos';
}

/** The systems that a job can run on; undefined where one of them is not known. */
export function systemsOf(job: Job): ReadonlySet<System> | undefined {
  const { items, own } = runnerLabels(job);
  const named = items.map((item) => item.map(({ text }) => systemOf(text, own)));
  const telling = named.find((item) => item.length > 0 && item.every((system) => system !== undefined));
  return telling && new Set(telling.filter((system) => system !== undefined));
}
