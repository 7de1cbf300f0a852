import { lstat, readFile } from 'node:fs/promises';
import { type RunReport, runReportSchema } from './run-report.ts';

/** Bytes. A full report has some 30,000. */
const MAX_BYTES = 100_000;

/** A report that can be compared, or why it cannot: in our words, for its own are not to be trusted. */
export type ReadReport = { readonly report: RunReport } | { readonly refused: string };

/** Reads a report that anybody may have made. */
export async function readRunReport(path: string): Promise<ReadReport> {
  const entry = await lstat(path).catch(() => undefined);
  if (entry === undefined) return { refused: 'there is none at the path that `publish` names' };
  if (!entry.isFile()) return { refused: 'it is no file' };
  if (entry.size > MAX_BYTES)
    return { refused: `it has ${Math.ceil(entry.size / 1000)} kB, and a report has at most ${MAX_BYTES / 1000}` };
  const parsed = runReportSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  return parsed.success ? { report: parsed.data } : { refused: 'it does not have the form of a report' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
