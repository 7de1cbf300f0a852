import type { Format } from '../output/format.ts';
import { UsageError } from './usage-error.ts';

/** Throws UsageError where a command has no output of the format that was asked for. */
export function checkFormat(command: string, format: Format, known: readonly Format[]): void {
  if (known.includes(format)) return;
  throw new UsageError(`\`${command}\` has no output as \`${format}\`. Use one of: ${known.join(', ')}.`);
}
