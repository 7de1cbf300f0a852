/** GitHub ends a GraphQL query after 10 seconds: what one may ask for stays well below. */
const MAX_PATHS = 150;
const MAX_BYTES = 2_000_000;
/** More files make the queries longer before there are more of them, up to this. */
const MAX_PATHS_OF_MANY = 500;
const FEW = 6;

/** Paths and their sizes in bytes, cut into groups that one query can answer. */
export function batchesBySize(sizes: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const maxPaths = Math.min(MAX_PATHS_OF_MANY, Math.max(MAX_PATHS, Math.ceil(sizes.size / FEW)));
  const batches: string[][] = [];
  let current: string[] = [];
  let bytes = 0;
  for (const [path, size] of sizes) {
    if (current.length > 0 && (current.length >= maxPaths || bytes + size > MAX_BYTES)) {
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
