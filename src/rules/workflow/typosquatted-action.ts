import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { repositoryOwner } from './actions/is-own-action.ts';
import { POPULAR_ACTIONS } from './actions/popular-actions.ts';
import { usedActions } from './actions/used-actions.ts';

export const typosquattedAction: Rule<WorkflowDocument | ActionDocument> = {
  id: 'typosquatted-action',
  kinds: ['workflow', 'action'],
  title: 'Action is one letter away from a well-known one',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['typosquat-uses'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, context) {
    const own = repositoryOwner(context.project);
    for (const { uses, key } of usedActions(document)) {
      const meant = mistaken(uses.repository.toLowerCase(), own);
      if (meant === undefined) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `${quote(uses.repository)} is one letter away from ${quote(meant)}.`,
          why: 'Names like this are registered by people who wait for a slip: their code would run with your token and secrets.',
          remedy: `If ${quote(meant)} is meant, write that.`,
        },
      };
    }
  },
};

/** The well-known action that a name is mistyped from: the same action of an owner whose name differs by one letter. */
function mistaken(name: string, own: string): string | undefined {
  const [owner = '', repository = ''] = name.split('/');
  if (owner === own || OWNERS.has(owner)) return undefined;
  for (const known of BY_REPOSITORY.get(repository) ?? []) {
    if (known.length > 4 && isOneEditApart(owner, known)) return `${known}/${repository}`;
  }
  return undefined;
}

const OWNERS: ReadonlySet<string> = new Set(POPULAR_ACTIONS.map((name) => name.split('/')[0] ?? ''));

const BY_REPOSITORY: ReadonlyMap<string, readonly string[]> = POPULAR_ACTIONS.reduce((all, name) => {
  const [owner = '', repository = ''] = name.split('/');
  return all.set(repository, [...(all.get(repository) ?? []), owner]);
}, new Map<string, readonly string[]>());

/** A letter more, less, changed, or two in the wrong order. */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length !== restB.length) return restA.slice(1) === restB || restB.slice(1) === restA;
  const swapped = restA[0] === restB[1] && restA[1] === restB[0];
  return restA.slice(1) === restB.slice(1) || (swapped && restA.slice(2) === restB.slice(2));
}
