import { publicIngress } from './data/public-ingress.ts';
import type { Row } from './row.ts';
import { rowRule } from './row-rule.ts';

/** All rows, by file. */
export const rows: readonly Row[] = [...publicIngress];

/** A rule for every row. */
export const rowRules = rows.map(rowRule);
