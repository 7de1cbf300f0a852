import type { Log } from './log.ts';
import { createLog, type LogFormat, type LogLevel } from './logging/create-log.ts';
import { createMeters, type Meters } from './metrics/meters.ts';

/** How the App tells what it does. */
export interface Telemetry {
  readonly log: Log;
  readonly meters: Meters;
}

/** A log on standard output, and meters that stand at nothing. */
export function createTelemetry(level: LogLevel, format: LogFormat): Telemetry {
  return {
    log: createLog({ level, format, write: (line) => void process.stdout.write(line) }),
    meters: createMeters(),
  };
}
