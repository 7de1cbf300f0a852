import type { PythonView } from '../../../documents/python.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** What is the same for all calls of a file or cell is found once: a hostile file has very many calls. */
export function perView<Value>(find: (unit: PythonUnit) => Value): (unit: PythonUnit) => Value {
  const known = new WeakMap<PythonView, { readonly value: Value }>();
  return (unit) => {
    const found = known.get(unit.view) ?? { value: find(unit) };
    known.set(unit.view, found);
    return found.value;
  };
}
