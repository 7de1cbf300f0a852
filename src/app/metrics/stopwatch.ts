/** Adds up the time of pieces of work; of two at the same time, what they share counts once. */
export function stopwatch() {
  let open = 0;
  let since = 0;
  let total = 0;
  return {
    async during<Value>(work: () => Promise<Value>): Promise<Value> {
      if (open === 0) since = performance.now();
      open += 1;
      try {
        return await work();
      } finally {
        open -= 1;
        if (open === 0) total += performance.now() - since;
      }
    },
    seconds: () => total / 1000,
  };
}
