/** Whether a name is surely a mistyped other one: the same but for dashes and capitals, or a letter or two of a long word. */
export function isSlip(typed: string, name: string): boolean {
  const [a, b] = [plain(typed), plain(name)];
  if (a === b) return true;
  // A word more is another name.
  if (wordCount(typed) !== wordCount(name)) return false;
  const length = Math.min(a.length, b.length);
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2;
  return Math.abs(a.length - b.length) <= allowed && distanceUpTo(a, b, allowed) <= allowed;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[-_. ]/g, '');
}

function wordCount(text: string): number {
  return text.split(/[-_. ]/).length;
}

/** Letters to put in, take out, replace or swap; more than `limit` is told as `limit + 1`. */
function distanceUpTo(a: string, b: string, limit: number): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  if (start === a.length && start === b.length) return 0;
  if (limit === 0) return 1;
  const rest = [
    distanceUpTo(a.slice(start + 1), b.slice(start + 1), limit - 1),
    distanceUpTo(a.slice(start + 1), b.slice(start), limit - 1),
    distanceUpTo(a.slice(start), b.slice(start + 1), limit - 1),
  ];
  if (a[start] === b[start + 1] && a[start + 1] === b[start])
    rest.push(distanceUpTo(a.slice(start + 2), b.slice(start + 2), limit - 1));
  return 1 + Math.min(...rest);
}
