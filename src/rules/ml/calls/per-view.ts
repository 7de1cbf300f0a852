import type { PythonView } from '../../../documents/python.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

/** Python that was read, whatever is known beside it. */
export interface Viewed {
  readonly view: PythonView;
}

/** What is the same for all calls of a file or cell is found once: a hostile file has very many calls. */
export function perView<Value, Subject extends Viewed = PythonUnit>(
  find: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const known = new WeakMap<PythonView, { readonly value: Value }>();
  return (subject) => {
    const found = known.get(subject.view) ?? { value: find(subject) };
    known.set(subject.view, found);
    return found.value;
  };
}
