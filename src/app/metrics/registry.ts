import { type Bounds, boundedLabels, type Labels } from './bounded-labels.ts';

/** Metrics in Prometheus' text format. */
export interface Registry {
  /** Counts up. */
  counter(name: string, help: string, bounds?: Bounds): (labels?: Labels, amount?: number) => void;
  /** Says the last value. */
  gauge(name: string, help: string, bounds?: Bounds): (value: number, labels?: Labels) => void;
  /** Says how many values were at most as large as each bucket, and their sum and count. */
  histogram(
    name: string,
    help: string,
    buckets: readonly number[],
    bounds?: Bounds,
  ): (value: number, labels?: Labels) => void;
  text(): string;
}

type Type = 'counter' | 'gauge' | 'histogram';

/** An empty registry. A metric has a line as soon as it has a value; a counter without labels from the beginning. */
export function registry(): Registry {
  const families: (() => readonly string[])[] = [];

  function family<Row>(type: Type, name: string, help: string, bounds: Bounds, print: Print<Row>) {
    const rows = new Map<string, Row>();
    const head = [`# HELP ${name} ${help}.`, `# TYPE ${name} ${type}`];
    families.push(() => [...head, ...[...rows].flatMap(([labels, row]) => print(name, labels, row))]);
    return { rows, series: boundedLabels(bounds) };
  }

  return {
    counter(name, help, bounds = {}) {
      const { rows, series } = family<number>('counter', name, help, bounds, printNumber);
      if (Object.keys(bounds).length === 0) rows.set('', 0);
      return (labels = {}, amount = 1) => {
        const key = series(labels);
        rows.set(key, (rows.get(key) ?? 0) + amount);
      };
    },
    gauge(name, help, bounds = {}) {
      const { rows, series } = family<number>('gauge', name, help, bounds, printNumber);
      return (value, labels = {}) => void rows.set(series(labels), value);
    },
    histogram(name, help, buckets, bounds = {}) {
      const { rows, series } = family<Distribution>('histogram', name, help, bounds, printDistribution);
      return (value, labels = {}) => {
        const key = series(labels);
        const row = rows.get(key) ?? { below: new Map(buckets.map((bucket) => [bucket, 0])), sum: 0, count: 0 };
        for (const [bucket, count] of row.below) if (value <= bucket) row.below.set(bucket, count + 1);
        rows.set(key, { ...row, sum: row.sum + value, count: row.count + 1 });
      };
    },
    text: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  };
}

type Print<Row> = (name: string, labels: string, row: Row) => readonly string[];

interface Distribution {
  readonly below: Map<number, number>;
  readonly sum: number;
  readonly count: number;
}

function printNumber(name: string, labels: string, value: number): readonly string[] {
  return [`${name}${braces(labels)} ${value}`];
}

function printDistribution(name: string, labels: string, { below, sum, count }: Distribution): readonly string[] {
  const bucket = (limit: string) => braces([labels, `le="${limit}"`].filter(Boolean).join(','));
  return [
    ...[...below].map(([limit, number]) => `${name}_bucket${bucket(String(limit))} ${number}`),
    `${name}_bucket${bucket('+Inf')} ${count}`,
    `${name}_sum${braces(labels)} ${sum}`,
    `${name}_count${braces(labels)} ${count}`,
  ];
}

function braces(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}
