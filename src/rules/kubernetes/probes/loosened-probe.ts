import { entryOf, scalarAt, textAt, type YamlEntry, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import { quote } from '../../quote.ts';

export interface LoosenedProbe {
  /** In words, with both values. */
  readonly what: string;
  /** The entry of the head that did it, and its value on the base. */
  readonly entry?: YamlEntry;
  readonly before?: YamlEntry;
}

/** Kubernetes' defaults (https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes). */
const DEFAULTS = { failureThreshold: 3, periodSeconds: 10 };
/** Below this a change is tuning. */
const FACTOR = 3;

/** Whether a probe notices a failure much later than it did, or asks for less. */
export function loosenedProbe(before: YamlMap, after: YamlMap): LoosenedProbe | undefined {
  return asksLess(before, after) ?? takesLonger(before, after);
}

function asksLess(before: YamlMap, after: YamlMap): LoosenedProbe | undefined {
  const path = textAt(before, 'httpGet', 'path');
  const now = textAt(after, 'httpGet', 'path');
  const [entry, old] = [
    entryOf(entryOf(after, 'httpGet')?.value, 'path'),
    entryOf(entryOf(before, 'httpGet')?.value, 'path'),
  ];
  if (path && path !== '/' && now === '/' && entry && old)
    return { what: `it asks for ${quote('/')} instead of ${quote(path)}`, entry, before: old };
  const handler = entryOf(after, 'tcpSocket');
  if (entryOf(before, 'httpGet') && handler)
    return { what: 'it only opens a connection where it made a request', entry: handler };
  const command = entryOf(after, 'exec');
  if (command && !entryOf(before, 'exec') && /^(\/bin\/)?true$/.test(textAt(command.value, 'command', 0) ?? ''))
    return { what: 'its command always succeeds', entry: command };
  return undefined;
}

function takesLonger(before: YamlMap, after: YamlMap): LoosenedProbe | undefined {
  const [was, now] = [patience(before), patience(after)];
  if (was <= 0 || now < was * FACTOR) return undefined;
  const keys = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
  const key = keys.find((one) => secondsOrCount(after, one) > secondsOrCount(before, one));
  const [entry, old] = key ? [entryOf(after, key), entryOf(before, key)] : [];
  return {
    what: `it gives up after ${now} instead of ${was} seconds`,
    ...(entry ? { entry } : {}),
    ...(old ? { before: old } : {}),
  };
}

/** Seconds of failures until it acts. */
function patience(probe: YamlMap): number {
  return secondsOrCount(probe, 'failureThreshold') * secondsOrCount(probe, 'periodSeconds');
}

function secondsOrCount(probe: YamlMap, key: keyof typeof DEFAULTS): number {
  const value = scalarAt(probe, key)?.value;
  return typeof value === 'number' ? value : DEFAULTS[key];
}
