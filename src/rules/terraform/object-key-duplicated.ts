import type { HclObjectEntry, TerraformDocument } from '../../documents/terraform.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { addressedExpressions } from './language/addressed-expressions.ts';
import { deleteLines } from './modules/delete-lines.ts';

export const objectKeyDuplicated: Rule<TerraformDocument> = {
  id: 'object-key-duplicated',
  kinds: ['terraform'],
  title: 'A key stands twice in one object',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { tflint: ['terraform_map_duplicate_keys'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { address, expression } of addressedExpressions(document)) {
      if (expression.kind !== 'object') continue;
      const named = expression.entries.filter(({ name }) => name !== undefined);
      const winners = new Map(named.map((entry) => [entry.name, entry]));
      for (const entry of named) {
        const winner = winners.get(entry.name);
        if (winner && winner !== entry) yield problem(document, address, entry, winner);
      }
    }
  },
};

function problem(document: TerraformDocument, address: string, lost: HclObjectEntry, winner: HclObjectEntry): Problem {
  const { name = '' } = lost;
  const isSame = textOf(document, lost) === textOf(document, winner);
  return {
    range: winner.key.range,
    key: `${address}/${name}`,
    ...(isSame ? { severity: 'low' } : {}),
    message: {
      what: `The key ${quote(name)} stands twice in one object.`,
      why: isSame
        ? 'Terraform takes the last one without a word; whoever changes the other one wonders why nothing happens.'
        : 'Terraform takes the last one without a word, and the other value is lost.',
      remedy: 'Keep the one that is meant.',
    },
    ...(isAlone(document, lost)
      ? {
          fix: {
            title: `Delete the ${name} that has no effect`,
            safety: 'review',
            edits: [deleteLines(document.source, lost.range)],
          },
        }
      : {}),
  };
}

function textOf({ source }: TerraformDocument, { value }: HclObjectEntry): string {
  return source.slice(value.range.start, value.range.end);
}

/** On lines of its own, so that they can go. */
function isAlone({ source }: TerraformDocument, { range }: HclObjectEntry): boolean {
  const before = source.slice(source.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const lineEnd = source.indexOf('\n', range.end);
  const after = source.slice(range.end, lineEnd < 0 ? source.length : lineEnd);
  return before.trim() === '' && /^\s*,?\s*$/.test(after);
}
