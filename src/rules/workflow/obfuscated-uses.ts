import type { Uses } from '../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Fix, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { usedActions } from './actions/used-actions.ts';

export const obfuscatedUses: Rule<WorkflowDocument | ActionDocument> = {
  id: 'obfuscated-uses',
  kinds: ['workflow', 'action'],
  title: 'The path of an action goes round in circles',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['obfuscation'], sisakulint: ['obfuscation'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const { uses, key } of usedActions(document)) {
      const parts = nameOf(uses).split('/');
      if (!parts.slice(2).some((part) => part === '' || part === '.' || part === '..')) continue;
      const short = shorten(parts);
      const fix = short === undefined ? undefined : rewrite(document.source, uses, short);
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `${quote(uses.raw)} names ${short === undefined ? 'a place outside its repository' : quote(short)} in a roundabout way.`,
          why: 'Lists of allowed actions, update bots and searches compare the text, so they take it for something else.',
          remedy: short === undefined ? 'Name the action by its path in the repository.' : `Write ${quote(short)}.`,
        },
        ...(fix ? { fix } : {}),
      };
    }
  },
};

/** What stands before the `@`. */
function nameOf({ raw }: Uses): string {
  const at = raw.lastIndexOf('@');
  return at < 0 ? raw : raw.slice(0, at);
}

/** Undefined where `..` leads out of the repository. */
function shorten(parts: readonly string[]): string | undefined {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 2) kept.pop();
    else return undefined;
  }
  return kept.join('/');
}

function rewrite(source: string, uses: Uses, text: string): Fix | undefined {
  const name = nameOf(uses);
  const { start } = uses.node.contentRange;
  if (!source.startsWith(name, start)) return undefined;
  return {
    title: `Write ${text}`,
    safety: 'safe',
    edits: [{ range: { start, end: start + name.length }, text }],
  };
}
