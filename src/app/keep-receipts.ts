import { appendFile } from 'node:fs/promises';
import { receiptLine } from '../output/receipt.ts';
import type { Run } from '../run.ts';

/**
 * A run that appends a line to a file for every review that was published as checks; one that was only computed leaves
 * none. A line that cannot be written fails no review: `onError` is told.
 */
export function keepReceipts(run: Run, file: string, onError: (error: unknown) => void): Run {
  // One after another: long lines are written in pieces.
  let last: Promise<void> = Promise.resolve();
  return async (ports, options) => {
    const result = await run(ports, options);
    if (result.receipt.checks.length === 0) return result;
    const line = receiptLine(result.review, new Date());
    last = last.then(() => appendFile(file, line)).catch(onError);
    await last;
    return result;
  };
}
