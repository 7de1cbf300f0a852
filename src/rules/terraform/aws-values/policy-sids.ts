import { blocksOf } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';
import type { ModuleScope } from '../modules/module-scope.ts';
import { policyNode } from '../policies/policy-node.ts';
import type { IamDocument } from './iam-documents.ts';
import { textAt } from './text-at.ts';

interface Sid {
  readonly text: string;
  readonly range: Range;
}

/** The names of the statements of a policy, as far as they are known. */
export function policySids({ source, document }: IamDocument, scope: ModuleScope): readonly Sid[] {
  if (source.kind === 'data')
    return blocksOf(source.block, 'statement').flatMap((statement) => {
      const sid = textAt(statement, 'sid', scope);
      return sid ? [{ text: sid.text, range: sid.range }] : [];
    });
  const node = policyNode(source.value, scope);
  const statements = node.kind === 'object' ? node.entries.get('Statement') : undefined;
  const items = statements?.kind === 'list' ? statements.items : statements ? [statements] : [];
  return items.flatMap((item) => {
    const sid = item.kind === 'object' ? item.entries.get('Sid') : undefined;
    return sid?.kind === 'text' ? [{ text: sid.text, range: firstLine(document.source, sid.range) }] : [];
  });
}

/** A policy that is one text is anchored where the text begins. */
function firstLine(source: string, { start, end }: Range): Range {
  const lineEnd = source.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}
