import type { ComposeDocument } from '../../../documents/compose.ts';
import type { Rule } from '../../../types.ts';
import { hardening } from './data/hardening.ts';
import { operation } from './data/operation.ts';
import { missingProblems } from './missing-problems.ts';
import type { Row } from './row.ts';

/** A rule for every row. */
export const rowRules: readonly Rule<ComposeDocument>[] = [...hardening, ...operation].map(rowRule);

function rowRule(row: Row): Rule<ComposeDocument> {
  return {
    id: row.id,
    kinds: ['compose'],
    title: row.title,
    severity: row.severity,
    confidence: row.confidence ?? 'certain',
    strictness: 'pedantic',
    domain: row.domain,
    aliases: row.aliases,
    since: '0.1.0',
    on: 'document',
    fixable: false,

    *check(document) {
      yield* missingProblems(row, document);
    },
  };
}
