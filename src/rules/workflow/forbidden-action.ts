import type { Uses } from '../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { ActionLists, Observation, Project, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isOwnAction } from './actions/is-own-action.ts';
import { matchesAction } from './actions/matches-action.ts';
import { usedActions } from './actions/used-actions.ts';

export const forbiddenAction: Rule<WorkflowDocument | ActionDocument> = {
  id: 'forbidden-action',
  kinds: ['workflow', 'action'],
  title: 'Action is not among those that the settings allow',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: { zizmor: ['forbidden-uses'], sisakulint: ['action-list'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, { project }) {
    for (const lists of project.actions ?? []) {
      for (const { uses, key } of usedActions(document)) yield* judge(uses, key, lists, project);
    }
  },
};

function* judge(uses: Uses, key: string, { allow, deny }: ActionLists, project: Project): Generator<Observation> {
  const denied = deny.find((pattern) => matchesAction(pattern, uses));
  const isAllowed =
    allow.length === 0 || isOwnAction(uses, project) || allow.some((pattern) => matchesAction(pattern, uses));
  if (denied === undefined && isAllowed) return;
  yield {
    range: uses.node.range,
    key,
    message: {
      what: denied
        ? `${quote(uses.raw)} is forbidden by ${quote(denied)} under ${quote('actions.deny')}.`
        : `${quote(uses.raw)} fits nothing under ${quote('actions.allow')}.`,
      why: 'Whoever keeps these settings wants only code here that somebody has looked at.',
      remedy: 'Use an action that is allowed, or ask them to look at this one.',
    },
  };
}
