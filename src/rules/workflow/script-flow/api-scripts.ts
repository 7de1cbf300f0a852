import type { JsExpression } from '../../../documents/javascript/js-expression.ts';
import { type JavaScriptView, parseJavaScript } from '../../../documents/javascript.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { type ScriptTaint, type Surroundings, taintsOf } from './value-taints.ts';

/** The JavaScript of an actions/github-script step. */
export interface ApiScript {
  readonly view: JavaScriptView;
  /** Where a range of the script stands in the file: the whole script where YAML spells it in another way. */
  readonly place: (range: Range) => Range;
  /** The texts of outsiders that a value can hold. */
  readonly taints: (value: JsExpression, around: Surroundings, asJson?: boolean) => ScriptTaint[];
}

const known = new WeakMap<YamlScalar, ApiScript>();

/** The script of a step; undefined where it runs none. */
export function apiScript(step: Step, source: string): ApiScript | undefined {
  if (step.uses?.kind !== 'repository' || step.uses.repository.toLowerCase() !== 'actions/github-script')
    return undefined;
  const script = step.with?.entries.findLast(({ key }) => key.text.toLowerCase() === 'script')?.value;
  if (script?.type !== 'scalar') return undefined;
  const found = known.get(script) ?? readScript(script, source);
  known.set(script, found);
  return found;
}

/** Asks whether whoever wrote the text may write to the repository. */
const ASKS_WHO = /getCollaboratorPermissionLevel|author_association|checkCollaborator|Membership(ForUser|InOrg)/;

/** Asks whether the pull request comes from a fork: the names of the repository's own branches are its people's. */
const ASKS_WHENCE = /full_name\s*[!=]==?|[!=]==?\s*[\w.?]{0,99}full_name|\.fork\b|isCrossRepository/;

function readScript(script: YamlScalar, source: string): ApiScript {
  const { start, end } = script.contentRange;
  const asWritten = script.style === 'literal' || (script.style === 'plain' && !script.text.includes('\n'));
  const view = parseJavaScript(asWritten ? source.slice(start, end) : script.text);
  const asksWho = ASKS_WHO.test(script.text);
  const asksWhence = ASKS_WHENCE.test(script.text);
  return {
    view,
    place: (range) => (asWritten ? { start: start + range.start, end: start + range.end } : script.range),
    taints: (value, around, asJson) =>
      // Of whom it asks is not told; what the API answers with is of somebody else.
      taintsOf(value, view, around, asJson).filter(
        ({ source: from }) => !(asksWho && !from.includes(': ')) && !(asksWhence && /pull_request|head_ref/.test(from)),
      ),
  };
}
