/** The numbers of a release, the first ones first: `2.10.1` is `[2, 10, 1]`. */
export type Version = readonly number[];

/** Reads the leading numbers of a version; what follows them (`rc1`, `+cu121`, `-python3.11`) is left out. */
export function toVersion(text: string): Version | undefined {
  const numbers = /^v?(\d{1,9}(?:\.\d{1,9}){0,4})/.exec(text.trim())?.[1];
  return numbers?.split('.').map(Number);
}

/** Whether a version is older than another one; `2` counts as `2.0`. */
export function isOlder(version: Version, other: Version): boolean {
  for (let index = 0; index < Math.max(version.length, other.length); index += 1) {
    const difference = (version[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
