import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { JudgeMemory } from './memory.ts';

const packed = z.object({
  v: z.literal(1),
  spent: z.int().min(0),
  answers: z.array(z.tuple([z.string(), z.string()])),
});

/** Whoever wrote it could sign; a mistake of ours shall still not fill the memory. */
const MAX_UNPACKED = 1_000_000;

/**
 * A memory as letters, digits, `-` and `_`, at most so many of them: the oldest answers go first, what was spent never.
 * Undefined where not even that fits.
 */
export function packMemory({ spent, answers }: JudgeMemory, maxLength: number): string | undefined {
  const kept = [...answers];
  for (;;) {
    const json = JSON.stringify({ v: 1, spent: Math.round(spent), answers: kept });
    const text = deflateRawSync(json, { level: 9 }).toString('base64url');
    if (text.length <= maxLength) return text;
    if (kept.length === 0) return undefined;
    kept.shift();
  }
}

/** The memory that was packed; undefined for what is none. */
export function unpackMemory(text: string): JudgeMemory | undefined {
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: MAX_UNPACKED }).toString('utf8');
    const { spent, answers } = packed.parse(JSON.parse(json));
    return { spent, answers: new Map(answers) };
  } catch {
    return undefined;
  }
}
