import type { Step } from '../../../documents/workflow/step.ts';
import type { Uses } from '../../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { at, scalarAt, textAt } from '../../../documents/yaml/yaml-node.ts';
import type { RuleContext } from '../../../types.ts';
import { actionVersion, isAtLeast, isBefore } from './action-version.ts';
import type { KnownAction } from './known/known-action.ts';
import { knownAction, wordsOf } from './known-actions.ts';
import { localAction } from './local-action.ts';

/** What the action of a step takes. */
export interface DeclaredInputs {
  readonly names: readonly string[];
  /** The same in small letters. */
  readonly lower: ReadonlySet<string>;
  /** Beginnings of names, in small letters: all that begin like them are taken. */
  readonly open: readonly string[];
  /** Given by every call, for there is no default. */
  readonly required: readonly string[];
  /** What to do instead of giving an input, by name in small letters; undefined where it is right. */
  readonly instead: (name: string) => string | undefined;
  /**
   * `whole`: these are all. `growing`: the newest version known, which may have more by now. `other`: a version that
   * nobody knows, which may take anything.
   */
  readonly known: () => 'whole' | 'growing' | 'other';
  /** The action lies in this repository. */
  readonly own: boolean;
}

/** What the action of a step takes; undefined where that is not known. */
export function declaredInputs(
  document: WorkflowDocument | ActionDocument,
  step: Step,
  context: RuleContext,
): DeclaredInputs | undefined {
  if (!step.uses) return undefined;
  const local = localAction(document, step, context);
  if (local) return fromDocument(local);
  const row = knownAction(step.uses);
  if (!row) return undefined;
  const declared = fromRow.get(row) ?? readRow(row);
  fromRow.set(row, declared);
  const { uses } = step;
  return {
    ...declared,
    instead: (name) => insteadOf(row, name, document.source, uses),
    known: () => howKnown(row, document.source, uses),
  };
}

/** The same few actions stand in most workflows. */
type FromRow = Omit<DeclaredInputs, 'known' | 'instead'>;
const fromRow = new WeakMap<KnownAction, FromRow>();

function readRow(row: KnownAction): FromRow {
  const names = [...wordsOf(row.inputs), ...(row.docker ? COMMAND_LINE : [])];
  return {
    names,
    lower: new Set(names.map((name) => name.toLowerCase())),
    open: names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1).toLowerCase()),
    required: wordsOf(row.required),
    own: false,
  };
}

/** Every Docker action takes them. */
const COMMAND_LINE = ['entrypoint', 'args'];

function insteadOf({ deprecated }: KnownAction, name: string, source: string, uses: Uses): string | undefined {
  const found = deprecated && Object.hasOwn(deprecated, name) ? deprecated[name] : undefined;
  if (found?.from === undefined) return found?.instead;
  const version = actionVersion(source, uses);
  // A branch has the newest, of a bare commit nobody knows.
  const reaches = version ? !isBefore(version, found.from) : !/^[0-9a-f]{7,40}$/i.test(uses.ref);
  return reaches ? found.instead : undefined;
}

function howKnown(row: KnownAction, source: string, uses: Uses): ReturnType<DeclaredInputs['known']> {
  const version = actionVersion(source, uses);
  if (!version || isAtLeast(version, String(row.newest + 1))) return 'other';
  return isAtLeast(version, String(row.newest)) ? 'growing' : 'whole';
}

function fromDocument({ view, problems }: ActionDocument): DeclaredInputs | undefined {
  const inputs = at(view.root, 'inputs');
  if (problems.some(({ severity }) => severity === 'fatal')) return undefined;
  if (inputs && inputs.type !== 'map' && !(inputs.type === 'scalar' && inputs.value === null)) return undefined;
  const entries = inputs?.type === 'map' ? inputs.entries : [];
  const deprecated = new Map(
    entries.flatMap(({ key, value }): [string, string][] => {
      const message = textAt(value, 'deprecationMessage')?.trim();
      return message ? [[key.text.toLowerCase(), message]] : [];
    }),
  );
  const names = [...entries.map(({ key }) => key.text), ...(view.using.toLowerCase() === 'docker' ? COMMAND_LINE : [])];
  return {
    names,
    lower: new Set(names.map((name) => name.toLowerCase())),
    open: [],
    required: entries
      .filter(({ value }) => scalarAt(value, 'required')?.value === true && at(value, 'default') === undefined)
      .map(({ key }) => key.text),
    instead: (name) => deprecated.get(name),
    known: () => 'whole',
    own: true,
  };
}
