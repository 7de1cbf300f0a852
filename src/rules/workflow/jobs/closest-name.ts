/** Every pair of letters is compared: nobody mistypes a word as long as this, or one of so many. */
const MAX_LENGTH = 60;
const MAX_NAMES = 300;

/** The name that a mistyped one stands for: at most a third of its letters differ (in a short one a single letter), and no other is as close. */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  if (word.length > MAX_LENGTH || names.length > MAX_NAMES) return undefined;
  const near = names
    .filter((name) => Math.abs(name.length - word.length) <= Math.max(2, word.length / 3))
    .map((name) => ({ name, distance: editDistance(word, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= (word.length < 5 ? 1 : Math.max(2, Math.floor(word.length / 3))))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = near;
  return best && best.distance !== second?.distance ? best.name : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
