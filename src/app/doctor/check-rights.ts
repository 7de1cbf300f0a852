import { WANTED_EVENTS, WANTED_PERMISSIONS, type WantedPermission } from '../manifest.ts';
import { type AppDiagnosis, failed, ok, warning } from './diagnosis.ts';

const WHERE = 'App settings, "Permissions & events"; each owner then accepts it';

/** What the App may do and is told of, against what it needs: one line for each thing that is missing. */
export function checkRights(
  permissions: Readonly<Record<string, string>>,
  events: readonly string[],
): readonly AppDiagnosis[] {
  const missing = WANTED_PERMISSIONS.filter((wanted) => !isGranted(permissions, wanted));
  const needed = missing.filter(({ need }) => need !== 'optional');
  const silent = Object.entries(WANTED_EVENTS).filter(([event]) => !events.includes(event));
  return [
    ...(needed.length > 0 ? [] : [ok('permissions', 'everything that is needed')]),
    ...missing.map(missingPermission),
    ...(silent.length > 0 ? [] : [ok('events', 'everything that is needed')]),
    ...silent.map(([event, why]) => missingEvent(event, why)),
  ];
}

function isGranted(permissions: Readonly<Record<string, string>>, { name, level }: WantedPermission): boolean {
  return permissions[name] === 'write' || permissions[name] === level;
}

function missingPermission({ name, level, need, why }: WantedPermission): AppDiagnosis {
  if (need === 'optional') return ok('permissions', `optional: without \`${name}: ${level}\` ${why}`);
  const detail = `\`${name}: ${level}\` is missing: ${why}. Grant it: ${WHERE}.`;
  return need === 'required' ? failed('permissions', detail) : warning('permissions', detail);
}

function missingEvent(event: string, why: string): AppDiagnosis {
  const detail = `\`${event}\` is missing: ${why}. Subscribe to it: ${WHERE}.`;
  return event === 'pull_request' ? failed('events', detail) : warning('events', detail);
}
