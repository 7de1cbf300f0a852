import type { Uses } from '../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Range, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isCommit, originNeeds, originOf } from './actions/origin-of.ts';
import { usedActions } from './actions/used-actions.ts';

export const refVersionMismatch: Rule<WorkflowDocument | ActionDocument> = {
  id: 'ref-version-mismatch',
  kinds: ['workflow', 'action'],
  title: 'Comment names another version than the pinned commit',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['ref-version-mismatch'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: originNeeds,

  *check(document, context) {
    for (const { uses, key } of usedActions(document)) {
      const claim = isCommit(uses.ref) ? claimBehind(document.source, uses) : undefined;
      const origin = claim && originOf(context, uses);
      // A commit of no release, or of nobody, is told by other rules.
      if (!claim || !origin?.tags || origin.tags.length === 0 || origin.held === false) continue;
      if (origin.tags.some((tag) => fits(claim.text, tag))) continue;
      const right = origin.tags.find((tag) => /^v?\d+\.\d+\.\d+$/.test(tag));
      yield {
        range: { start: uses.node.range.start, end: claim.range.end },
        key,
        message: {
          what: `The comment says ${quote(claim.text)}, and the commit is ${quoteAll(origin.tags)}.`,
          why: 'Readers and bots believe the comment: they review another version than the one that runs.',
          remedy: right ? `Write ${quote(right)}, or pin the version that is meant.` : 'Pin the version that is meant.',
        },
        ...(right
          ? {
              fix: {
                title: `Say that it is ${right}`,
                safety: 'safe' as const,
                edits: [{ range: claim.range, text: right }],
              },
            }
          : {}),
      };
    }
  },
};

/** The version in the comment behind a pin. */
function claimBehind(source: string, { refRange }: Uses): { readonly text: string; readonly range: Range } | undefined {
  const lineEnd = source.indexOf('\n', refRange.end);
  const rest = source.slice(refRange.end, lineEnd < 0 ? source.length : lineEnd);
  const match =
    /^(['"]?\s+#\s*(?:pin(?:ned)?@|tag[=:]\s*|version[=:]\s*|ratchet:\S*@)?)(v?\d+(?:\.\d+){0,2})(?=\s|$)/.exec(rest);
  if (!match) return undefined;
  const [, before = '', text = ''] = match;
  const start = refRange.end + before.length;
  return { text, range: { start, end: start + text.length } };
}

/** `v4` fits `v4.2.2`; `v1.2.3` fits `tool-v1.2.3` and `tool/v1.2.3`, as repositories of several actions call them. */
function fits(claim: string, tag: string): boolean {
  const version = claim.replace(/^v/, '');
  const at = tag.lastIndexOf(version);
  if (at < 0) return false;
  const [before, after] = [tag[at - 1] ?? '', tag[at + version.length] ?? ''];
  return !/[\d.]/.test(before) && !/\d/.test(after);
}
