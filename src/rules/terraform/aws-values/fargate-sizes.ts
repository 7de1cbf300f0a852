/**
 * Memory in MiB that goes with the CPU units of a Fargate task: from, to, and in steps of.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
const SIZES: ReadonlyMap<number, readonly [from: number, to: number, step: number]> = new Map([
  [256, [512, 2048, 1024]],
  [512, [1024, 4096, 1024]],
  [1024, [2048, 8192, 1024]],
  [2048, [4096, 16_384, 1024]],
  [4096, [8192, 30_720, 1024]],
  [8192, [16_384, 61_440, 4096]],
  [16_384, [32_768, 122_880, 8192]],
]);

/** What Fargate would take instead of a size, in words; undefined where it takes it, or where it is larger than any known. */
export function fargateInstead(cpu: number, memory: number | undefined): string | undefined {
  const size = SIZES.get(cpu);
  if (!size) return cpu > 16_384 ? undefined : `a \`cpu\` of ${[...SIZES.keys()].join(', ')}`;
  if (memory === undefined) return undefined;
  const [from, to, step] = size;
  const isStep = memory % step === 0 || memory === 512;
  if (memory >= from && memory <= to && isStep) return undefined;
  const least = cpu === 256 ? '512, 1024 or 2048' : `${from} to ${to} in steps of ${step}`;
  return `a \`memory\` of ${least} with a \`cpu\` of ${cpu}`;
}

/** CPU units of `1024`, `1 vCPU` or `.5 vcpu`; undefined where it is no size. */
export function cpuUnits(text: string): number | undefined {
  return sized(text, /^(\d*\.?\d+)\s*vcpu$/i);
}

/** MiB of `2048`, `2 GB` or `2gb`; undefined where it is no size. */
export function memoryMib(text: string): number | undefined {
  return sized(text, /^(\d*\.?\d+)\s*gb$/i);
}

function sized(text: string, large: RegExp): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed);
  const [, units] = trimmed.length < 20 ? (large.exec(trimmed) ?? []) : [];
  return units === undefined ? undefined : Number(units) * 1024;
}
