import type { PythonCall } from '../../../documents/python.ts';
import type { Document } from '../../../types.ts';
import { type PythonUnit, pythonUnits } from '../seeds/python-unit.ts';

/** A call and the text it stands in. */
export interface PlacedCall {
  readonly call: PythonCall;
  readonly unit: PythonUnit;
}

/** All calls of a Python file or notebook, in reading order; none for any other kind. */
export function placedCalls(document: Document | undefined): readonly PlacedCall[] {
  return pythonUnits(document).flatMap((unit) => unit.view.calls.map((call) => ({ call, unit })));
}

/** The structural address of a call: its function and what it calls. */
export function callKey(call: PythonCall): string {
  return `${call.functionName}/${call.callee}`;
}

/** The last name of what is called: `load` of `torch.load`. */
export function calledName(call: PythonCall): string {
  return call.resolved.slice(call.resolved.lastIndexOf('.') + 1);
}
