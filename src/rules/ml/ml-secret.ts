import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import type { MlprojectDocument } from '../../documents/mlproject.ts';
import type { PythonExpression, PythonView } from '../../documents/python.ts';
import type { Confidence, Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isPlaceholder, SECRETS } from './notebooks/leak-patterns.ts';
import { isCredentialName, looksSecret } from './secrets/credential-names.ts';
import { environmentVariables } from './secrets/environment-variables.ts';
import { isTestPath, type PythonSource, pythonUnits } from './seeds/python-unit.ts';

export const mlSecret: Rule<PythonSource | KubeflowDocument | MlprojectDocument> = {
  id: 'ml-secret',
  kinds: ['python', 'notebook', 'kubeflow', 'mlproject'],
  title: 'A credential stands in the code',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const isTest = isTestPath(document.path);
    if (document.kind === 'kubeflow' || document.kind === 'mlproject') {
      for (const one of inEnvironment(document)) yield problem(one, one.anchor, one.confidence);
      return;
    }
    for (const { view, source, toFileRange } of pythonUnits(document)) {
      const formed = byForm(source, (at) => placeOf(at, view));
      const named = isTest ? [] : byName(view).filter(({ at }) => !formed.some((one) => isWithin(one.at, at)));
      for (const one of [...formed, ...named]) {
        yield problem(one, toFileRange(one.anchor), isTest ? 'likely' : one.confidence);
      }
    }
  },
};

/** The value itself is never kept. */
interface Secret {
  readonly what: string;
  readonly key: string;
  /** A name beside it: the finding's own text must not repeat the secret. */
  readonly anchor: Range;
  readonly at: Range;
  readonly confidence: Confidence;
}

/** Variables of steps, and what has the form of a secret anywhere in the file: the programs of steps stand in it. */
function inEnvironment(document: KubeflowDocument | MlprojectDocument): readonly Secret[] {
  const formed = byForm(document.source, ({ start }) => ({
    anchor: { start: Math.max(0, start - 1), end: start },
    name: '',
  }));
  const named = environmentVariables(document)
    .filter(({ name, value }) => isCredentialName(name.text) && looksSecret(value.text, name.text))
    .filter(({ value }) => !formed.some((one) => isWithin(one.at, value.range)))
    .map(({ name, value }) => literal(name.text, value.text, name.range, value.range));
  return [...formed, ...named];
}

function literal(name: string, value: string, anchor: Range, at: Range): Secret {
  const what = `${quote(name)} holds a literal of ${value.length} characters that looks like a credential.`;
  return { what, key: name, anchor, at, confidence: 'likely' };
}

function byForm(
  source: string,
  placeOf: (at: Range) => Pick<Secret, 'anchor'> & { readonly name: string },
): readonly Secret[] {
  return SECRETS.flatMap(({ kind, pattern, group }) =>
    [...source.matchAll(pattern)].flatMap((match): Secret[] => {
      if (isPlaceholder(match[group] ?? '')) return [];
      const at = { start: match.index, end: match.index + match[0].length };
      const { anchor, name } = placeOf(at);
      const what = `${kind[0]?.toUpperCase()}${kind.slice(1)} stands here as a literal.`;
      return [{ what, key: `${name}/${kind}`, anchor, at, confidence: 'certain' }];
    }),
  );
}

/** The name that a literal is assigned or passed to, or the character before it. */
function placeOf(at: Range, view: PythonView): { readonly anchor: Range; readonly name: string } {
  const assignment = view.assignments.findLast(({ value }) => isWithin(at, value.range));
  const argument = view.calls
    .flatMap(({ args, callee }) => args.map((one) => ({ ...one, callee })))
    .findLast(({ range }) => isWithin(at, range));
  const before = { start: Math.max(0, at.start - 1), end: at.start };
  if (argument) return { anchor: before, name: `${argument.callee}(${argument.name ?? ''})` };
  if (!assignment) return { anchor: before, name: '' };
  return { anchor: startOf(assignment.range, assignment.name), name: assignment.name };
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function startOf({ start }: Range, name: string): Range {
  return { start, end: start + name.length };
}

/** Long mixed texts under a name that says what they are. */
function byName(view: PythonView): readonly Secret[] {
  const assigned = view.assignments.map(({ name, value, range }) => ({
    name: lastPart(name),
    value,
    anchor: startOf(range, name),
  }));
  const passed = view.calls.flatMap(({ args, callee }) =>
    args.map(({ name, value, range }) => ({
      // `wandb.login(key=...)`, `login("...")` of a hub
      name:
        name === 'key' && /login|init/.test(callee)
          ? 'api_key'
          : (name ?? (/(^|\.)login$/.test(callee) ? 'token' : '')),
      value,
      anchor: name === undefined ? { start: range.start, end: range.start + 1 } : startOf(range, name),
    })),
  );
  const entries = [
    ...view.assignments.map(({ value }) => value),
    ...view.calls.flatMap(({ args }) => args.map((one) => one.value)),
  ]
    .flatMap((value) => value.entries ?? [])
    .map(({ key, value }) => ({ name: String(key.value ?? ''), value, anchor: key.range }));
  return [...assigned, ...passed, ...entries]
    .filter(isSecret)
    .map(({ name, value, anchor }) => literal(name, String(value.value), anchor, value.range));
}

/** `KEY` of `os.environ["KEY"]`, `token` of `self.token`. */
function lastPart(name: string): string {
  return /["']([\w-]+)["']\s*\]$/.exec(name)?.[1] ?? name.slice(name.lastIndexOf('.') + 1);
}

function isSecret({ name, value }: { readonly name: string; readonly value: PythonExpression }): boolean {
  const { kind, value: text } = value;
  return kind === 'literal' && typeof text === 'string' && isCredentialName(name) && looksSecret(text, name);
}

function problem({ what, key }: Secret, range: Range, confidence: Confidence): Observation {
  return {
    range,
    key,
    confidence,
    message: {
      what,
      why: 'Everybody who can read this repository, now or later, can use it; deleting the line does not take it out of the history.',
      remedy: 'Revoke it first, then read a new one from the environment or from a secret store.',
    },
  };
}
