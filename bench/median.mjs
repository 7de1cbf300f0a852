/** The middle of some numbers; of an even count, the lower of the two in the middle. */
export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1];
}
