/** Where a value stands in a workflow: keys and indexes that lead to it. */
export type Path = readonly (string | number)[];

/** Looks a place up, the first pattern that fits; `*` is one key, `**` any number of them. */
export function placeTable<Value>(
  rows: readonly (readonly [pattern: string, value: Value])[],
): (path: Path) => Value | undefined {
  const places = rows.map(([pattern, value]) => {
    const keys = pattern.split('.');
    const open = keys.at(-1) === '**';
    return { fixed: open ? keys.slice(0, -1) : keys, open, value };
  });
  // By the keys that tell places apart best: the first, and the one below a job.
  const nearby = new Map<string, typeof places>();
  return (path) => {
    const key = `${path[0]}\n${path[2]}`;
    const few = nearby.get(key) ?? places.filter(({ fixed }) => mayBe(fixed[0], path[0]) && mayBe(fixed[2], path[2]));
    if (nearby.size < MAX_NEARBY) nearby.set(key, few);
    return few.find((place) => fits(place, path))?.value;
  };
}

/** Keys are the author's: no more of them are remembered than GitHub has of its own. */
const MAX_NEARBY = 200;

function mayBe(part: string | undefined, key: string | number | undefined): boolean {
  return part === undefined || part === '*' || part === String(key);
}

function fits({ fixed, open }: { readonly fixed: readonly string[]; readonly open: boolean }, path: Path): boolean {
  if (open ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((part, i) => part === '*' || part === String(path[i]));
}

/** The path of a step in a `parallel:` group as if it stood in the job itself. */
export function withoutGroups(path: Path): Path {
  if (path[0] !== 'jobs' || path[2] !== 'steps') return path;
  const last = path.lastIndexOf('parallel');
  return last === -1 || last % 2 === 1 ? path : [...path.slice(0, 3), ...path.slice(last + 1)];
}
