import type { JsCall, JsExpression } from '../../../documents/javascript/js-expression.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { Taint } from '../injection/trace-value.ts';
import type { ApiScript } from './api-scripts.ts';
import { calledPaths } from './value-meanings.ts';
import type { Surroundings } from './value-taints.ts';

/** What a script sets an output to; `below` are the properties that are read of it when it is JSON. */
export function scriptOutput(
  script: ApiScript,
  step: Step,
  name: string,
  below: readonly string[],
  around: Surroundings,
): Taint[] {
  const set = calls(script, 'core.setOutput').filter(({ args: [first] }) => isNamed(first, name));
  const returned = name === 'result' ? script.view.results : [];
  const range = step.uses?.node.range;
  return [
    ...set.flatMap(({ args, range: at }) => values(script, args[1], below, around, script.place(at))),
    ...returned.flatMap((value) => values(script, value, below, around, range)),
  ];
}

/** What a script sets a variable of the later steps to. */
export function scriptVariable(script: ApiScript, name: string, around: Surroundings): Taint[] {
  return calls(script, 'core.exportVariable')
    .filter(({ args: [first] }) => isNamed(first, name))
    .flatMap(({ args, range }) => values(script, args[1], [], around, script.place(range)));
}

/** The names of the variables that a script sets for later steps. */
export function exportedNames(script: ApiScript): string[] {
  return calls(script, 'core.exportVariable').flatMap(({ args: [first] }) =>
    first?.kind === 'text' ? [first.value] : [],
  );
}

/** The calls of a function that a script makes: `core.setOutput`. */
export function calls({ view }: ApiScript, wanted: string): JsCall[] {
  const property = wanted.split('.').at(-1);
  return view.calls.filter(
    (call) =>
      (call.callee.kind !== 'member' || call.callee.property === property) &&
      calledPaths(call, view).some(({ steps }) => steps.join('.') === wanted),
  );
}

function isNamed(expression: JsExpression | undefined, name: string): boolean {
  return expression?.kind === 'text' && expression.value.toLowerCase() === name.toLowerCase();
}

function values(
  script: ApiScript,
  value: JsExpression | undefined,
  below: readonly string[],
  around: Surroundings,
  origin: Taint['origin'],
): Taint[] {
  if (!value) return [];
  const wanted = below.reduce<JsExpression>((of, property) => ({ kind: 'member', of, property }), inside(value, below));
  return script.taints(wanted, around, true).map(({ control, events, source }) => ({
    control,
    events,
    source,
    derived: true,
    ...(origin ? { origin } : {}),
  }));
}

/** `JSON.stringify(value)`, of which properties are read, is the value. */
function inside(value: JsExpression, below: readonly string[]): JsExpression {
  const [first] = value.kind === 'call' ? value.args : [];
  const isJson =
    value.kind === 'call' &&
    value.callee.kind === 'member' &&
    value.callee.property === 'stringify' &&
    below.length > 0;
  return isJson && first ? first : value;
}
