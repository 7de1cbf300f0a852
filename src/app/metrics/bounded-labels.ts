export type Labels = Readonly<Record<string, string>>;

/**
 * What each label may say: one of these words, or the first so many words that come. Whatever else comes is `other`, so
 * that nobody who sends us something can make the metrics grow.
 */
export type Bounds = Readonly<Record<string, readonly string[] | number>>;

/** Writes labels as Prometheus does, in the order of their bounds; those without a bound are left out. */
export function boundedLabels(bounds: Bounds): (labels: Labels) => string {
  const parts = Object.entries(bounds).map(([name, bound]) => ({ name, word: bounded(bound) }));
  return (labels) => parts.map(({ name, word }) => `${name}="${escaped(word(labels[name] ?? ''))}"`).join(',');
}

function bounded(bound: readonly string[] | number): (word: string) => string {
  const known = new Set(typeof bound === 'number' ? [] : bound);
  return (word) => {
    if (typeof bound === 'number' && known.size < bound) known.add(word);
    return known.has(word) ? word : 'other';
  };
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
