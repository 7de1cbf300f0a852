/** GitHub ends a GraphQL query after 10 seconds: what one may ask for stays well below. */
const MAX_PATHS = 150;
const MAX_BYTES = 2_000_000;

/** Paths and their sizes in bytes, cut into groups that one query can answer. */
export function batchesBySize(sizes: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let current: string[] = [];
  let bytes = 0;
  for (const [path, size] of sizes) {
    if (current.length > 0 && (current.length >= MAX_PATHS || bytes + size > MAX_BYTES)) {
      batches.push(current);
      current = [];
      bytes = 0;
    }
    current.push(path);
    bytes += size;
  }
  if (current.length > 0) batches.push(current);
  return batches;
}
