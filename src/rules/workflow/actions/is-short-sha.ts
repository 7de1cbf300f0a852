/** Whether a ref looks like a shortened commit. All digits are a date or a number, all letters a word. */
export function isShortSha(ref: string): boolean {
  return /^[0-9a-f]{7,39}$/.test(ref) && /\d/.test(ref) && /[a-f]/.test(ref);
}
