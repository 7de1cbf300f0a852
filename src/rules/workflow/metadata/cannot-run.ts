import type { ActionDocument } from '../../../documents/workflow.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { compositeExpressionProblems } from './composite-expressions.ts';
import { missingFiles } from './missing-files.ts';
import { validateAction } from './validate-action.ts';

/**
 * Why GitHub cannot run an action of this repository, the first reason; undefined where nothing speaks against it. A
 * script before the step may build the files that it names.
 */
export function cannotRun(action: ActionDocument, context: RuleContext, mayBeBuilt: boolean): string | undefined {
  const fatal = action.problems.find(({ severity }) => severity === 'fatal');
  if (fatal) return fatal.message;
  for (const { kind, what } of validateAction(action)) if (kind === 'refused') return what;
  const shellless = action.view.using.toLowerCase() === 'composite' && action.view.steps.some(isShellless);
  if (shellless) return 'One of its scripts has no `shell`.';
  for (const found of compositeExpressionProblems(action))
    if ('message' in found && found.severity === undefined) return found.message.what;
  if (mayBeBuilt) return undefined;
  const missing = missingFiles(action, context).find(({ exists }) => exists === false);
  return missing && `\`${missing.key}\` names a file that the repository does not have.`;
}

function isShellless({ node }: ActionDocument['view']['steps'][number]): boolean {
  return entryOf(node, 'run') !== undefined && entryOf(node, 'shell') === undefined;
}
