import type { ExpressionNode } from '../../../documents/workflow/expression.ts';
import type { Trigger } from '../../../documents/workflow.ts';
import { entryOf, itemsAt } from '../../../documents/yaml/yaml-node.ts';
import { type RefsOfTrigger, refsOfTrigger } from './refs-of-trigger.ts';

/** The truth of a condition in every run that a trigger starts; undefined where runs differ, or the file does not tell. */
export function truthUnder(node: ExpressionNode, trigger: Trigger): boolean | undefined {
  switch (node.kind) {
    case 'literal':
      return Boolean(node.value);
    case 'not': {
      const truth = truthUnder(node.operand, trigger);
      return truth === undefined ? undefined : !truth;
    }
    case 'logical': {
      const truths = node.operands.map((operand) => truthUnder(operand, trigger));
      const decisive = node.operator === '||';
      if (truths.includes(decisive)) return decisive;
      return truths.includes(undefined) ? undefined : !decisive;
    }
    case 'comparison':
      return compared(node, trigger);
    case 'call':
      return startsWith(node, trigger);
    case 'context':
      return node.path.join('.') === 'github.event.pull_request.merged' ? isMerged(trigger) : undefined;
    default:
      return undefined;
  }
}

function compared(
  { operator, operands }: ExpressionNode & { kind: 'comparison' },
  trigger: Trigger,
): boolean | undefined {
  const context = operands.find((one) => one.kind === 'context');
  const literal = operands.find((one) => one.kind === 'literal')?.value;
  if (!context || literal === undefined || (operator !== '==' && operator !== '!=')) return undefined;
  const equal = isEqual(context.path.join('.'), literal, trigger);
  return equal === undefined ? undefined : equal === (operator === '==');
}

function isEqual(path: string, literal: string | number | boolean | null, trigger: Trigger): boolean | undefined {
  if (path === 'github.event.pull_request.merged')
    return literal === true && isMerged(trigger) === false ? false : undefined;
  if (typeof literal !== 'string') return undefined;
  const value = literal.toLowerCase();
  if (path === 'github.event_name') return trigger.event === value;
  if (path === 'github.event.action') return actionsOf(trigger)?.includes(value) === false ? false : undefined;
  const refs = refsOfTrigger(trigger);
  // What no ref is called is `expression-syntax`'s matter.
  if (!refs || (path === 'github.ref' && !value.startsWith('refs/'))) return undefined;
  if (path === 'github.ref') return isRef(value, refs) ? undefined : false;
  if (path === 'github.ref_name') return isName(value, refs) ? undefined : false;
  if (path === 'github.ref_type') return isType(value, refs);
  return undefined;
}

function isRef(ref: string, { branch, tag, pull }: RefsOfTrigger): boolean {
  if (ref.startsWith('refs/heads/')) return branch(ref.slice(11));
  if (ref.startsWith('refs/tags/')) return tag(ref.slice(10));
  return pull && ref.startsWith('refs/pull/');
}

function isName(name: string, { branch, tag, pull }: RefsOfTrigger): boolean {
  return branch(name) || tag(name) || (pull && /^\d+\/\w+$/.test(name));
}

function isType(type: string, { anyBranch, anyTag, pull }: RefsOfTrigger): boolean | undefined {
  if (type === 'tag') return anyTag ? (anyBranch || pull ? undefined : true) : false;
  return type === 'branch' ? (anyTag ? undefined : true) : false;
}

/** `startsWith(github.ref, 'refs/tags/')`: only the kind of the ref is asked for. */
function startsWith(
  { name, args: [text, prefix] }: ExpressionNode & { kind: 'call' },
  trigger: Trigger,
): boolean | undefined {
  if (name !== 'startswith' || text?.kind !== 'context' || text.path.join('.') !== 'github.ref') return undefined;
  const refs = refsOfTrigger(trigger);
  if (!refs || prefix?.kind !== 'literal' || typeof prefix.value !== 'string') return undefined;
  const value = prefix.value.toLowerCase();
  if (value.startsWith('refs/tags/')) return refs.anyTag ? undefined : false;
  if (value.startsWith('refs/heads/')) return refs.anyBranch ? undefined : false;
  return value.startsWith('refs/pull/') && !refs.pull ? false : undefined;
}

const DEFAULT_TYPES = ['opened', 'synchronize', 'reopened'];

/** The activities that start a run; undefined where they are not told. */
function actionsOf({ event, config }: Trigger): readonly string[] | undefined {
  if (event === 'push' || event === 'schedule') return [];
  const types = itemsAt(config, 'types');
  if (types.some((item) => item.type !== 'scalar' || item.text.includes('${{'))) return undefined;
  if (types.length > 0) return types.flatMap((item) => (item.type === 'scalar' ? [item.text.toLowerCase()] : []));
  const bare = /^pull_request(_target)?$/.test(event) && !entryOf(config, 'types');
  return bare ? DEFAULT_TYPES : undefined;
}

/** A pull request that is opened, reopened or gets new commits is not merged. */
function isMerged(trigger: Trigger): false | undefined {
  const actions = actionsOf(trigger);
  return actions?.every((action) => DEFAULT_TYPES.includes(action)) ? false : undefined;
}
