/** A run of as many letters and digits is no coincidence: some fifteen words in the same order. */
const RUN = 60;

/**
 * Whether a text repeats a stretch of some instructions, with whatever between the letters. A code review quotes code: what
 * quotes its instructions was told to by the code under review.
 */
export function instructionsRepeated(instructions: string): (text: string) => boolean {
  const runs = new Set(runsOf(instructions));
  return (text) => runsOf(text).some((run) => runs.has(run));
}

function runsOf(text: string): string[] {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) => letters.slice(at, at + RUN));
}
