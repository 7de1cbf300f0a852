import type { Log } from '../log.ts';
import { safeFields } from './safe-fields.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
export type LogFormat = 'json' | 'pretty';

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  readonly write: (line: string) => void;
}

/** As pino numbers them, whose lines ours look like. */
const NUMBERS: Readonly<Record<LogLevel, number>> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 };

/**
 * A log that cannot hold content or secrets: messages are ours, of fields only those that are known to be harmless are
 * written, and of errors what happened and where, not what they quote.
 */
export function createLog(options: LogOptions, always: object = { name: 'pipewright' }): Log {
  const at = (level: LogLevel) => (fields: object, message: string) => {
    if (NUMBERS[level] < NUMBERS[options.level]) return;
    options.write(`${lineOf(options.format, level, safeFields({ ...always, ...fields }), message)}\n`);
  };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => createLog(options, { ...always, ...fields }),
  };
}

function lineOf(
  format: LogFormat,
  level: LogLevel,
  fields: Readonly<Record<string, unknown>>,
  message: string,
): string {
  if (format === 'json') {
    return JSON.stringify({ level: NUMBERS[level], time: Date.now(), pid: process.pid, ...fields, msg: message });
  }
  const { name, ...rest } = fields;
  const said = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [new Date().toISOString(), level.toUpperCase().padEnd(5), `(${String(name)})`, message, ...said].join(' ');
}
