/** The only one of the names that a misspelt name can mean: one slip of a finger, or one part of the name more or less. */
export function closestName(name: string, names: readonly string[]): string | undefined {
  const close = names.filter((one) => isClose(name.toLowerCase(), one.toLowerCase()));
  return new Set(close).size === 1 ? close[0] : undefined;
}

// The distance takes the product of both lengths.
const LONGEST = 64;

function isClose(name: string, other: string): boolean {
  if (name.length > LONGEST || other.length > LONGEST) return false;
  if (name.length < 3 || other.length < 3) return false;
  if (distance(name, other) <= (Math.min(name.length, other.length) < 6 ? 1 : 2)) return true;
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return short.length >= 4 && (long.startsWith(short) || long.endsWith(short)) && long.length - short.length <= 2;
}

/** Letters to change, to add, to leave out or to swap with their neighbour. */
function distance(a: string, b: string): number {
  let previous: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const swapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j] ? (previous[j - 1] ?? 0) + 1 : Infinity;
      const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, changed, swapped));
    }
    previous = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
